import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/postgres.ts'
import { openRuns } from '../run-figure-queries.ts'
import { runStore } from '../store.ts'
import { jobDesk } from './ask.ts'
import { openBoss } from './open-boss.ts'
import { endGivenUp, letWait } from './queries.ts'

const database = await testDatabase()
const boss = await openBoss(database, { looksAfter: false, onError: () => {} })
afterAll(() => boss.stop({ graceful: false }))
const who = { host: 'pc-1', pid: 1, version: '0' }
const desk = jobDesk({ database, who, boss, wake: () => {} })
const by = { actor: 'ana', cause: 'person', language: 'en' } as const
const runs = runStore(database)
const long = (run: number) =>
  database.pool.query(`update run set asked_at = now() - interval '1 hour' where id = $1`, [run])
const inQueue = (run: number, state: string) =>
  database.pool.query(
    `update pgboss.job set state = $2 where id = (select job_id from run where id = $1)`,
    [run, state],
  )

it('ends a run that the queue has given up, so that it can be asked for again', async () => {
  const run = await desk.ask({ task: 'nightly' }, by)
  await long(run)
  await endGivenUp().execute(database.db)
  expect((await runs.get(run)).state).toBe('queued')

  await inQueue(run, 'failed')
  await endGivenUp().execute(database.db)

  expect(await runs.get(run)).toMatchObject({ state: 'failed', error: { code: 'run.given-up' } })
  expect(await desk.ask({ task: 'nightly' }, by)).not.toBe(run)
})

it('leaves alone a run whose process has just said that it is at work', async () => {
  const run = await desk.ask({ task: 'prune' }, by)
  await long(run)
  await inQueue(run, 'failed')
  await database.pool.query(`update run set state = 'running', beat_at = now() where id = $1`, [
    run,
  ])
  await endGivenUp().execute(database.db)

  expect((await runs.get(run)).state).toBe('running')
})

it('puts back what a server that stops was at, under a number of its own', async () => {
  const job = { task: 'analyze' } as const
  const run = await desk.ask(job, by)
  const before = await jobOf(run)
  await database.pool.query(`update run set state = 'running' where id = $1`, [run])

  await desk.putBack({ run, job, by }, null)

  expect((await runs.get(run)).state).toBe('queued')
  expect(await jobOf(run)).not.toBe(before)
})

it('lets nothing wait again that another process has taken over, or that has ended', async () => {
  const run = await desk.ask({ task: 'check' }, by)
  const again = (host: string) =>
    letWait({ id: run, error: null, host, pid: 1 }).execute(database.db)
  await database.pool.query(`update run set state = 'running', host = 'pc-2' where id = $1`, [run])
  expect((await again('pc-1')).rows).toEqual([])

  await database.pool.query(`update run set state = 'agreed', ended_at = now() where id = $1`, [
    run,
  ])
  expect((await again('pc-2')).rows).toEqual([])
  expect((await runs.get(run)).state).toBe('agreed')
})

it.each([
  ['those given up', endGivenUp],
  ['how many are open', openRuns],
])('looks for %s among open runs alone', async (_what, statement) => {
  const plan = await database.transaction(async ({ db }) => {
    await sql`set local enable_seqscan = off`.execute(db) // of a small table it would choose that
    return (await sql`explain ${statement()}`.execute(db)).rows
  })

  expect(JSON.stringify(plan)).toContain('run_open')
})

async function jobOf(run: number): Promise<string> {
  const { rows } = await database.pool.query('select job_id from run where id = $1', [run])
  return rows[0].job_id
}
