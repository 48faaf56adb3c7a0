import { setTimeout as sleep } from 'node:timers/promises'
import type { StoppableMuster } from '../../test/support/stoppable-muster.ts'
import type { Scene } from '../drill.ts'
import type { Verdict } from '../tally.ts'
import { type Trial, withTrial } from '../world/trial.ts'
import type { Start } from '../world/world.ts'
import { instants } from './instants.ts'

/** A command that is killed, and what must be so then. */
export interface Ordeal<Before> {
  readonly drill: string
  readonly start: Start | 'empty'
  /** Makes the database ready, and notes what must not be lost. */
  prepare(trial: Trial, attempt: number): Promise<Before>
  command(trial: Trial): readonly string[]
  /** What is lost or wrong just after the kill: a part of its work, for instance. */
  broken(trial: Trial, before: Before): Promise<Verdict>
  /** What is lost or wrong once it was run again, and ended so. */
  whole(trial: Trial, before: Before, end: End): Promise<Verdict>
}

export type End = Awaited<StoppableMuster['ended']>

/** Up to which share of the kills the process only starts: it has no session yet. */
const STARTING = 0.08
const QUICKER = 0.8

interface Life {
  startMs: number
  workMs: number
}

/** Kills the command at the instants of the seed, runs it again each time, and judges both. */
export async function killAtRandom<Before>(scene: Scene, ordeal: Ordeal<Before>): Promise<void> {
  const { seed, kills, tally } = scene
  const life = await measure(scene, ordeal)
  for (const [at, share] of instants({ seed, drill: ordeal.drill, kills }).entries()) {
    const how = `seed ${seed}, at ${share.toFixed(4)} of its life`
    await tally.attempt(how, async () => {
      for (;;) {
        const verdict = await killAndRunAgain(scene, ordeal, { at, share, life })
        if (verdict !== null) return verdict
        tally.saw('ended before the kill')
        life.workMs *= QUICKER
      }
    })
  }
}

interface Kill {
  /** Its number, from 0. */
  readonly at: number
  /** When it comes, as a share of the life of the process. */
  readonly share: number
  readonly life: Life
}

/** Null when the process had ended before it could be killed: then nothing is known. */
async function killAndRunAgain<Before>(
  { tally, world }: Scene,
  ordeal: Ordeal<Before>,
  kill: Kill,
): Promise<Verdict | null> {
  return withTrial(await world(), ordeal.start, async (trial) => {
    const before = await ordeal.prepare(trial, kill.at)
    const landed = await killOnce(trial, ordeal, kill)
    if (landed === null) return null
    tally.saw(landed)
    await trial.quiet()
    const broken = await ordeal.broken(trial, before)
    // tables that are not made yet hold no invariants
    const atOnce = ordeal.start === 'empty' ? [] : await trial.breaches('always')
    const end = await trial.start(...ordeal.command(trial)).ended
    await trial.quiet()
    const whole = await ordeal.whole(trial, before, end)
    const settled = await trial.breaches('settled')
    return {
      lost: [...broken.lost, ...whole.lost],
      wrong: [...broken.wrong, ...atOnce, ...whole.wrong, ...settled],
    }
  })
}

/** How long it takes to start, and then to work, when nobody kills it; which must come out well. */
async function measure<Before>(scene: Scene, ordeal: Ordeal<Before>): Promise<Life> {
  return withTrial(await scene.world(), ordeal.start, async (trial) => {
    const before = await ordeal.prepare(trial, 0)
    const from = performance.now()
    const started = trial.start(...ordeal.command(trial))
    await reachSession(trial, started)
    const startMs = performance.now() - from
    const end = await started.ended
    const workMs = performance.now() - from - startMs
    const { lost, wrong } = await ordeal.whole(trial, before, end)
    const all = [...lost, ...wrong, ...(await trial.breaches('settled'))]
    if (all.length > 0) throw new Error(`${ordeal.drill} is not well without a kill: ${all[0]}`)
    return { startMs, workMs }
  })
}

/** Where the kill came; null when the process had ended before. */
async function killOnce<Before>(
  trial: Trial,
  ordeal: Ordeal<Before>,
  { share, life }: Kill,
): Promise<string | null> {
  const started = trial.start(...ordeal.command(trial))
  const isStarting = share < STARTING
  if (isStarting) await sleep((share / STARTING) * life.startMs)
  else {
    await reachSession(trial, started)
    await sleep(((share - STARTING) / (1 - STARTING)) * life.workMs)
  }
  started.signal('SIGKILL')
  const { signal } = await started.ended
  if (signal === null) return null
  return isStarting ? 'killed while it started' : 'killed at work'
}

/** Waits until the process has a session, or is over. */
async function reachSession(trial: Trial, { ended }: StoppableMuster): Promise<void> {
  let isOver = false
  ended.then(() => {
    isOver = true
  })
  while (!isOver && (await trial.sessions()) === 0) await sleep(2)
}
