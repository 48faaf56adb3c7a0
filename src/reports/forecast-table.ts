import { rounded } from '../analytics/figures/decimals.ts'
import type { ForecastDay } from '../analytics/study/forecast-days.ts'
import type { ShownForecast } from '../analytics/study/model-now.ts'
import type { KeptFold, ListedModel } from '../analytics/study/queries.ts'
import {
  AGGREGATE_WORDS,
  FORECAST_WORDS as F,
  lackWords,
  MODEL_WORDS,
} from '../language/forecast-words.ts'
import { type FleetColumn, type FleetTable, fleetTable } from './fleet-table.ts'

/** A model in a list, with how old its figures are. */
export interface ForecastRow extends ListedModel {
  readonly daysAgo: number
  readonly isStale: boolean
}

/** What is expected day by day, with so many digits after the point at most. */
export function forecastTable(days: readonly ForecastDay[], decimals: number): FleetTable {
  const rows = days.map((day) => roundedDay(day, decimals))
  return fleetTable({ name: 'forecast', title: F.forecast, notes: [], rows, columns: DAYS })
}

export function roundedDay(
  { day, mean, lower, upper }: ForecastDay,
  decimals: number,
): ForecastDay {
  const round = (figure: number) => rounded(figure, decimals)
  return { day, mean: round(mean), lower: round(lower), upper: round(upper) }
}

/** How the model did when it was tried. */
export function foldsTable({ folds }: Pick<ShownForecast, 'folds'>, decimals: number): FleetTable {
  const round = (figure: number | null) => (figure === null ? null : rounded(figure, decimals))
  const rows = folds.map((fold) => ({
    ...fold,
    ...{ mae: round(fold.mae), rmse: round(fold.rmse), mape: round(fold.mape) },
    ...{ smape: round(fold.smape), mase: round(fold.mase), coverage: round(fold.coverage) },
  }))
  return fleetTable({ name: 'folds', title: F.folds, notes: [], rows, columns: FOLDS })
}

/** The models of all series. */
export function forecastsTable(rows: readonly ForecastRow[]): FleetTable {
  return fleetTable({ name: 'forecasts', title: F.forecasts, notes: [], rows, columns: MODELS })
}

const DAYS: readonly FleetColumn<ForecastDay>[] = [
  { key: 'day', title: F.day, code: ({ day }) => day },
  { key: 'mean', title: F.mean, code: ({ mean }) => mean },
  { key: 'lower', title: F.lower, code: ({ lower }) => lower },
  { key: 'upper', title: F.upper, code: ({ upper }) => upper },
]

const FOLDS: readonly FleetColumn<KeptFold>[] = [
  { key: 'n', title: F.fold, code: ({ n }) => n },
  { key: 'origin', title: F.origin, code: ({ origin }) => origin },
  { key: 'steps', title: F.steps, code: ({ steps }) => steps },
  measure('mae', 'MAE'),
  measure('rmse', 'RMSE'),
  measure('mape', 'MAPE'),
  measure('smape', 'sMAPE'),
  measure('mase', 'MASE'),
  { key: 'coverage', title: F.coverage, code: ({ coverage }) => coverage },
]

function measure(
  key: 'mae' | 'rmse' | 'mape' | 'smape' | 'mase',
  name: string,
): FleetColumn<KeptFold> {
  return { key, title: { en: name, es: name }, code: (fold) => fold[key] }
}

const MODELS: readonly FleetColumn<ForecastRow>[] = [
  { key: 'source', title: F.source, code: ({ source }) => source },
  { key: 'metric', title: F.metric, code: ({ metric }) => metric },
  {
    key: 'aggregate',
    title: F.aggregate,
    code: ({ aggregate }) => aggregate,
    cell: ({ aggregate }, { say }) => say(AGGREGATE_WORDS[aggregate]),
  },
  { key: 'badge', title: F.badge, code: ({ badge }) => badge },
  { key: 'score', title: F.score, code: ({ score }) => score },
  {
    key: 'model',
    title: F.model,
    code: ({ model }) => model,
    cell: ({ model }, { say }) => say(MODEL_WORDS[model]),
  },
  {
    key: 'lack',
    title: F.lack,
    code: ({ lack }) => lack?.because ?? null,
    cell: ({ lack }, { say }) => lack && say(lackWords(lack)),
  },
  {
    key: 'chosen_at',
    title: F.chosen,
    code: ({ chosenAt }) => chosenAt.toISOString(),
    cell: ({ chosenAt }, { at }) => at(chosenAt),
  },
  { key: 'last_day', title: F.lastDay, code: ({ lastDay }) => lastDay },
  {
    key: 'state',
    title: F.stale,
    code: ({ isStale }) => (isStale ? 'stale' : 'current'),
    cell: ({ isStale }, { say }) => say(isStale ? F.isStale : F.isCurrent),
  },
]
