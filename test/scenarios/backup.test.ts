import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditStore } from '../../src/access/audit/store.ts'
import { openDatabase } from '../../src/db/database.ts'
import { fleetOffice } from '../support/fleet-office.ts'
import { type MusterAt, musterAt } from '../support/muster-at.ts'
import { smallFleet } from '../support/ninjaone.ts'
import { emptyTestDatabase } from '../support/postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-d-')) // short, so that sockets fit
chmodSync(folder, 0o755)
afterAll(() => {
  for (const name of ['lost', 'found', 'home']) forgetCluster(join(folder, name, 'data'))
  rmSync(folder, { recursive: true, force: true })
})
const DAY = '2026-11-21'
const now = () => new Date(`${DAY}T09:00:00Z`)
const PASSPHRASE = { MUSTER_BACKUP_PASSPHRASE: 'correo lento tejado gris' }

/** An installation in a folder of its own: with the database that comes along, or on a server. */
async function installation(name: string, env: Record<string, string> = {}): Promise<MusterAt> {
  await mkdir(join(folder, name))
  const config = join(folder, name, 'muster.yaml')
  await writeFile(config, JSON.stringify({ sources: {}, keyRing: 'keys/key-ring.json' }))
  return musterAt({ env: { ...PASSPHRASE, ...env }, config, now })
}

const ring = (name: string) => readFile(join(folder, name, 'keys/key-ring.json'), 'utf8')

/** What people would look at first. */
async function looks(muster: MusterAt): Promise<unknown> {
  const { answer: runs } = await muster.json('runs', '--all')
  return {
    runs: runs.items.filter(({ task }: { task: string }) => task !== 'backup'),
    devices: (await muster.json('devices', '--as-of', DAY)).answer,
    days: (await muster.json('days')).answer,
  }
}

/** How many entries the audit trail has beyond those it had before, on which they follow. */
async function toldSince(muster: MusterAt, head: string): Promise<number> {
  const { answer } = await muster.json('audit', 'verify', '--head', head)
  expect(answer).toMatchObject({ isWhole: true, broken: null })
  return answer.entries - Number(head.split(':')[0])
}

describe('a drill: everything is lost but the backup', () => {
  const file = join(folder, 'friday.backup')
  let lost: MusterAt
  let before: unknown
  let head: string

  beforeAll(async () => {
    lost = await installation('lost')
    const database = await openDatabase({ dataFolder: join(folder, 'lost/data') })
    const office = fleetOffice(database, folder)
    await office.collect({ day: '2026-11-20', ninjaone: smallFleet(12) })
    await office.collect({ day: DAY, ninjaone: smallFleet(9) })
    for (const about of ['one', 'two', 'three']) {
      await auditStore(database).add(
        { actor: 'ana', action: 'test.done', about, details: {} },
        now(),
      )
    }
    const { keyRing } = office.contextOn(DAY, {}).settings.fleet
    await mkdir(join(folder, 'lost/keys'))
    await writeFile(join(folder, 'lost/keys/key-ring.json'), await readFile(keyRing))
    await database.close()
    before = await looks(lost)
    head = (await lost.json('audit', 'verify')).answer.head
  })

  it('writes a backup, and refuses to write over it', async () => {
    const { code, answer } = await lost.json('backup', file, '--with-keys')
    expect([code, answer.hasKeys]).toEqual([0, true])

    const again = await lost.json('backup', file, '--with-keys')
    expect([again.code, again.answer.error.code]).toEqual([1, 'backup.exists'])
    expect((await lost.json('backup', file, '--with-keys', '--replace')).code).toBe(0)
  })

  it('answers in a new folder what it answered in the old one', async () => {
    const found = await installation('found')
    const { code, answer } = await found.json('restore', file)

    expect(code).toBe(0)
    expect(answer.restored.keys).toEqual({ kind: 'opens' })
    expect(answer.audit).toMatchObject({ isWhole: true, entries: 3 })
    expect(await looks(found)).toEqual(before)
    expect(await toldSince(found, head)).toBe(1)
    expect(await ring('found')).toBe(await ring('lost'))
  })

  it('moves to a server and back into a folder', async () => {
    const served = await installation('served', { DATABASE_URL: await emptyTestDatabase() })
    expect((await served.json('restore', file)).code).toBe(0)
    expect(await looks(served)).toEqual(before)
    expect(await toldSince(served, head)).toBe(1)

    const moved = join(folder, 'moved.backup')
    expect((await served.json('backup', moved, '--with-keys')).code).toBe(0)
    const home = await installation('home')
    expect((await home.json('restore', moved)).code).toBe(0)
    expect(await looks(home)).toEqual(before)
    expect(await toldSince(home, head)).toBe(2)
  })

  it('tells a person what was done and what to see to, in both languages', async () => {
    const plain = join(folder, 'plain.backup')
    const said = await lost.spoken('backup', plain)
    expect(said.out).toContain(
      `Keep a copy of ${join(folder, 'lost/keys/key-ring.json')} in another`,
    )

    const checked = await lost.spoken('restore', '--check', plain)
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('is whole')])
    const refused = await lost.spoken('restore', plain)
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('is not empty')])

    const bare = await installation('bare', { DATABASE_URL: await emptyTestDatabase() })
    const { code, out } = await bare.spoken('--lang', 'es', 'restore', plain)
    expect(code).toBe(2)
    expect(out).toContain(`No hay llavero en ${join(folder, 'bare/keys/key-ring.json')}`)
    expect(out).toContain('El rastro está entero: 3 anotaciones')
  })
})

/** Where root makes clusters they lie apart, and the data folder only names them. */
function forgetCluster(dataFolder: string): void {
  const pointer = join(dataFolder, 'postgres-cluster')
  if (!existsSync(pointer)) return
  const id = readFileSync(pointer, 'utf8').trim()
  if (!/^[\da-f-]{36}$/u.test(id)) throw new Error(`${pointer} names no cluster`)
  rmSync(join('/var/lib/muster/clusters', id), { recursive: true, force: true })
}
