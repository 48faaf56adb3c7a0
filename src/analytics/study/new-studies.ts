import { addDays, type Day } from '../../lib/day.ts'
import type { NamedSeries } from '../figures/store.ts'
import type { Causes } from '../forecast/regressors/causes.ts'
import type { Regressor } from '../forecast/regressors/regressor.ts'
import type { KeptRegressor, NewFold, NewModel, NewOutlook } from './queries.ts'
import type { NewStudies } from './store.ts'
import { type Effect, type Study, WEEK } from './study-series.ts'

/** A series with what came of its study. */
export interface StudiedSeries extends NamedSeries {
  readonly figuresHash: string
  readonly study: Study
  /** The first day that was judged. */
  readonly judgedFrom: Day
  /** What is named as moving it. */
  readonly regressors: readonly Regressor[]
  readonly causes: Causes | null
}

/** What is kept of studies; a series that could not be judged or foretold keeps what it had. */
export function newStudies(studied: readonly StudiedSeries[]): NewStudies {
  return {
    judged: studied.flatMap(({ source, metric, aggregate, study, judgedFrom: from }) => {
      const { anomalies: found } = study
      return found.kind === 'judged'
        ? [{ source, metric, aggregate, from, anomalies: found.anomalies }]
        : []
    }),
    models: studied.flatMap(modelOf),
    outlooks: studied.flatMap(outlookOf),
    folds: studied.flatMap(foldsOf),
  }
}

function modelOf(studied: StudiedSeries): NewModel[] {
  const { forecast } = studied.study
  if (forecast.kind !== 'chosen') return []
  const { kept, lack, outlook, candidates, reliability, folds, effects } = forecast
  return [
    {
      ...spanOf(studied),
      ...{ period: WEEK, kept, lack, outlook, candidates, reliability, folds, effects },
      regressors: regressorsOf(studied, effects),
    },
  ]
}

function regressorsOf(
  { regressors, causes }: Pick<StudiedSeries, 'regressors' | 'causes'>,
  effects: readonly Effect[] | null,
): KeptRegressor[] | null {
  if (regressors.length === 0) return null
  return regressors.map((regressor, at) => ({
    regressor,
    effect: effects?.[at] ?? null,
    missing: causes?.missing[at] ?? 0,
  }))
}

function outlookOf(studied: StudiedSeries): NewOutlook[] {
  const { forecast } = studied.study
  return forecast.kind === 'used-again' ? [{ ...spanOf(studied), outlook: forecast.outlook }] : []
}

function foldsOf({ source, metric, aggregate, series, study }: StudiedSeries): NewFold[] {
  const { forecast } = study
  if (forecast.kind !== 'chosen') return []
  return forecast.folds.map(({ origin, known: _, size: __, ...fold }, at) => ({
    ...{ source, metric, aggregate, n: at + 1, origin: addDays(series.first, origin - 1), ...fold },
  }))
}

function spanOf({ source, metric, aggregate, series, figuresHash }: StudiedSeries) {
  const { first, values } = series
  const lastDay = addDays(first, values.length - 1)
  const known = values.filter((value) => value !== null)
  return {
    ...{ source, metric, aggregate, firstDay: first, lastDay, known: known.length, figuresHash },
    hasNegative: known.some((value) => value < 0),
  }
}
