import { setTimeout as sleep } from 'node:timers/promises'
import { jobDesk } from '../../src/jobs/queue/ask.ts'
import type { Job } from '../../src/jobs/queue/job.ts'
import { openBoss } from '../../src/jobs/queue/open-boss.ts'
import type { StoppableMuster } from '../../test/support/stoppable-muster.ts'
import type { Verdict } from '../tally.ts'
import type { Trial } from '../world/trial.ts'
import { absent, namesOn } from './questions.ts'
import { wholeWriting } from './writing.ts'

/** What servers are asked for at once, in several lanes: today collected, the plan applied, days worked out anew. */
export function jobsOf({ world }: Trial): Job[] {
  return [
    { task: 'apply', plan: world.plan },
    { task: 'collect', sources: [] },
    { task: 'recompute', source: null, from: null, to: null },
    { task: 'housekeeping' },
  ]
}

/** Asks for jobs as a person would; gives the numbers of their runs. */
export async function askFor({ database }: Trial, jobs: readonly Job[]): Promise<number[]> {
  const boss = await openBoss(database, { looksAfter: false, onError: () => {} })
  const who = { host: 'drill', pid: process.pid, version: '0' }
  const desk = jobDesk({ database, who, boss, wake: () => {} })
  const runs: number[] = []
  for (const job of jobs) {
    runs.push(await desk.ask(job, { actor: 'ana', cause: 'person', language: 'en' }))
  }
  await boss.stop({ graceful: false })
  return runs
}

/** Runs that have not ended, and jobs that the queue will give out again, whatever their runs say meanwhile. */
const UNDER_WAY = `
  select (select count(*) from run where state in ('queued', 'running'))
    + (select count(*) from pgboss.job where state in ('created', 'retry', 'active')) as n`

async function underWay({ database }: Trial): Promise<number> {
  return Number((await database.pool.query(UNDER_WAY)).rows[0].n)
}

/** Waits until one of these runs is at work; false when it takes too long. */
export async function begun({ database }: Trial, runs: readonly number[]): Promise<boolean> {
  return until(WITHIN_MS, async () => {
    const { rows } = await database.pool.query(
      "select from run where id = any($1::bigint[]) and state <> 'queued'",
      [runs],
    )
    return rows.length > 0
  })
}

const WITHIN_MS = 300_000

/** Waits until nothing waits or is at work, what follows the jobs included; false when it takes too long. */
export function allEnded(trial: Trial): Promise<boolean> {
  return until(WITHIN_MS, async () => (await underWay(trial)) === 0)
}

/** Asks again and again, until it is so or the time is over. */
export async function until(withinMs: number, isSo: () => Promise<boolean>): Promise<boolean> {
  const end = Date.now() + withinMs
  while (!(await isSo())) {
    if (Date.now() > end) return false
    await sleep(50)
  }
  return true
}

/** Ends a server in good order, and says when it does not end well. */
export async function stopped(server: StoppableMuster): Promise<string[]> {
  server.signal('SIGTERM')
  const { code, signal, said } = await server.ended
  return code === 0 ? [] : [`the server ended with ${code ?? signal}: ${said.slice(-500)}`]
}

/** What is lost or wrong once all that was asked for should have been done. */
export async function wholeJobs(trial: Trial, runs: readonly number[]): Promise<Verdict> {
  const { rows } = await trial.database.pool.query(
    `select id, task, state, tries, error from run where id = any($1::bigint[])
      and state not in ('agreed', 'differences')`,
    [runs],
  )
  const { world } = trial
  const written = await wholeWriting(trial, 'apply', { code: 0, answer: null })
  const unnamed = absent(world.fleet.namesOn(0), await namesOn(trial, world.today))
  return {
    lost: [
      ...rows.map((run) => `run ${JSON.stringify(run)}`),
      ...written.lost,
      ...unnamed.map((name) => `"${name}"`),
    ],
    wrong: [...written.wrong, ...(await trial.breaches('settled'))],
  }
}
