import type { SeriesName } from '../../analytics/figures/series-name.ts'
import type { Regressor } from '../../analytics/forecast/regressors/regressor.ts'
import type { StudiedSeries } from '../../analytics/study/new-studies.ts'
import type { StudyOrder } from '../../analytics/study/study-series.ts'
import { AppError } from '../../lib/errors.ts'
import type { JobContext } from '../context.ts'
import type { RunHandle } from '../record-run.ts'
import { runRecorded } from '../run-recorded.ts'
import { keepStudies } from './keep-studies.ts'
import {
  judgedFrom,
  type LookedSeries,
  type LookWish,
  lookAtSeries,
  studyOrder,
} from './study-look.ts'
import { namesOf, siteNames } from './study-names.ts'
import { openStudyPool, type StudyPool } from './study-pool.ts'
import {
  addSummaries,
  faultOf,
  NO_STUDY,
  type SeriesFault,
  type StudySummary,
  stateOfStudy,
  summaryOf,
} from './study-summary.ts'
import type { StudyOutcome } from './study-thread.ts'

/** Which series are studied; plain data. */
export interface StudyRequest {
  /** Null for those of all sources. */
  readonly source: string | null
  /** Null for all metrics. */
  readonly metric: string | null
  /** Chooses every model anew, whatever is known of the series. */
  readonly anew: boolean
  /** What moves the metric, from now on; null or absent for what was named before. */
  readonly regressors?: readonly Regressor[] | null
}

/**
 * Looks at daily series for what is odd, and works out what is expected of them; one that cannot be studied is told, and
 * the others are. Throws `metric.not-found`.
 */
export function studyFigures(context: JobContext, request: StudyRequest) {
  return runRecorded<StudySummary>(context, 'study', async (run) => {
    const summary = await studyWithin(context, run, request)
    return { state: stateOfStudy(summary), summary }
  })
}

/** How many series are read, studied and kept at once; a look for what is odd takes a hundredth of a choice of models. */
const BATCH = { full: 50, judged: 200 } as const
/** How many a thread is given at once. */
const SHARE = { full: 2, judged: 20 } as const

/** The same within a run. */
export async function studyWithin(
  context: JobContext,
  run: RunHandle,
  { source, metric, anew, regressors = null }: StudyRequest,
): Promise<StudySummary> {
  const names = await namesOf(context, source, metric)
  const { studySites } = context.settings.analytics
  const isAll = source === null && metric === null
  const sites = isAll && studySites !== 'none' ? await siteNames(context) : []
  const isJudgedOnly = studySites === 'anomalies'
  const pool = openStudyPool()
  try {
    return await run.progress.step('study-series', async (tick) => {
      const total = names.length + sites.length
      const studying = { context, run, pool }
      const whole = await studyAll({ ...studying, tick: (done) => tick(done, total) }, names, {
        anew,
        regressors,
        isJudgedOnly: false,
      })
      const bySite = await studyAll(
        { ...studying, tick: (done) => tick(names.length + done, total) },
        sites,
        { anew, regressors: null, isJudgedOnly },
      )
      return addSummaries(whole, bySite)
    })
  } finally {
    await pool.close()
  }
}

interface Studying {
  readonly context: JobContext
  readonly run: RunHandle
  readonly pool: StudyPool
  readonly tick: (done: number) => void
}

async function studyAll(
  studying: Studying,
  names: readonly SeriesName[],
  wish: LookWish,
): Promise<StudySummary> {
  const size = wish.isJudgedOnly ? BATCH.judged : BATCH.full
  let summary = NO_STUDY
  for (let from = 0; from < names.length; from += size) {
    const batch = names.slice(from, from + size)
    let done = from
    const tell = (count: number) => {
      done += count
      studying.tick(Math.min(done, names.length))
    }
    summary = addSummaries(summary, await studyBatch({ ...studying, tell }, batch, wish))
    studying.tick(from + batch.length)
  }
  return summary
}

/** Told how many more are studied. */
type Batching = Studying & { readonly tell: (count: number) => void }

async function studyBatch(
  batching: Batching,
  names: readonly SeriesName[],
  wish: LookWish,
): Promise<StudySummary> {
  const { context, run } = batching
  const looked = await lookAtSeries(context, names, wish)
  const wanted = looked.filter(({ need }) => need !== 'none')
  const { ready, faults: unready } = ordersOf(wanted)
  const outcomes = await studyOnThreads(batching, ready, wish)
  const { studied, faults: broken } = partedBy(ready, outcomes)
  const kept = await keepStudies(context.database, studied, { runId: run.id, now: context.now() })
  const faults = [...unready, ...broken, ...kept.faults]
  const counts = summaryOf(kept.studied.map(({ study }) => study))
  const dayless = wish.isJudgedOnly ? 0 : names.length - looked.length // of some only today is known
  return {
    ...{ ...counts, newAnomalies: kept.newAnomalies },
    ...{ series: looked.length + dayless, unknown: counts.unknown + dayless },
    unchanged: looked.length - wanted.length,
    ...{ broken: faults.length, faults },
  }
}

/** A series that is studied, with what a thread is given of it. */
interface ReadySeries {
  readonly looked: LookedSeries
  readonly order: StudyOrder
}

function ordersOf(wanted: readonly LookedSeries[]) {
  const [ready, faults]: [ReadySeries[], SeriesFault[]] = [[], []]
  for (const looked of wanted) {
    try {
      ready.push({ looked, order: studyOrder(looked) })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      faults.push(faultIn(looked, faultOf(error)))
    }
  }
  return { ready, faults }
}

function partedBy(ready: readonly ReadySeries[], outcomes: readonly StudyOutcome[]) {
  const [studied, faults]: [StudiedSeries[], SeriesFault[]] = [[], []]
  for (const [at, { looked }] of ready.entries()) {
    const outcome = outcomes[at]
    if (!outcome) throw new Error(`${looked.named.metric} was not studied`)
    if (outcome.kind === 'broken') {
      faults.push(faultIn(looked, { bug: outcome.bug }))
      continue
    }
    const { named, figuresHash, regressors, causes } = looked
    const { study } = outcome
    studied.push({
      ...{ ...named, figuresHash, study, regressors, causes },
      judgedFrom: judgedFrom(looked),
    })
  }
  return { studied, faults }
}

function faultIn({ named: { source, metric } }: LookedSeries, error: SeriesFault['error']) {
  return { source, metric, error }
}

/** Throws `run.cancelled` when it is stopped on request; nothing of the batch is kept then. */
async function studyOnThreads(
  { context: { signal }, run, pool, tell }: Batching,
  ready: readonly ReadySeries[],
  { isJudgedOnly }: LookWish,
): Promise<StudyOutcome[]> {
  const size = isJudgedOnly ? SHARE.judged : SHARE.full
  const orders = ready.map(({ order }) => order)
  const shares = sharesOf(orders, size).map(async (share) => {
    const outcomes = await outcomesOf(pool, share, signal)
    tell(share.length)
    return outcomes
  })
  try {
    return (await Promise.all(shares)).flat()
  } catch (error) {
    if (signal?.aborted) throw new AppError('run.cancelled', { id: run.id }, { cause: error })
    throw error
  }
}

/** A thread that dies, of memory for instance, takes no more with it than what it was given. */
async function outcomesOf(
  pool: StudyPool,
  share: readonly StudyOrder[],
  signal: AbortSignal | undefined,
): Promise<StudyOutcome[]> {
  try {
    return await pool.study(share, signal)
  } catch (error) {
    if (signal?.aborted) throw error
    return share.map(() => ({ kind: 'broken', bug: String(error) }))
  }
}

function sharesOf(orders: readonly StudyOrder[], size: number): StudyOrder[][] {
  const count = Math.ceil(orders.length / size)
  return Array.from({ length: count }, (_, at) => orders.slice(at * size, (at + 1) * size))
}
