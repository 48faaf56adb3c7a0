import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/db/database.ts'
import { jobDesk } from '../../src/jobs/queue/ask.ts'
import { openBoss } from '../../src/jobs/queue/open-boss.ts'
import { runStore } from '../../src/jobs/store.ts'
import { testDatabase } from '../support/postgres.ts'
import { type StoppableMuster, startStoppable } from '../support/stoppable-muster.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster jobs '))
const { url } = await testDatabase()
const config = join(folder, 'muster.yaml')
const inbox = join(folder, 'inbox')
await mkdir(inbox)
const schedule = { nightly: null, figures: null, collectAgain: null, retrain: null, inbox: null }
await writeFile(config, JSON.stringify({ sources: {}, schedule, events: { inbox } }))

const database = await openDatabase({ url })
const boss = await openBoss(database, { looksAfter: false, onError: () => {} })
const who = { host: 'test', pid: 1, version: '0' }
const desk = jobDesk({ database, who, boss, wake: () => {} })
const runs = runStore(database)
const BY = { actor: 'ana', cause: 'person', language: 'en' } as const
const RECOUNT = { task: 'recompute', source: null, from: null, to: null } as const

const servers: StoppableMuster[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.signal('SIGTERM')
    await server.ended
  }
})
afterAll(async () => {
  await boss.stop({ graceful: false })
  await database.close()
  await rm(folder, { recursive: true })
})

/** A process that does jobs. */
async function work(file = config): Promise<StoppableMuster> {
  const server = startStoppable({ env: { DATABASE_URL: url }, args: ['--config', file, 'work'] })
  servers.push(server)
  await expect.poll(server.out, { timeout: 20_000, interval: 50 }).toMatch(/does jobs/u)
  return server
}

const ended = async (run: number, withinMs = 120_000) => {
  await expect
    .poll(async () => (await runs.get(run)).endedAt, { timeout: withinMs, interval: 50 })
    .not.toBeNull()
  return runs.get(run)
}

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)

/** Keeps a recount from its end for as long as it lasts: the days are somebody else's. */
async function holdDays() {
  const session = new pg.Client({ connectionString: url })
  await session.connect()
  await session.query('begin')
  await session.query('lock table metric_day in access exclusive mode')
  return {
    release: async () => {
      await session.query('rollback')
      await session.end()
    },
  }
}

describe('two servers on one database', () => {
  it('share what is asked for and do each job once', { timeout: 300_000 }, async () => {
    const [one, two] = await Promise.all([work(), work()])
    const asked: number[] = []
    const ask = async (days: readonly number[]) => {
      for (const day of days) {
        const from = `2026-01-${String(day).padStart(2, '0')}`
        asked.push(await desk.ask({ ...RECOUNT, from, to: from }, BY))
      }
    }
    await ask(range(1, 15))
    const first = await ended(asked[0] ?? 0)
    const quick = first.pid === one.pid ? one : two
    quick.signal('SIGTERM')
    await ask(range(16, 30)) // however quick it was: these are asked for while it stops
    await quick.ended
    await ask([31])
    const done = await Promise.all(asked.map((run) => ended(run)))

    expect(new Set(asked).size).toBe(31)
    expect(done.map(({ state }) => state)).toEqual(Array(31).fill('agreed'))
    for (const run of asked) {
      const kinds = (await runs.log(run)).map(({ kind }) => kind)
      const begun = kinds.filter((kind) => kind === 'started' || kind === 'taken-over')
      expect(begun).toHaveLength(1 + kinds.filter((kind) => kind === 'retry').length)
    }
    expect(new Set(done.map(({ pid }) => pid)).size).toBe(2)
    expect(one.out() + two.out()).not.toMatch(/job failed/u)
  })

  it('ask for what is due once, and catch up once', { timeout: 300_000 }, async () => {
    const due = join(folder, 'due.yaml')
    const often = { ...schedule, figures: '0 3 * * *' }
    await writeFile(due, JSON.stringify({ sources: {}, schedule: often }))
    await database.pool.query(
      `insert into job_due (name, due_at, cron) values ('figures', now() - interval '40 days', '0 3 * * *')`,
    )
    const starting = () =>
      startStoppable({ env: { DATABASE_URL: url }, args: ['--config', due, 'work'] })
    servers.push(starting(), starting())
    const asked = async () =>
      (await database.pool.query(`select run_id from job_due where run_id is not null`)).rows
    await expect.poll(asked, { timeout: 20_000, interval: 100 }).toHaveLength(1)
    await sleep(3000)

    const [{ run_id: run }] = await asked()
    expect(await asked()).toHaveLength(1)
    expect(await ended(run)).toMatchObject({ task: 'recompute', cause: 'schedule', tries: 1 })
  })

  it('take over what a killed one was at', { timeout: 300_000 }, async () => {
    const hold = await holdDays()
    const doomed = await work()
    const run = await desk.ask(RECOUNT, BY)
    await expect.poll(async () => (await runs.get(run)).state, { timeout: 60_000 }).toBe('running')
    const before = await runs.get(run)
    await work()
    doomed.signal('SIGKILL')
    await doomed.ended
    await hold.release()
    const after = await ended(run)

    expect(after).toMatchObject({ state: 'agreed', tries: 2 })
    expect(after.pid).not.toBe(before.pid)
    const kinds = (await runs.log(run)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind !== 'step')).toEqual(['started', 'taken-over'])
  })

  it('take over what a frozen one was at, and do it once', { timeout: 300_000 }, async () => {
    const leased = join(folder, 'leased.yaml')
    const short = { ...schedule, leaseSeconds: 3 }
    await writeFile(leased, JSON.stringify({ sources: {}, schedule: short }))
    const hold = await holdDays()
    const frozen = await work(leased)
    const run = await desk.ask(RECOUNT, BY)
    await expect.poll(async () => (await runs.get(run)).state, { timeout: 60_000 }).toBe('running')
    await sleep(1500) // it waits for the days within its transaction, and has said that it is at work
    frozen.signal('SIGSTOP')
    const other = await work(leased)
    const tries = async () => (await runs.get(run)).tries
    await expect.poll(tries, { timeout: 60_000, interval: 50 }).toBe(2)
    await hold.release()
    const after = await ended(run)
    frozen.signal('SIGCONT')
    const next = await desk.ask({ ...RECOUNT, from: '2026-01-01', to: '2026-01-01' }, BY)
    await ended(next)
    await expect.poll(frozen.err, { timeout: 60_000 }).toMatch(/job (?:will be tried|failed)/u)
    await sleep(7000) // what the queue would give out again it would have given out by now

    expect(after).toMatchObject({ state: 'agreed', tries: 2, pid: other.pid })
    expect(await runs.get(run)).toEqual(after)
    const kinds = (await runs.log(run)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'started' || kind === 'taken-over')).toHaveLength(2)
  })
})

describe('a server that is asked to stop', () => {
  it('puts back what it was at, and another does it', { timeout: 300_000 }, async () => {
    const hold = await holdDays()
    const first = await work()
    const run = await desk.ask(RECOUNT, BY)
    await expect.poll(async () => (await runs.get(run)).state, { timeout: 60_000 }).toBe('running')
    first.signal('SIGTERM')
    await sleep(300)
    await hold.release()
    const { code } = await first.ended

    expect(code).toBe(0)
    const state = (await runs.get(run)).state
    expect(['queued', 'agreed']).toContain(state) // it may have been past its last safe point
    await work()
    expect(await ended(run)).toMatchObject({ state: 'agreed' })
  })
})

describe('a night whose server is asked to stop', () => {
  it('goes back into the queue, and another does it whole', { timeout: 300_000 }, async () => {
    const figures = await database.tryExclusive('figures')
    const first = await work()
    const run = await desk.ask({ task: 'nightly' }, BY)
    await expect.poll(async () => (await runs.get(run)).state, { timeout: 60_000 }).toBe('running')
    await sleep(2000) // it comes to its study, which waits for the lane
    first.signal('SIGTERM')
    const { code } = await first.ended

    expect([code, (await runs.get(run)).state]).toEqual([0, 'queued'])
    await figures?.release()
    await work()
    expect(await ended(run)).toMatchObject({ state: 'agreed', tries: 2, error: null })
  })
})

describe('a run that is asked to stop', () => {
  it('never begins where it waits', async () => {
    const run = await desk.ask({ task: 'housekeeping' }, BY)
    await desk.stop(run, 'berta')

    expect(await runs.get(run)).toMatchObject({
      ...{ state: 'interrupted', tries: 0, cancelAskedBy: 'berta' },
      error: { code: 'run.cancelled' },
    })
    await expect(desk.stop(run, 'berta')).rejects.toMatchObject({ code: 'run.ended' })
    await expect(desk.stop(987_654, 'berta')).rejects.toMatchObject({ code: 'run.not-found' })
  })
})
