import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { type MariadbServer, makeOcs } from '../../bench/books/ocs.ts'
import { writeWorkbook } from '../../src/workbook/write/write-workbook.ts'
import { computer, estateOf } from '../../test/support/ocs-estate.ts'

/** A TAG that was replaced, by whomever. */
export interface Written {
  readonly id: number
  readonly was: string | null
  readonly became: string | null
}

/** OCS on MariaDB with a witness of every TAG replaced, and the two workbooks that say what each TAG shall be. */
export interface Office {
  readonly target: MariadbServer & { readonly database: string }
  /** TAG by HARDWARE_ID in the beginning. */
  readonly before: ReadonlyMap<number, string | null>
  /** The same once a plan is applied. */
  readonly after: ReadonlyMap<number, string | null>
  tags(): Promise<ReadonlyMap<number, string | null>>
  /** Every TAG replaced since it was last put, in order. */
  written(): Promise<Written[]>
  /** Gives every row the TAG it had in the beginning, or has after a plan. */
  put(which: 'before' | 'after'): Promise<void>
  /** Resolves once no session but our own is there: what a killed process was at is committed or undone. */
  quiet(): Promise<void>
}

const ROOMS = 60

/** Makes an office of so many computers whose books lie in `inbox`. */
export async function makeOffice(
  server: MariadbServer,
  { count, inbox }: { readonly count: number; readonly inbox: string },
): Promise<Office> {
  const ids = Array.from({ length: count }, (_, at) => at + 1)
  await writeBooks(inbox, ids)
  const ocs = await makeOcs(server, estateOf(ids.map((hardwareId) => computer({ hardwareId }))))
  const ask = (...statements: readonly string[]) => askAt(ocs.target, statements)
  await ask(
    `create table tag_written (
      n int auto_increment primary key, id int, was varchar(255), became varchar(255))`,
    `create trigger witness after update on accountinfo for each row
      insert into tag_written (id, was, became) values (old.HARDWARE_ID, old.TAG, new.TAG)`,
  )
  const before = await ocs.tags()
  return {
    ...{ target: ocs.target, before, tags: ocs.tags },
    after: new Map(ids.map((id) => [id, roomTag(id)])),
    written: async () =>
      (await ask('select id, was, became from tag_written order by n')).map((row) => ({
        ...{ id: Number(row.id), was: textOf(row.was), became: textOf(row.became) },
      })),
    async put(which) {
      await ocs.reset()
      if (which === 'after') {
        await ask(
          `update accountinfo set TAG = concat('${BUILDING}-Sala_', HARDWARE_ID % ${ROOMS})`,
        )
      }
      await ask('delete from tag_written')
    },
    async quiet() {
      const others = `select 1 as one from information_schema.PROCESSLIST
        where DB = '${ocs.target.database}' and ID <> connection_id()`
      while ((await ask(others)).length > 0) await new Promise((done) => setTimeout(done, 5))
    },
  }
}

const BUILDING = 'Torre_Ñ'

function roomTag(hardwareId: number): string {
  return `${BUILDING}-Sala_${hardwareId % ROOMS}`
}

function roomId(hardwareId: number): string {
  return `10A${String(hardwareId % ROOMS).padStart(4, '0')}Ñ`
}

async function writeBooks(inbox: string, ids: readonly number[]): Promise<void> {
  await mkdir(inbox, { recursive: true })
  await writeWorkbook(join(inbox, 'AR01-1.xlsx'), [
    {
      name: 'AR01',
      columns: [{ title: 'No_Inventario' }, { title: 'Local' }],
      rows: ids.map((id) => [computer({ hardwareId: id }).inventoryNumber, roomId(id)]),
    },
  ])
  await writeWorkbook(join(inbox, 'Locales.xlsx'), [
    {
      name: 'Locales',
      columns: [{ title: 'ID_Local' }, { title: 'Descripción_Local' }, { title: 'Edificio' }],
      rows: Array.from({ length: ROOMS }, (_, at) => [roomId(at), `Sala ${at}`, 'Torre Ñ']),
    },
  ])
}

async function askAt(target: Office['target'], statements: readonly string[]) {
  const session = await createConnection({ ...target, charset: 'utf8mb4' })
  try {
    let rows: RowDataPacket[] = []
    for (const statement of statements) {
      const [answer] = await session.query<RowDataPacket[]>(statement)
      rows = answer
    }
    return Array.isArray(rows) ? rows : []
  } finally {
    await session.end()
  }
}

function textOf(value: unknown): string | null {
  return value === null ? null : String(value)
}
