import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { cp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEventDesk } from '../../../test/support/event-desk.ts'
import { fleetOffice } from '../../../test/support/fleet-office.ts'
import { smallFleet } from '../../../test/support/ninjaone.ts'
import { makeOffice, type Office } from '../../../test/support/office.ts'
import { emptyTestDatabase, testDatabase } from '../../../test/support/postgres.ts'
import { nextNumbers, tableHashes } from '../../../test/support/table-hashes.ts'
import { protectedComputer, protectedFleet } from '../../../test/support/threatlocker-fleet.ts'
import { auditStore } from '../../access/audit/store.ts'
import { type Database, MIGRATIONS, openDatabase, openUnshaped } from '../database.ts'
import { readMigrations } from '../migrate.ts'
import { type Loaded, loadBackup } from './load-backup.ts'
import { checkBackup, withBackup } from './read-backup.ts'
import { withSnapshot } from './snapshot.ts'
import { type BackupOrder, writeBackup } from './write-backup.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster backup '))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const database = await testDatabase()
const audit = auditStore(database)
let office: Office

const at = new Date('2026-11-21T12:00:00Z')
const quiet = () => {}
const place = (name: string) => join(folder, name)

async function backUp(name: string, given: Partial<BackupOrder> = {}, from: Database = database) {
  const file = place(name)
  const order = { file, replaces: true, version: '0', timeZone: 'UTC', madeAt: at }
  await withSnapshot(from, (snapshot) =>
    writeBackup(snapshot, { ...order, sealedKeys: null, onBytes: quiet, ...given }),
  )
  return file
}

async function load(file: string, target: Database, migrations = MIGRATIONS): Promise<Loaded> {
  const ours = await readMigrations(migrations)
  return withBackup(file, (backup) =>
    loadBackup({ pool: target.pool, migrations: ours }, backup, quiet),
  )
}

/** A database no Muster has opened. */
async function bareDatabase(): Promise<Database> {
  const bare = await openUnshaped({ url: await emptyTestDatabase() })
  afterAll(() => bare.close())
  return bare
}

async function addEntries(from: number, count: number): Promise<void> {
  for (let n = from; n < from + count; n += 1) {
    await audit.add({ actor: 'ana', action: 'test.done', about: `${n}`, details: { n } }, at)
  }
}

beforeAll(async () => {
  const fleet = fleetOffice(database, folder)
  const threatlocker = protectedFleet([1, 2, 40].map((id) => protectedComputer(id)))
  await fleet.collect({ day: '2026-11-20', ninjaone: smallFleet(12), threatlocker })
  await fleet.collect({ day: '2026-11-21', ninjaone: smallFleet(9) })
  office = await makeOffice({ engine: 'SQLite', folder: place('office'), database, count: 25 })
  await office.muster('plan')
  await office.muster('apply', 'latest')
  const { keyRing } = fleet.contextOn('2026-11-21', {}).settings.fleet
  const desk = await makeEventDesk({ folder: place('events'), database, settings: { keyRing } })
  const events = [
    'time,value,metric,subject',
    '2026-01-02T10:00:00.5Z,2.50,sold,"a\tb\\\\N \\. ñ 🖥"',
    '2026-01-01T08:00:00Z,1,visits,\\N',
    '2026-01-01T08:00:00Z,0.1,visits,',
  ]
  const file = await desk.file('days.csv', events.join('\n'))
  expect((await desk.muster('ingest', file, '--source', 'pos')).code).toBe(0)
  await addEntries(1, 5)
  await database.pool.query(
    `insert into person (name, role, password_hash, created_at) values ('ana', 'viewer', 'x', now())`,
  )
})
afterAll(() => office.close())

describe('a backup that is put back', () => {
  it('is the database row for row, with its sequences and its triggers', async () => {
    const target = await bareDatabase()
    const loaded = await load(await backUp('whole.backup'), target)

    const hashes = await tableHashes(database.pool)
    expect(await tableHashes(target.pool)).toEqual(hashes)
    expect(await nextNumbers(target.pool)).toEqual(await nextNumbers(database.pool))
    expect(loaded).toMatchObject({ tables: Object.keys(hashes).length, leftAside: [] })
    const filled = Object.keys(hashes).filter((name) => !hashes[name]?.startsWith('0 '))
    expect(filled).toEqual(
      expect.arrayContaining([
        ...['audit_entry', 'audit_head', 'change', 'outcome', 'payload', 'plan', 'record_version'],
        ...['device', 'device_link', 'event', 'finding', 'finding_event', 'metric_day'],
        ...['person', 'run', 'upload', 'upload_chunk'],
      ]),
    )
    await expect(target.pool.query(`update audit_entry set actor = 'eva'`)).rejects.toThrow()
    await expect(target.pool.query('delete from outcome')).rejects.toThrow()
    await expect(target.pool.query('update audit_head set n = n + 2')).rejects.toThrow()
    expect((await auditStore(target).verify()).broken).toBeNull()
  })

  it('goes into a database that was opened but never used, and into none that is not empty', async () => {
    const file = await backUp('twice.backup')
    const opened = await openDatabase({ url: await emptyTestDatabase() })
    afterAll(() => opened.close())
    await load(file, opened)
    const before = await tableHashes(opened.pool)

    await expect(load(file, opened)).rejects.toMatchObject({
      code: 'backup.target-not-empty',
      details: {
        tables: expect.arrayContaining([
          { table: 'audit_entry', rows: 6 },
          { table: 'audit_head', rows: 1 },
        ]),
      },
    })
    expect(await tableHashes(opened.pool)).toEqual(before)
  })

  it('holds one instant, whatever is written while it is made', async () => {
    const before = await tableHashes(database.pool)
    const file = place('busy.backup')
    let writing: Promise<unknown> = Promise.resolve()
    await withSnapshot(database, async (snapshot) => {
      await addEntries(6, 3)
      await writeBackup(snapshot, {
        ...{ file, replaces: true, version: '0', timeZone: 'UTC', madeAt: at, sealedKeys: null },
        onBytes: () => {
          writing = writing.then(() => addEntries(9, 1))
        },
      })
      await writing
    })
    const target = await bareDatabase()
    await load(file, target)

    expect(await tableHashes(target.pool)).toEqual(before)
    expect((await auditStore(target).verify()).head.n).toBe(6)
    expect((await audit.verify()).head.n).toBeGreaterThan(8)
  })

  it('goes in by an account that owns the database and is no superuser', async () => {
    const url = new URL(await emptyTestDatabase())
    const owner = `owner_${url.pathname.slice(1)}`
    const asRoot = await openUnshaped({ url: url.href })
    await asRoot.pool.query(`create role ${owner}`)
    await asRoot.pool.query(`alter database ${url.pathname.slice(1)} owner to ${owner}`)
    url.searchParams.set('options', `-c role=${owner}`)
    const target = await openUnshaped({ url: url.href })
    await load(await backUp('owned.backup'), target)

    expect(await tableHashes(target.pool)).toEqual(await tableHashes(database.pool))
    const again = await backUp('owned-again.backup', {}, target)
    expect((await load(again, await bareDatabase())).rows).toBeGreaterThan(100)
    await target.close()
    await asRoot.pool.query(`reassign owned by ${owner} to current_user`)
    await asRoot.pool.query(`drop owned by ${owner}`)
    await asRoot.pool.query(`drop role ${owner}`)
    await asRoot.close()
  })

  it('leaves aside a table that somebody else made, and says so', async () => {
    await database.pool.query('create table guest (id int)')
    const file = await backUp('guest.backup')
    await database.pool.query('drop table guest')

    expect((await load(file, await bareDatabase())).leftAside).toEqual(['guest'])
  })
})

describe('a backup of another age', async () => {
  const later = place('later-migrations')
  await cp(MIGRATIONS, later, { recursive: true })
  const number = String((await readMigrations(MIGRATIONS)).length + 1).padStart(4, '0')
  await writeFile(
    join(later, `${number}-nicknames.sql`),
    `alter table device add column nickname text;
    update device set nickname = 'machine ' || id;`,
  )

  it('that is older is put back in its shape and then brought on', async () => {
    const target = await bareDatabase()
    await load(await backUp('older.backup'), target, later)

    const { rows } = await target.pool.query('select id, nickname from device order by id')
    expect(rows.length).toBeGreaterThan(8)
    expect(rows.map(({ nickname }) => nickname)).toEqual(rows.map(({ id }) => `machine ${id}`))
  })

  it('that is older does not go into a database of the newer shape', async () => {
    const file = await backUp('older.backup')
    const newer = await openDatabase({ url: await emptyTestDatabase() }, later)
    afterAll(() => newer.close())

    await expect(load(file, newer, later)).rejects.toMatchObject({
      code: 'backup.target-ahead',
      details: { found: `${number}-nicknames.sql` },
    })
  })

  it('that is newer than the program is refused', async () => {
    const newer = await openDatabase({ url: await emptyTestDatabase() }, later)
    afterAll(() => newer.close())
    const file = await backUp('newer.backup', {}, newer)
    const target = await bareDatabase()

    await expect(load(file, target)).rejects.toMatchObject({
      code: 'backup.unknown-migration',
      details: { migration: `${number}-nicknames.sql`, version: '0' },
    })
  })
})

describe('a backup that is not as it was written', () => {
  const check = (file: string) => withBackup(file, (backup) => checkBackup(backup, quiet))
  const copyOf = (bytes: Uint8Array) => {
    const file = place('altered.backup')
    writeFileSync(file, bytes)
    return file
  }
  let whole: Buffer
  beforeAll(async () => {
    whole = readFileSync(await backUp('sound.backup'))
  })

  it('is refused whichever byte differs, unless all it holds is still the same', async () => {
    const { manifest } = await withBackup(place('sound.backup'), async (backup) => backup)
    const step = Math.ceil(whole.length / 400)
    const passed: number[] = []
    for (let n = 0; n < whole.length; n += step) {
      const bytes = Buffer.from(whole)
      bytes.writeUInt8(bytes.readUInt8(n) ^ 0x10, n)
      const file = copyOf(bytes)
      const refusal = await check(file).then(
        () => null,
        (error: unknown) => error,
      )
      if (refusal !== null)
        expect(refusal).toMatchObject({ code: expect.stringMatching(/^backup\./u) })
      else {
        passed.push(n)
        expect(await withBackup(file, async (backup) => backup.manifest)).toEqual(manifest)
      }
    }
    expect(passed.length).toBeLessThan(100)
  }, 120_000) // 400 files are written and read

  it('is refused when it was cut short, wherever', async () => {
    const step = Math.ceil(whole.length / 60)
    for (let length = 0; length < whole.length; length += step) {
      await expect(check(copyOf(whole.subarray(0, length)))).rejects.toMatchObject({
        code: expect.stringMatching(/^backup\.(not-a-backup|damaged)$/u),
      })
    }
    await expect(check(copyOf(whole.subarray(0, -1)))).rejects.toMatchObject({
      code: expect.stringMatching(/^backup\.(not-a-backup|damaged)$/u),
    })
  })

  it('leaves no row behind when that shows while it is put back', async () => {
    const target = await bareDatabase()
    const ours = await readMigrations(MIGRATIONS)
    const loading = withBackup(place('sound.backup'), (backup) =>
      loadBackup(
        { pool: target.pool, migrations: ours },
        {
          ...backup,
          manifest: {
            ...backup.manifest,
            tables: backup.manifest.tables.map((table) =>
              table.name === 'verification' || table.name === 'upload'
                ? { ...table, sha256: '0'.repeat(64) }
                : table,
            ),
          },
        },
        quiet,
      ),
    )

    await expect(loading).rejects.toMatchObject({ code: 'backup.damaged' })
    const fresh = await openDatabase({ url: await emptyTestDatabase() })
    afterAll(() => fresh.close())
    expect(await tableHashes(target.pool)).toEqual(await tableHashes(fresh.pool))
    expect(await nextNumbers(target.pool)).toEqual(await nextNumbers(fresh.pool))
    await expect(target.pool.query('delete from audit_head')).rejects.toThrow()
  })
})

describe('writing a backup', () => {
  it('leaves no file behind when it ends midway, and the database as usable as before', async () => {
    const stopped = backUp('stopped.backup', {
      onBytes: (bytes) => {
        if (bytes > 2_000) throw new Error('stopped here')
      },
    })

    await expect(stopped).rejects.toThrow('stopped here')
    expect(readdirSync(folder).filter((name) => name.includes('stopped'))).toEqual([])
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  it('is for its owner alone, and never over a file unless told so', async () => {
    const file = await backUp('mine.backup')
    expect(statSync(file).mode & 0o777).toBe(0o600)

    await expect(backUp('mine.backup', { replaces: false })).rejects.toMatchObject({
      code: 'backup.exists',
      details: { file },
    })
  })

  it('names a place where it cannot write', async () => {
    await expect(backUp('missing/a.backup')).rejects.toMatchObject({
      code: 'backup.unwritable',
      details: { file: place('missing/a.backup'), reason: expect.stringContaining('ENOENT') },
    })
  })
})
