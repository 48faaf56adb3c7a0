import { setTimeout as sleep } from 'node:timers/promises'
import { makeChance } from '../../demo/chance.ts'
import type { Drill, Scene } from '../drill.ts'
import { allEnded, askFor, begun, jobsOf, stopped, wholeJobs } from '../kill/jobs.ts'
import type { Verdict } from '../tally.ts'
import { type Trial, withTrial } from '../world/trial.ts'

/** Longer than a server may say nothing of a job: 10 s, and a few until another looks. */
const FROZEN_MS = 30_000
/** What the one that wakes has time to do wrong in. */
const AWAKE_MS = 5_000

const ROUNDS = 4

/** By whom each run was ended, and how often it was begun. */
const RUNS = 'select id, pid, tries, state, ended_at from run order by id'

/** Two servers; the one at work stands still past its lease and wakes when another has done its jobs. */
async function freeze(trial: Trial, waitMs: number, saw: (what: string) => void): Promise<Verdict> {
  const runs = await askFor(trial, jobsOf(trial))
  const frozen = trial.serve('work')
  await begun(trial, runs)
  await sleep(waitMs)
  frozen.signal('SIGSTOP')
  const other = trial.serve('work')
  await sleep(FROZEN_MS)
  const isDone = await allEnded(trial)
  const before = (await trial.database.pool.query(RUNS)).rows
  saw(before.some(({ tries }) => tries > 1) ? 'taken over' : 'nothing was under way')
  frozen.signal('SIGCONT')
  await sleep(AWAKE_MS)
  const after = (await trial.database.pool.query(RUNS)).rows
  const isRewritten = JSON.stringify(before) !== JSON.stringify(after.slice(0, before.length))
  const unwell = [...(await stopped(other)), ...(await stopped(frozen))]
  const { lost, wrong } = await wholeJobs(trial, runs)
  return {
    lost: [...(isDone ? [] : ['what was asked for was not done while one stood still']), ...lost],
    wrong: [
      ...(isRewritten ? ['the one that woke wrote over what the other had ended'] : []),
      ...[...unwell, ...wrong],
    ],
  }
}

async function run({ seed, isQuick, tally, world }: Scene): Promise<void> {
  if (isQuick) {
    tally.notRun('a server that stands still', 'it takes a minute, which the quick mode has not')
    return
  }
  const chance = makeChance(seed + 7)
  for (let round = 0; round < ROUNDS; round += 1) {
    const waitMs = chance.below(2_500)
    await tally.attempt(`seed ${seed}, frozen ${waitMs} ms after it began`, async () =>
      withTrial(await world(), 'planned', (trial) => freeze(trial, waitMs, tally.saw)),
    )
  }
}

export const frozenServer: Drill = {
  name: 'frozen-server',
  does: 'of two servers the one at work stands still (SIGSTOP) past its lease, and wakes (SIGCONT)',
  killShare: 0,
  run,
}
