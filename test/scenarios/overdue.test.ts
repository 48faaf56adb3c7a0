import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jobDesk } from '../../src/jobs/queue/ask.ts'
import { askDue } from '../../src/jobs/queue/ask-due.ts'
import { openBoss } from '../../src/jobs/queue/open-boss.ts'
import { entriesOf, NEVER } from '../../src/jobs/queue/timetable.ts'
import { type HookServer, hookServer } from '../support/hook-server.ts'
import { musterAt } from '../support/muster-at.ts'
import { testDatabase } from '../support/postgres.ts'

const database = await testDatabase()
const { pool } = database
const folder = await mkdtemp(join(tmpdir(), 'muster-overdue-'))
const clock = { now: new Date('2026-11-20T12:00:00Z') }
const boss = await openBoss(database, { looksAfter: false, onError: () => {} })
let hook: HookServer

const timetable = { ...NEVER, nightly: '0 2 * * *' }
const config = async (schedule: object) => {
  const webhook = { url: hook.url, allowPrivateAddress: true, retrySeconds: 0 }
  const alerts = { webhook, failedRuns: false }
  const settings = { timeZone: 'UTC', sources: {}, schedule, alerts }
  await writeFile(join(folder, 'muster.yaml'), JSON.stringify(settings))
}
beforeAll(async () => {
  hook = await hookServer({ status: 204 })
  await config(timetable)
})
afterAll(async () => {
  await boss.stop({ graceful: false })
  await hook.close()
  await rm(folder, { recursive: true })
})

const env = { DATABASE_URL: database.url, MUSTER_WEBHOOK_SECRET: 'sixteen letters!' }
const { json } = musterAt({ env, config: join(folder, 'muster.yaml'), now: () => clock.now })

/** Looks at a moment; gives what the receiver was told then, null for nothing. */
async function alertsAt(now: string): Promise<string[] | null> {
  clock.now = new Date(now)
  const before = hook.received.length
  await json('alerts')
  const digest = hook.received[before]
  if (!digest) return null
  const { begun, over } = JSON.parse(digest.body)
  const keys = (news: { key: string }[], word: string) => news.map(({ key }) => `${word} ${key}`)
  return [...keys(begun, 'begun'), ...keys(over, 'over')]
}

/** A server that looks at the timetable at a moment, asks for what is due, and does nothing. */
async function serverLooksAt(now: string) {
  const who = { host: 'pc-1', pid: 1, version: '0' }
  const by = { actor: 'schedule', cause: 'schedule', language: 'en' } as const
  const desk = jobDesk({ database, who, boss, wake: () => {} })
  const look = { database, desk, entries: entriesOf(timetable, []), timeZone: 'UTC', by }
  const [asked] = await askDue({ ...look, now: new Date(now) })
  if (!asked) return null
  await pool.query('update run set asked_at = $2 where id = $1', [asked.run, now])
  return asked.run
}

const ends = (run: number | null) =>
  pool.query(
    `update run set state = 'agreed', tries = 1, started_at = $2, ended_at = $2 where id = $1`,
    [run, clock.now],
  )

describe('a job of the timetable', () => {
  it('is no concern before the first server looks, nor on its first day', async () => {
    expect(await alertsAt('2026-11-20T12:00Z')).toBeNull()
    expect(await serverLooksAt('2026-11-20T12:01Z')).toBeNull()
    expect(await alertsAt('2026-11-20T12:02Z')).toBeNull()
    expect(await alertsAt('2026-11-20T23:59Z')).toBeNull()
  })

  it('that no server asks for is told of after its hour of grace, once', async () => {
    expect(await alertsAt('2026-11-21T02:59Z')).toBeNull()
    expect(await alertsAt('2026-11-21T03:01Z')).toEqual(['begun run-overdue:nightly'])
    expect(await alertsAt('2026-11-21T04:00Z')).toBeNull()
    expect(await alertsAt('2026-11-22T12:00Z')).toBeNull()
    const { begun } = JSON.parse(hook.received[0]?.body ?? '')
    expect(begun[0].details).toEqual({
      ...{ late: 'to-begin', job: 'nightly', run: null },
      dueAt: '2026-11-21T02:00:00.000Z',
    })
  })

  it('is told to be over once a server has caught up', async () => {
    await ends(await serverLooksAt('2026-11-22T12:30Z'))
    expect(await alertsAt('2026-11-22T12:31Z')).toEqual(['over run-overdue:nightly'])
  })

  it('that waits behind something else is told of as well, until it begins', async () => {
    const run = await serverLooksAt('2026-11-23T02:00:05Z')
    expect(await alertsAt('2026-11-23T03:00:04Z')).toBeNull()
    expect(await alertsAt('2026-11-23T03:00:05Z')).toEqual(['begun run-overdue:nightly'])
    const { begun } = JSON.parse(hook.received.at(-1)?.body ?? '')
    expect(begun[0].details).toMatchObject({ late: 'to-begin', job: 'nightly', run })
    await ends(run)
    expect(await alertsAt('2026-11-23T03:15Z')).toEqual(['over run-overdue:nightly'])
  })

  it('counts as come where a person began the same without a server', async () => {
    await pool.query(`
      insert into run (task, state, cause, actor, host, pid, version, started_at, ended_at)
      values ('nightly', 'agreed', 'person', 'ana', 'h', 1, '0', '2026-11-24T02:30Z', '2026-11-24T02:40Z')`)
    expect(await alertsAt('2026-11-24T04:00Z')).toBeNull()
    expect(await alertsAt('2026-11-25T04:00Z')).toEqual(['begun run-overdue:nightly'])
  })

  it('is over where the timetable says never from now on', async () => {
    await config({ ...timetable, nightly: null })
    expect(await alertsAt('2026-11-25T05:00Z')).toEqual(['over run-overdue:nightly'])
  })

  it('is no concern where it was just added at another time', async () => {
    await config({ ...timetable, nightly: '0 1 * * *' })
    expect(await alertsAt('2026-11-25T12:00Z')).toBeNull()
  })
})

describe('a run', () => {
  it('that lasts longer than it may is told of once, and when it has ended', async () => {
    const { rows } = await pool.query<{ id: number }>(`
      insert into run (task, state, cause, actor, host, pid, version, started_at)
      values ('collect', 'running', 'schedule', 'a', 'h', 1, '0', '2026-11-25T12:00Z')
      returning id`)
    const id = rows[0]?.id ?? 0

    expect(await alertsAt('2026-11-25T17:59Z')).toBeNull()
    expect(await alertsAt('2026-11-25T18:00Z')).toEqual([`begun run-overdue:run-${id}`])
    expect(await alertsAt('2026-11-25T20:00Z')).toBeNull()
    await ends(id)
    expect(await alertsAt('2026-11-25T20:15Z')).toEqual([`over run-overdue:run-${id}`])
  })
})
