import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { StudyOrder } from '../../src/analytics/study/study-series.ts'
import { openStudyPool } from '../../src/jobs/analytics/study-pool.ts'
import type { StudyOutcome } from '../../src/jobs/analytics/study-thread.ts'
import type { Day } from '../../src/lib/day.ts'
import { DAYS, type Kind, kindOf, makeDaily } from './daily-kinds.ts'

/** What came of the study of one series. */
export interface Outcome {
  readonly kind: Kind
  /** The model that was chosen; null where none can be fitted. */
  readonly model: string | null
  readonly skilled: boolean
}

/** How long whoever waits on the main thread waits, in milliseconds; the pause between two looks is part of it. */
export interface Delays {
  readonly medianMs: number
  readonly p99Ms: number
  readonly maxMs: number
  readonly looks: number
}

/** What it took to study series on threads. */
export interface ManyRun {
  readonly series: number
  readonly threads: number
  readonly seconds: number
  /** Of all threads, the main one among them. */
  readonly processorSeconds: number
  /** While the first of them were studied, `DELAYS_OVER` at most. */
  readonly delays: Delays
  /** The most the process ever held. */
  readonly peakBytes: number
  readonly outcomes: readonly Outcome[]
}

/** Over so many series delays are looked at. */
export const DELAYS_OVER = 1000
/** How many are sent to the threads at once, and how many a thread is given at a time: as a study does. */
const BATCH = 50
const SHARE = 2
export const EVERY_MS = 10
export const FIRST: Day = '2024-11-21'
/** Anomalies are judged over the last weeks, as on the day a series has new figures. */
const JUDGED = 28

/** Studies so many series, a model chosen for each, and watches the main thread meanwhile. */
export async function studyMany(
  { series, threads }: { readonly series: number; readonly threads: number },
  tell: (done: number, seconds: number) => void = () => undefined,
): Promise<ManyRun> {
  const pool = openStudyPool(threads)
  const watch = monitorEventLoopDelay({ resolution: EVERY_MS })
  const outcomes: Outcome[] = []
  try {
    const processorBefore = process.cpuUsage()
    const started = performance.now()
    const secondsSoFar = () => (performance.now() - started) / 1000
    watch.enable()
    while (outcomes.length < series) {
      const numbers = numbersFrom(outcomes.length, Math.min(BATCH, series - outcomes.length))
      const shares = sharesOf(numbers).map((share) => pool.study(share.map(orderOf)))
      const studies = (await Promise.all(shares)).flat()
      outcomes.push(...studies.map((study, at) => outcomeOf(numbers[at] ?? 0, study)))
      if (outcomes.length >= DELAYS_OVER) watch.disable()
      tell(outcomes.length, secondsSoFar())
    }
    watch.disable()
    const { user, system } = process.cpuUsage(processorBefore)
    return {
      ...{ series, threads, outcomes, seconds: secondsSoFar() },
      processorSeconds: (user + system) / 1e6,
      delays: delaysOf(watch),
      peakBytes: process.resourceUsage().maxRSS * 1024,
    }
  } finally {
    await pool.close()
  }
}

function numbersFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => first + at)
}

function sharesOf(numbers: readonly number[]): number[][] {
  const count = Math.ceil(numbers.length / SHARE)
  return Array.from({ length: count }, (_, at) => numbers.slice(at * SHARE, (at + 1) * SHARE))
}

function orderOf(number: number): StudyOrder {
  const series = { first: FIRST, values: makeDaily(number) }
  return { series, exempt: [], judgedFrom: DAYS - JUDGED, kept: null }
}

/** Throws where a study is not what it should be. */
function outcomeOf(number: number, outcome: StudyOutcome): Outcome {
  const kind = kindOf(number)
  if (outcome.kind === 'broken') throw new Error(`series ${number}: ${outcome.bug}`)
  const { forecast } = outcome.study
  if (forecast.kind === 'unknown') return { kind, model: null, skilled: false }
  if (forecast.kind !== 'chosen') throw new Error(`series ${number} was not studied anew`)
  const { mean, error } = forecast.outlook
  if (![...mean, ...error].every(Number.isFinite)) throw new Error(`series ${number} is lost`)
  return { kind, model: forecast.kept.model, skilled: forecast.lack === null }
}

/** What a watch of the event loop saw. */
export function delaysOf(watch: ReturnType<typeof monitorEventLoopDelay>): Delays {
  const ms = (nanoseconds: number) => nanoseconds / 1e6
  return {
    ...{ medianMs: ms(watch.percentile(50)), p99Ms: ms(watch.percentile(99)) },
    ...{ maxMs: ms(watch.max), looks: watch.count },
  }
}
