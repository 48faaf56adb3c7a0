import { hash } from 'node:crypto'
import type { SeriesName } from '../../analytics/figures/series-name.ts'
import { figureStore, type NamedSeries } from '../../analytics/figures/store.ts'
import type { KeptModel } from '../../analytics/forecast/choose/choose-model.ts'
import { type Causes, layCauses } from '../../analytics/forecast/regressors/causes.ts'
import { type Regressor, regressorName } from '../../analytics/forecast/regressors/regressor.ts'
import { exemptPlaces } from '../../analytics/study/exempt-places.ts'
import { type StudyNeed, studyNeed } from '../../analytics/study/kept-study.ts'
import { studyStore } from '../../analytics/study/store.ts'
import { LONGEST_HORIZON, type StudyOrder } from '../../analytics/study/study-series.ts'
import { addDays, type Day, dayIn } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import type { JobContext } from '../context.ts'
import { figuredRegressors } from './regressor-figures.ts'

/** A series, what people said of its days, and what it needs. */
export interface LookedSeries {
  readonly named: NamedSeries
  readonly days: readonly Day[]
  readonly figuresHash: string
  readonly need: StudyNeed
  /** The model that serves on; null where one is chosen. */
  readonly kept: KeptModel | null
  /** What is named as moving it, in the order of `causes`. */
  readonly regressors: readonly Regressor[]
  readonly causes: Causes | null
  readonly isJudgedOnly: boolean
}

/** How series are looked at. */
export interface LookWish {
  readonly anew: boolean
  /** What moves the figures; null for what was named before. */
  readonly regressors: readonly Regressor[] | null
  /** Whether those without a model are only looked at for what is odd. */
  readonly isJudgedOnly: boolean
}

/** By which figure of a day series are studied and kept: that of events by their sum, of one figure a day by it. */
export const STUDIED_AGGREGATE = 'sum'
/** Days are judged anew as long as figures commonly still come in for them. */
export const JUDGED_DAYS = 90
/** The same of series that are only judged: there may be thousands, counted by Muster itself and seldom anew. */
export const JUDGED_ONLY_DAYS = 28
/** What these are judged by: eight weeks of baseline before the first judged day, and as long again for each of them to settle. */
const JUDGED_ONLY_HISTORY = 182

/** Reads series as they are now and tells what each needs; those that have no day yet are left out. */
export async function lookAtSeries(
  { database, now, settings }: JobContext,
  names: readonly SeriesName[],
  { anew, regressors: asked, isJudgedOnly }: LookWish,
): Promise<LookedSeries[]> {
  const at = now()
  const store = studyStore(database)
  const today = dayIn(settings.timeZone, at)
  const series = await figureStore(database).series({ names, aggregate: STUDIED_AGGREGATE, today })
  const past = new Map((await store.past(names)).map((each) => [keyOf(each), each]))
  const verdicts = Map.groupBy(await store.verdicts(names), keyOf)
  const wished = series.map((named) => {
    const before = past.get(keyOf(named)) ?? null
    return { named, before, regressors: asked ?? before?.regressors ?? [] }
  })
  const causes = await causesOf(database, wished)
  return wished.map(({ named, before, regressors }, place): LookedSeries => {
    const days = (verdicts.get(keyOf(named)) ?? []).map(({ day }) => day)
    const known = causes[place] ?? null
    const figuresHash = hashOf(named, days, known)
    const need = studyNeed(before, { figuresHash, now: at, anew: anew || asked !== null })
    const kept = need === 'look-again' ? (before?.kept ?? null) : null
    return {
      ...{ named, days, figuresHash, need, kept, regressors, causes: known },
      isJudgedOnly: isJudgedOnly && before === null,
    }
  })
}

/** What moves each series, beside its figures; null where nothing is named. */
async function causesOf(
  database: JobContext['database'],
  wished: readonly { readonly named: NamedSeries; readonly regressors: readonly Regressor[] }[],
): Promise<(Causes | null)[]> {
  const moved = wished.filter(({ regressors }) => regressors.length > 0)
  if (moved.length === 0) return wished.map(() => null)
  const all = moved.flatMap(({ regressors }) => regressors)
  const [from = ''] = moved.map(({ named }) => named.series.first).toSorted()
  const to =
    moved
      .map(({ named }) => lastDay(named))
      .toSorted()
      .at(-1) ?? from
  const figured = await figuredRegressors(database, all, { from, to, ahead: LONGEST_HORIZON })
  const figures = new Map(figured.map((each) => [each.regressor, each]))
  return wished.map(({ named, regressors }) => {
    if (regressors.length === 0) return null
    const own = regressors.map((each) => figures.get(each) ?? { regressor: each, figures: {} })
    return layCauses(named.series, own, LONGEST_HORIZON)
  })
}

function lastDay({ series: { first, values } }: NamedSeries): Day {
  return addDays(first, values.length - 1)
}

/** What a thread is given of a series. Throws `regressor.days-missing` where what moves it is not known a day ahead. */
export function studyOrder(looked: LookedSeries): StudyOrder {
  const { named, days, kept, causes, regressors, isJudgedOnly } = looked
  const { series } = named
  if (isJudgedOnly) return judgingOrder(looked)
  if (causes && (causes.coming[0]?.length ?? 0) === 0) {
    const [regressor = ''] = regressors.map(regressorName)
    const next = [addDays(lastDay(named), 1)]
    throw new AppError('regressor.days-missing', { regressor, days: next, count: 1, horizon: 1 })
  }
  return {
    ...{ series, exempt: exemptPlaces(series, days), judgedFrom: judgedPlace(looked), kept },
    ...(causes ? { causes } : {}),
  }
}

function judgingOrder({ named: { series }, days }: LookedSeries): StudyOrder {
  const cut = Math.max(0, series.values.length - JUDGED_ONLY_HISTORY)
  const recent = { first: addDays(series.first, cut), values: series.values.slice(cut) }
  const judgedFrom = Math.max(0, recent.values.length - JUDGED_ONLY_DAYS)
  const exempt = exemptPlaces(recent, days)
  return { series: recent, exempt, judgedFrom, kept: null, isJudgedOnly: true }
}

/** The first day that is judged. */
export function judgedFrom(looked: LookedSeries): Day {
  return addDays(looked.named.series.first, judgedPlace(looked))
}

function judgedPlace({ named, isJudgedOnly }: LookedSeries): number {
  const days = isJudgedOnly ? JUDGED_ONLY_DAYS : JUDGED_DAYS
  return Math.max(0, named.series.values.length - days)
}

/** Tells figures from others, and what people said of them. */
function hashOf({ series }: NamedSeries, days: readonly Day[], causes: Causes | null): string {
  const more = causes === null ? [] : [causes]
  return hash('sha256', JSON.stringify([series, days.toSorted(), ...more]))
}

function keyOf({ source, metric }: Pick<SeriesName, 'source' | 'metric'>): string {
  return JSON.stringify([source, metric])
}
