import type { AnomalyAnswer } from '../../analytics/anomaly/anomaly.ts'
import type { SeriesName } from '../../analytics/figures/series-name.ts'
import { figureStore } from '../../analytics/figures/store.ts'
import type { Causes } from '../../analytics/forecast/regressors/causes.ts'
import type { DailySeries } from '../../analytics/series.ts'
import type { VerdictWord } from '../../analytics/study/anomaly-queries.ts'
import { exemptPlaces } from '../../analytics/study/exempt-places.ts'
import type { JudgeOrder } from '../../analytics/study/judge-now.ts'
import { studyStore } from '../../analytics/study/store.ts'
import type { Study } from '../../analytics/study/study-series.ts'
import { type Day, dayIn } from '../../lib/day.ts'
import type { JobContext } from '../context.ts'
import { openStudyPool, type StudyPool } from './study-pool.ts'

/** A series as it is now, and what people said of its days. */
export interface SeriesNow {
  readonly series: DailySeries
  readonly verdicts: readonly { readonly day: Day; readonly verdict: VerdictWord }[]
}

/** Reads a series with the history that a study has too; null where it has no day yet. */
export async function seriesNow(
  { database, now, settings }: Pick<JobContext, 'database' | 'now' | 'settings'>,
  name: SeriesName,
): Promise<SeriesNow | null> {
  const today = dayIn(settings.timeZone, now())
  const asked = { names: [name], aggregate: name.aggregate, today }
  const [named] = await figureStore(database).series(asked)
  if (!named) return null
  return { series: named.series, verdicts: await studyStore(database).verdicts([name]) }
}

/** Judges a series on a thread, one of `shared` where there is such a pool; keeps nothing. */
export async function judgeOnThread(
  { series, verdicts }: SeriesNow,
  asked: Pick<JudgeOrder, 'range' | 'direction' | 'judgement'>,
  shared: StudyPool | null = null,
): Promise<AnomalyAnswer> {
  const exempt = exemptPlaces(
    series,
    verdicts.map(({ day }) => day),
  )
  const order = { ...asked, series, exempt }
  if (shared !== null) return shared.judge(order)
  const pool = openStudyPool(1)
  return await pool.judge(order).finally(() => pool.close())
}

/** Works out what is expected of a series, with what moves it where that is named, on a thread; keeps nothing. */
export async function foretellOnThread(
  { series }: SeriesNow,
  causes: Causes | null = null,
): Promise<Study> {
  const pool = openStudyPool(1)
  const judgedFrom = series.values.length
  const order = { series, exempt: [], judgedFrom, kept: null, ...(causes ? { causes } : {}) }
  const [outcome] = await pool.study([order]).finally(() => pool.close())
  if (outcome?.kind === 'studied') return outcome.study
  throw new Error(outcome ? outcome.bug : 'the series was not studied')
}
