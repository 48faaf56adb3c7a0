import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fleetOffice } from '../../../test/support/fleet-office.ts'
import { smallFleet } from '../../../test/support/ninjaone.ts'
import { emptyTestDatabase, testDatabase } from '../../../test/support/postgres.ts'
import { tableHashes } from '../../../test/support/table-hashes.ts'
import { type Database, openUnshaped } from '../../db/database.ts'
import type { JobContext } from '../context.ts'
import { runStore } from '../store.ts'
import { type BackupRequest, backUp } from './back-up.task.ts'
import type { KeyPlaces } from './key-files.ts'
import { restoreBackup } from './restore.task.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster backup job '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const database = await testDatabase()
const office = fleetOffice(database, folder)
const context = office.contextOn('2026-11-21', {})
const PASSPHRASE = 'correo lento tejado gris'

const placesIn = (name: string): KeyPlaces => ({
  'key-ring': join(folder, name, 'key-ring.json'),
  'access-keys': join(folder, name, 'access-keys.json'),
})
const own: KeyPlaces = {
  ...placesIn('own'),
  'key-ring': context.settings.fleet.keyRing,
}
const request = (given: Partial<BackupRequest> = {}): BackupRequest => ({
  ...{ file: join(folder, 'a.backup'), replaces: true, places: own, passphrase: PASSPHRASE },
  ...given,
})

async function target(given: Partial<JobContext> = {}): Promise<JobContext> {
  const bare: Database = await openUnshaped({ url: await emptyTestDatabase() })
  afterAll(() => bare.close())
  return { ...context, database: bare, ...given }
}

function restored(into: JobContext, places: KeyPlaces, passphrase: string | null = PASSPHRASE) {
  const asked = { file: request().file, places, passphrase, withoutKeys: false, checksOnly: false }
  const settings = {
    ...into.settings,
    fleet: { ...into.settings.fleet, keyRing: places['key-ring'] },
  }
  return restoreBackup({ ...into, settings }, asked)
}

beforeAll(async () => {
  await office.collect({ day: '2026-11-21', ninjaone: smallFleet(6) })
  await database.pool.query(
    `insert into run (task, state, cause, actor, host, pid, version) values ('ingest', 'running', 'person', 'a', 'b', 1, '0')`,
  )
  await backUp(context, request())
})

describe('backUp', () => {
  it('is on the record, and no part of what it holds', async () => {
    const { run, summary } = await backUp(context, request())
    const into = await target()
    await restored(into, placesIn('recorded'))

    expect((await runStore(database).get(run)).summary).toEqual(summary)
    await expect(runStore(into.database).get(run)).rejects.toMatchObject({ code: 'run.not-found' })
    expect(summary).toMatchObject({ hasKeys: true, keysBeside: [] })
  })

  it('names the key files that have to be kept beside it when it holds none', async () => {
    const file = join(folder, 'without.backup')
    const { summary } = await backUp(context, request({ file, passphrase: null }))

    expect(summary).toMatchObject({ hasKeys: false, keysBeside: [own['key-ring']] })
    const ring = JSON.parse(await readFile(own['key-ring'], 'utf8'))
    expect((await readFile(file)).includes(ring.keys[ring.current])).toBe(false)
  })

  it('refuses a short passphrase before anything is written', async () => {
    const file = join(folder, 'short.backup')
    await expect(backUp(context, request({ file, passphrase: 'short' }))).rejects.toMatchObject({
      code: 'backup.passphrase-short',
    })
    expect(existsSync(file)).toBe(false)
  })

  it('leaves no file when it is asked to stop', async () => {
    const file = join(folder, 'stopped.backup')
    const stopped = backUp({ ...context, signal: AbortSignal.abort() }, request({ file }))

    await expect(stopped).rejects.toMatchObject({ code: 'run.cancelled' })
    expect(readdirSync(folder).filter((name) => name.includes('stopped'))).toEqual([])
  })
})

describe('restoreBackup', () => {
  it('brings back rows and keys, and ends runs that nobody is at any more', async () => {
    const into = await target()
    const places = placesIn('whole')
    const { restored: told } = await restored(into, places)

    expect(told).toMatchObject({ keys: { kind: 'opens' }, keyFiles: [places['key-ring']] })
    expect(told?.endedRuns).toHaveLength(1)
    expect(await readFile(places['key-ring'], 'utf8')).toBe(await readFile(own['key-ring'], 'utf8'))
    const { payload, device_link } = await tableHashes(into.database.pool)
    expect(await tableHashes(database.pool)).toMatchObject({ payload, device_link })
    const { items } = await runStore(into.database).recent(null)
    expect(items.filter(({ state }) => state === 'running')).toEqual([])
  })

  it('does nothing without the right passphrase', async () => {
    const into = await target()
    const places = placesIn('wrong')

    await expect(restored(into, places, 'another passphrase')).rejects.toMatchObject({
      code: 'backup.passphrase-wrong',
    })
    await expect(restored(into, places, null)).rejects.toMatchObject({
      code: 'backup.passphrase-needed',
    })
    expect(existsSync(join(folder, 'wrong'))).toBe(false)
    expect(await tableHashes(into.database.pool)).toEqual({})
  })

  it('does not write over other keys, and leaves the database empty then', async () => {
    const into = await target()
    const places = { ...placesIn('taken'), 'key-ring': join(folder, 'taken.json') }
    await writeFile(places['key-ring'], '{}')

    await expect(restored(into, places)).rejects.toMatchObject({
      code: 'backup.keys-in-place',
      details: { file: places['key-ring'] },
    })
    expect(await readFile(places['key-ring'], 'utf8')).toBe('{}')
    expect(await tableHashes(into.database.pool)).toEqual({})
  })

  it('is content with keys that are the same, as an attempt cut off by a power cut leaves them', async () => {
    const into = await target()
    const places = { ...placesIn('again'), 'key-ring': own['key-ring'] }
    const { restored: told } = await restored(into, places)

    expect(told).toMatchObject({ keyFiles: [], keys: { kind: 'opens' } })
    expect(existsSync(own['key-ring'])).toBe(true)
  })

  it('leaves neither rows nor keys when it is asked to stop', async () => {
    const stopping = new AbortController()
    const progress: JobContext['progress'] = {
      step: (name, work) => {
        if (name === 'load-backup') stopping.abort()
        return work(() => {})
      },
    }
    const into = await target({ progress, signal: stopping.signal })
    const places = placesIn('stopping')

    await expect(restored(into, places)).rejects.toMatchObject({ code: 'backup.stopped' })
    expect(existsSync(places['key-ring'])).toBe(false)
    const hashes = Object.entries(await tableHashes(into.database.pool))
    const filled = hashes.filter(([, hash]) => !hash.startsWith('0 '))
    expect(filled.map(([name]) => name)).toEqual(['audit_head'])
  })

  it('says which ring is missing where the keys were kept elsewhere', async () => {
    const file = join(folder, 'beside.backup')
    await backUp(context, request({ file, passphrase: null }))
    const places = placesIn('nowhere')
    const into = await target()
    const settings = {
      ...context.settings,
      fleet: { ...context.settings.fleet, keyRing: places['key-ring'] },
    }
    const { restored: told } = await restoreBackup(
      { ...into, settings },
      { file, places, passphrase: null, withoutKeys: false, checksOnly: false },
    )

    expect(told?.keys).toEqual({ kind: 'no-ring', file: places['key-ring'] })
    expect(existsSync(places['key-ring'])).toBe(false)
  })

  it('only looks at the file when it is asked to check', async () => {
    const into = await target()
    const asked = { file: request().file, places: own, passphrase: null, withoutKeys: false }
    const { restored: told, backup } = await restoreBackup(into, { ...asked, checksOnly: true })

    expect([told, backup.hasKeys]).toEqual([null, true])
    expect(await tableHashes(into.database.pool)).toEqual({})
  })
})
