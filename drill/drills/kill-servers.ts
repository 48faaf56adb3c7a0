import { setTimeout as sleep } from 'node:timers/promises'
import type { Drill, Scene } from '../drill.ts'
import { instants } from '../kill/instants.ts'
import { allEnded, askFor, begun, jobsOf, stopped, wholeJobs } from '../kill/jobs.ts'
import { type Trial, withTrial } from '../world/trial.ts'

/** Servers and workers in turn. */
const COMMANDS = ['serve', 'work'] as const

/** Taken for it in the quick mode, which measures nothing. */
const QUICK_MS = 2_000

/** How long one process is at the jobs when nobody kills it, counted from when it begins the first. */
async function measure(trial: Trial): Promise<number> {
  const runs = await askFor(trial, jobsOf(trial))
  const server = trial.serve('work')
  await begun(trial, runs)
  const from = performance.now()
  await allEnded(trial)
  const took = performance.now() - from
  const unwell = await stopped(server)
  const { lost, wrong } = await wholeJobs(trial, runs)
  const all = [...unwell, ...lost, ...wrong]
  if (all.length > 0) throw new Error(`the jobs are not well without a kill: ${all[0]}`)
  return took
}

async function run(scene: Scene): Promise<void> {
  const { seed, kills, tally } = scene
  const world = await scene.world()
  const tookMs = scene.isQuick ? QUICK_MS : await withTrial(world, 'planned', measure)
  for (const [at, share] of instants({ seed, drill: 'kill-servers', kills }).entries()) {
    const command = COMMANDS[at % COMMANDS.length] ?? 'work'
    await tally.attempt(`seed ${seed}, "muster ${command}" at ${share.toFixed(4)}`, () =>
      withTrial(world, 'planned', async (trial) => {
        const runs = await askFor(trial, jobsOf(trial))
        const doomed = trial.serve(command)
        await begun(trial, runs)
        await sleep(share * tookMs)
        doomed.signal('SIGKILL')
        await doomed.ended
        tally.saw(`killed at work, "muster ${command}"`)
        const next = trial.serve('work')
        const isDone = await allEnded(trial)
        const unwell = await stopped(next)
        const { lost, wrong } = await wholeJobs(trial, runs)
        const late = isDone ? [] : ['what was asked for was not done in time']
        return { lost: [...late, ...lost], wrong: [...unwell, ...wrong] }
      }),
    )
  }
}

export const killServers: Drill = {
  name: 'kill-servers',
  does: 'kill -9 of "muster serve" and "muster work" while they do jobs; another takes over',
  killShare: 0.08,
  run,
}
