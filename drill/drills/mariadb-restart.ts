import { setTimeout as sleep } from 'node:timers/promises'
import { makeChance } from '../../demo/chance.ts'
import type { Drill, Scene } from '../drill.ts'
import { until } from '../kill/jobs.ts'
import { wholeWriting, writtenTwice } from '../kill/writing.ts'
import type { Verdict } from '../tally.ts'
import { type Trial, withTrial } from '../world/trial.ts'

/** Batches that a process of ours has said it is about to write. */
const BEGUN = `
  select count(*)::integer as n
  from attempt
  where run_id = (select id from run where state = 'running' order by id desc limit 1)`
const BEGUN_WITHIN_MS = 120_000

async function strike(trial: Trial, command: 'apply' | 'undo', waitMs: number) {
  const { world, database } = trial
  const first = trial.start(command, `P${world.plan}`)
  await until(BEGUN_WITHIN_MS, async () => (await database.pool.query(BEGUN)).rows[0].n > 0)
  await sleep(waitMs)
  await world.mariadb.crash()
  await world.mariadb.up()
  return first.ended
}

async function run({ seed, isQuick, tally, world }: Scene): Promise<void> {
  const chance = makeChance(seed + 5)
  const rounds = isQuick ? 1 : 4
  for (let round = 0; round < rounds; round += 1) {
    for (const command of isQuick ? (['apply'] as const) : (['apply', 'undo'] as const)) {
      const waitMs = chance.below(150)
      await tally.attempt(
        `seed ${seed}, ${command}, ${waitMs} ms after it began to write`,
        async () =>
          withTrial(await world(), command === 'apply' ? 'planned' : 'applied', async (trial) => {
            const { code, answer } = await strike(trial, command, waitMs)
            const named = answer?.error?.code
            tally.saw(code === 0 ? 'ended in spite of it' : `ended with ${named}`)
            const isTold = code === 0 || named === 'ocs.lost' || named === 'ocs.unreachable'
            return judged(trial, command, isTold ? [] : [`it said ${JSON.stringify(answer)}`])
          }),
      )
    }
  }
}

/** Just after the fault, and once it was run again. */
async function judged(
  trial: Trial,
  command: 'apply' | 'undo',
  untold: readonly string[],
): Promise<Verdict> {
  await trial.quiet()
  const atOnce = [...(await writtenTwice(trial)), ...(await trial.breaches('always'))]
  const again = await trial.start(command, `P${trial.world.plan}`).ended
  const { lost, wrong } = await wholeWriting(trial, command, again)
  return { lost, wrong: [...untold, ...atOnce, ...wrong, ...(await trial.breaches('settled'))] }
}

export const mariadbRestart: Drill = {
  name: 'mariadb-restart',
  does: 'the MariaDB of OCS is killed and started again while a plan is applied or taken back',
  killShare: 0,
  run,
}
