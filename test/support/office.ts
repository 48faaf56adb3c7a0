import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SimulatedComputer } from '../../src/sources/ocs/simulation/estate.ts'
import { createOcsTables, fillOcs, type SimulatedTarget } from '../../src/sources/ocs/simulator.ts'
import { writeWorkbook } from '../../src/workbook/write/write-workbook.ts'
import { type Ended, type Started, startMuster } from './muster-command.ts'
import { computer, estateOf } from './ocs-estate.ts'
import { ocsServer, type Said } from './ocs-mariadb.ts'
import type { TestDatabase } from './postgres.ts'

/** On what OCS is kept. */
export type Engine = 'SQLite' | 'MariaDB'

/** One TAG that was replaced by another, by whomever. */
export interface Written {
  readonly hardwareId: number
  readonly was: string | null
  readonly became: string | null
}

/** A whole installation: finance, HR and OCS in agreement but for the TAGs, and the real command line. */
export interface Office {
  readonly engine: Engine
  /** Where OCS is, as its administrator reaches it. */
  readonly target: SimulatedTarget
  /** The account Muster has on OCS; empty where OCS is a file. */
  readonly user: string
  muster(...args: string[]): Promise<Ended>
  start(...args: string[]): Started
  /** Runs a statement on OCS as its administrator. */
  sql(statement: string): Promise<readonly Readonly<Record<string, unknown>>[]>
  tags(): Promise<Map<number, string | null>>
  /** Every TAG replaced and committed since the office was made or `forget` was called. */
  written(): Promise<Written[]>
  forget(): Promise<void>
  /** Every TAG as it was in the beginning. */
  reset(): Promise<void>
  /** Resolves once neither OCS nor Muster's database has a session of a Muster that is gone. */
  quiet(): Promise<void>
  /** Keeps everybody from writing TAGs until the function returned is called. */
  hold(): Promise<() => Promise<void>>
  /** Everything Muster's account says to OCS while `work` goes on; MariaDB only. */
  listen(work: () => Promise<unknown>): Promise<Said[]>
  /** Reaches OCS by another port from now on; MariaDB only. */
  through(port: number): Promise<void>
  close(): Promise<void>
}

export interface OfficeRequest {
  readonly engine: Engine
  readonly folder: string
  readonly database: TestDatabase
  /** Computers with IDs 1 to `count`, each TAG `Old-<ID>` and to be what `roomTag` says. */
  readonly count: number
  /** Computers nobody knows the number of. */
  readonly others?: readonly SimulatedComputer[]
}

const ROOMS = 60
const CHILD = 'muster under test'

/** The TAG the computer shall have. */
export function roomTag(hardwareId: number): string {
  return `Torre_Ñ-Sala_${hardwareId % ROOMS}`
}

/** Makes an office in `folder`, with a witness in OCS that keeps every TAG replaced. */
export async function makeOffice(request: OfficeRequest): Promise<Office> {
  const { engine, folder, database } = request
  await mkdir(folder, { recursive: true })
  await writeBooks(join(folder, 'inbox'), request.count)
  const ocs = await (engine === 'SQLite' ? sqliteOcs(request) : mariadbOcs(request))
  for (const statement of WITNESS[engine]) await ocs.sql(statement)
  const config = join(folder, 'muster.yaml')
  const configure = (place: object) =>
    writeFile(
      config,
      JSON.stringify({
        sources: { ocs: { ...place, inventoryField: 'NUMINV' } },
        guards: { share: 1 },
      }),
    )
  await configure(ocs.place)

  const url = new URL(database.url)
  url.searchParams.set('application_name', CHILD)
  const env = { DATABASE_URL: url.href, MUSTER_OCS_PASSWORD: ocs.password }
  const start = (...args: string[]) => startMuster(env, ['--config', config, ...args])
  const { sql } = ocs
  const ownSessions = async () => {
    const { rows } = await database.pool.query(
      'select from pg_stat_activity where datname = current_database() and application_name = $1',
      [CHILD],
    )
    return rows.length
  }
  return {
    engine,
    target: ocs.target,
    user: ocs.user,
    start,
    muster: (...args) => start(...args).ended,
    sql,
    async tags() {
      const rows = await sql('select HARDWARE_ID as id, TAG as tag from accountinfo')
      return new Map(rows.map(({ id, tag }) => [Number(id), textOf(tag)]))
    },
    async written() {
      const rows = await sql('select id, was, became from tag_written order by n')
      return rows.map(({ id, was, became }) => ({
        hardwareId: Number(id),
        was: textOf(was),
        became: textOf(became),
      }))
    },
    async forget() {
      await sql('delete from tag_written')
    },
    async reset() {
      const old = engine === 'SQLite' ? "'Old-' || HARDWARE_ID" : "concat('Old-', HARDWARE_ID)"
      await sql(`update accountinfo set TAG = ${old} where HARDWARE_ID <= ${request.count}`)
      await sql('delete from tag_written')
    },
    async quiet() {
      while ((await ownSessions()) + (await ocs.sessions()) > 0) await sleep(5)
    },
    hold: ocs.hold,
    listen: ocs.listen,
    through: (port) => configure({ ...ocs.place, port }),
    close: () => ocs.close(),
  }
}

/** OCS as an office needs it. */
interface OfficeOcs {
  readonly target: SimulatedTarget
  /** As `muster.yaml` names it. */
  readonly place: object
  readonly user: string
  readonly password: string
  sql: Office['sql']
  readonly hold: Office['hold']
  readonly listen: Office['listen']
  /** How many sessions of Muster's account there are. */
  sessions(): Promise<number>
  close(): Promise<void>
}

async function sqliteOcs({ folder, ...request }: OfficeRequest): Promise<OfficeOcs> {
  const file = join(folder, 'ocs.sqlite')
  for (const rest of ['', '-journal']) await rm(file + rest, { force: true })
  await createOcsTables({ file })
  await fillOcs({ file }, estateFor(request))
  return {
    target: { file },
    place: { file },
    user: '',
    password: '',
    async sql(statement) {
      const database = new DatabaseSync(file, { timeout: 10_000 })
      try {
        return database.prepare(statement).all()
      } finally {
        database.close()
      }
    },
    async hold() {
      const holder = new DatabaseSync(file, { timeout: 10_000 })
      holder.exec('begin immediate')
      return async () => holder.close()
    },
    listen: () => Promise.reject(new Error('a file hears nothing')),
    sessions: async () => 0,
    close: async () => {},
  }
}

async function mariadbOcs(request: OfficeRequest): Promise<OfficeOcs> {
  const server = await ocsServer(estateFor(request))
  const account = await server.account()
  if (!('host' in account) || !('host' in server.settings)) throw new Error('OCS is on no server')
  const { host, port, user, database, password } = account
  const { inventoryField, includeArchived, tls, ...target } = server.settings
  return {
    target,
    place: { host, port, user, database },
    user,
    password,
    sql: async (statement) => {
      const answer = await server.admin(statement)
      return Array.isArray(answer) ? answer : []
    },
    async hold() {
      const holder = await server.session()
      await holder.beginTransaction()
      await holder.query('select HARDWARE_ID from accountinfo for update')
      return () => holder.end()
    },
    listen: (work) => server.listen(user, work),
    async sessions() {
      const list = `select 1 from information_schema.PROCESSLIST where USER = '${user}'`
      return (await server.admin(list)).length
    },
    close: () => server.dropAccounts(),
  }
}

function estateFor({ count, others = [] }: Pick<OfficeRequest, 'count' | 'others'>) {
  const machines = idsUpTo(count).map((hardwareId) => computer({ hardwareId }))
  return estateOf([...machines, ...others])
}

async function writeBooks(inbox: string, count: number): Promise<void> {
  await mkdir(inbox, { recursive: true })
  await writeWorkbook(join(inbox, 'AR01-1.xlsx'), [
    {
      name: 'AR01',
      columns: [{ title: 'No_Inventario' }, { title: 'Local' }],
      rows: idsUpTo(count).map((id) => [computer({ hardwareId: id }).inventoryNumber, roomId(id)]),
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

function roomId(hardwareId: number): string {
  return `10A${String(hardwareId % ROOMS).padStart(4, '0')}Ñ`
}

/** The whole numbers from 1 to `count`. */
export function idsUpTo(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1)
}

/** Makes a plan that changes something. */
export async function newPlan(office: Office): Promise<number> {
  const { code, answer } = await office.muster('plan')
  if (code !== 2) throw new Error(`a plan of changes was expected: ${JSON.stringify(answer)}`)
  return answer.plan.plan
}

/** What an apply writes that writes every TAG once, by `HARDWARE_ID`. */
export function appliedWrites(count: number): Written[] {
  return idsUpTo(count).map((hardwareId) => {
    return { hardwareId, was: `Old-${hardwareId}`, became: roomTag(hardwareId) }
  })
}

/** What was written, by `HARDWARE_ID`. */
export async function writesById(office: Office): Promise<Written[]> {
  return (await office.written()).toSorted((one, other) => one.hardwareId - other.hardwareId)
}

function textOf(value: unknown): string | null {
  return value === null ? null : String(value)
}

/** Keeps every TAG that is set, also where it is the same as before; gone with a transaction taken back. */
const WITNESS: Readonly<Record<Engine, readonly string[]>> = {
  SQLite: [
    'create table tag_written (n integer primary key, id int, was text, became text)',
    `create trigger witness after update of TAG on accountinfo
    begin insert into tag_written (id, was, became) values (old.HARDWARE_ID, old.TAG, new.TAG); end`,
  ],
  MariaDB: [
    `create table tag_written (
      n int auto_increment primary key, id int, was varchar(255), became varchar(255))`,
    `create trigger witness after update on accountinfo for each row
    insert into tag_written (id, was, became) values (old.HARDWARE_ID, old.TAG, new.TAG)`,
  ],
}
