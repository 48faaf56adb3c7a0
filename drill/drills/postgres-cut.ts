import { setTimeout as sleep } from 'node:timers/promises'
import { makeChance } from '../../demo/chance.ts'
import type { Drill, Scene } from '../drill.ts'
import { allEnded, askFor, begun, jobsOf, stopped, until, wholeJobs } from '../kill/jobs.ts'
import type { Verdict } from '../tally.ts'
import { type Trial, withTrial } from '../world/trial.ts'

/** All sessions of the trial but that of the drill. */
const CUT = `
  select pg_terminate_backend(pid)
  from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'drill'`
const DOWN_MS = 2_000
const READY_WITHIN_MS = 120_000

interface Fault {
  readonly name: string
  strike(trial: Trial): Promise<unknown>
}

const FAULTS: readonly Fault[] = [
  { name: 'every connection cut', strike: ({ database }) => database.pool.query(CUT) },
  {
    name: 'every connection cut, three times in a row',
    strike: async ({ database }) => {
      for (let time = 0; time < 3; time += 1) {
        await database.pool.query(CUT)
        await sleep(700)
      }
    },
  },
  { name: 'the server restarted', strike: (trial) => downAndUp(trial, 'restart') },
  { name: 'the server killed and started again', strike: (trial) => downAndUp(trial, 'crash') },
]

async function downAndUp({ world }: Trial, how: 'restart' | 'crash'): Promise<void> {
  await world.postgres.down(how)
  await sleep(DOWN_MS)
  await world.postgres.up()
}

/** Serves, has jobs under way, is struck, and has to be ready again and to have done them all. */
async function strike(trial: Trial, fault: Fault, waitMs: number): Promise<Verdict> {
  const runs = await askFor(trial, jobsOf(trial))
  const server = trial.serve('serve')
  await until(READY_WITHIN_MS, async () => server.out().includes('listens at'))
  const address = /listens at (\S+)/u.exec(server.out())?.[1] ?? ''
  await begun(trial, runs)
  await sleep(waitMs)
  await fault.strike(trial)
  const isReady = await until(READY_WITHIN_MS, () => answers(`${address}/ready`))
  const isDone = await allEnded(trial)
  const unwell = await stopped(server)
  const { lost, wrong } = await wholeJobs(trial, runs)
  const said = lost.length + wrong.length > 0 ? failuresIn(server.err()) : []
  return {
    lost: [...(isDone ? [] : ['what was asked for was not done in time']), ...lost],
    wrong: [...(isReady ? [] : ['the server was not ready again']), ...unwell, ...wrong, ...said],
  }
}

const SHOWN_FAILURES = 5

/** What the log of a server tells as failures, for whoever looks for the cause. */
function failuresIn(log: string): string[] {
  return log
    .split('\n')
    .filter((line) => line.includes('"level":50'))
    .slice(-SHOWN_FAILURES)
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ status }) => status === 200,
    () => false,
  )
}

async function run({ seed, isQuick, tally, world }: Scene): Promise<void> {
  const chance = makeChance(seed + 3)
  const asked = isQuick ? [chance.pick(FAULTS)] : [...FAULTS, ...FAULTS]
  for (const fault of asked) {
    const waitMs = chance.below(2_500)
    await tally.attempt(`seed ${seed}, ${fault.name} after ${waitMs} ms`, async () =>
      withTrial(await world(), 'planned', (trial) => strike(trial, fault, waitMs)),
    )
  }
}

export const postgresCut: Drill = {
  name: 'postgres-cut',
  does: 'PostgreSQL cuts all connections, is restarted, is killed, under a serving Muster with jobs',
  killShare: 0,
  run,
}
