import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'
import type { SeriesName } from '../figures/series-name.ts'
import type { KeptModel } from '../forecast/choose/choose-model.ts'
import type { FoldScore } from '../forecast/choose/fold-score.ts'
import type { Candidate } from '../forecast/choose/score-candidates.ts'
import type { ModelName, Parameters } from '../forecast/forecast-model.ts'
import type { Regressor } from '../forecast/regressors/regressor.ts'
import type { Badge, Reliability } from '../forecast/reliability.ts'
import type { PastStudy } from './kept-study.ts'
import type { Chosen, Effect, Lack } from './study-series.ts'

/** The models of some series as they stand. */
export function pastStudies(names: readonly SeriesName[]) {
  return sql<Omit<PastStudy, 'kept'> & KeptModel>`
    select asked.name as source, m.metric, m.aggregate, m.model, m.parameters, m.error_scale as "errorScale",
      encode(m.figures_hash, 'hex') as "figuresHash", m.chosen_at as "chosenAt",
      coalesce(m.lack ->> 'because' = 'too-few', false) as "wasTooShort",
      jsonb_path_query_array(m.regressors, '$[*].regressor') as regressors
    from forecast_model m
    join ${unnested(names)} on asked.source = m.source and asked.metric = m.metric
      and asked.aggregate = m.aggregate`
}

/** The names of series as a table `asked`: `source` as it is kept, and its `name`. */
export function unnested(names: readonly SeriesName[]) {
  const sources = names.map(({ source }) => source)
  const metrics = names.map(({ metric }) => metric)
  const aggregates = names.map(({ aggregate }) => aggregate)
  return sql`(
    select series_key(source) as source, source as name, metric, aggregate
    from unnest(${sources}::text[], ${metrics}::text[], ${aggregates}::text[])
      as named (source, metric, aggregate)) asked`
}

/** A model as it is kept. */
export interface NewModel extends SeriesName, Omit<Chosen, 'kept'> {
  readonly kept: Chosen['kept']
  readonly firstDay: Day
  readonly lastDay: Day
  readonly known: number
  readonly hasNegative: boolean
  readonly figuresHash: string
  readonly period: number
  /** Null where nothing is named. */
  readonly regressors: readonly KeptRegressor[] | null
}

/** What is named as moving a series, and what one more of it adds; null where no model can tell. */
export interface KeptRegressor {
  readonly regressor: Regressor
  readonly effect: Effect | null
  /** Days of the history on which it is not known, whose figures the model does not see. */
  readonly missing: number
}

const SERIES_COLUMNS = sql`
  source text, metric text, aggregate text, "firstDay" date, "lastDay" date, known integer,
  "hasNegative" boolean, "figuresHash" text, mean jsonb, error jsonb`

/** Keeps models in the place of those that served so far. */
export function upsertModels(models: readonly NewModel[], { runId, now }: KeptBy) {
  const rows = models.map(({ kept, outlook, reliability, lack, ...model }) => ({
    ...model,
    ...kept,
    ...outlook,
    lack,
    reliability,
    ...{ folds: undefined, effects: undefined },
    isSkilled: lack === null,
    score: reliability.kind === 'scored' ? reliability.score : null,
    badge: reliability.kind === 'scored' ? reliability.badge : null,
  }))
  return sql`
    insert into forecast_model (source, metric, aggregate, first_day, last_day, known, has_negative,
      figures_hash, period, is_skilled, lack, model, parameters, error_scale, candidates, reliability, score,
      badge, mean, error, chosen_at, fitted_at, run_id, regressors)
    select series_key(source), metric, aggregate, "firstDay", "lastDay", known, "hasNegative",
      decode("figuresHash", 'hex'), period, "isSkilled", nullif(lack, 'null'), model, parameters, "errorScale", candidates, reliability, score,
      badge, ${floats('mean')}, ${floats('error')}, ${now}, ${now}, ${runId},
      nullif(regressors, 'null')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as made (${SERIES_COLUMNS},
      period integer, "isSkilled" boolean, lack jsonb, model text, parameters jsonb, "errorScale" float8,
      candidates jsonb, reliability jsonb, score float8, badge text, regressors jsonb)
    on conflict (source, metric, aggregate) do update
    set first_day = excluded.first_day, last_day = excluded.last_day, known = excluded.known,
      has_negative = excluded.has_negative, figures_hash = excluded.figures_hash,
      period = excluded.period, is_skilled = excluded.is_skilled, lack = excluded.lack,
      model = excluded.model, parameters = excluded.parameters,
      error_scale = excluded.error_scale, candidates = excluded.candidates,
      reliability = excluded.reliability, score = excluded.score, badge = excluded.badge,
      mean = excluded.mean, error = excluded.error, chosen_at = excluded.chosen_at,
      fitted_at = excluded.fitted_at, run_id = excluded.run_id, regressors = excluded.regressors`
}

/** By which run, and when. */
export interface KeptBy {
  readonly runId: number
  readonly now: Date
}

function floats(name: 'mean' | 'error') {
  return sql`array(
    select x.value::float8
    from jsonb_array_elements_text(made.${sql.ref(name)}) with ordinality as x (value, n)
    order by x.n)`
}

/** What a model that served so far expects of the figures as they are now. */
export interface NewOutlook
  extends SeriesName,
    Pick<NewModel, 'firstDay' | 'lastDay' | 'known' | 'hasNegative' | 'figuresHash' | 'outlook'> {}

export function updateOutlooks(outlooks: readonly NewOutlook[], { runId, now }: KeptBy) {
  const rows = outlooks.map(({ outlook, ...of }) => ({ ...of, ...outlook }))
  return sql`
    update forecast_model m
    set first_day = made."firstDay", last_day = made."lastDay", known = made.known,
      has_negative = made."hasNegative", figures_hash = decode(made."figuresHash", 'hex'),
      mean = ${floats('mean')}, error = ${floats('error')}, fitted_at = ${now}, run_id = ${runId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as made (${SERIES_COLUMNS})
    where m.source = series_key(made.source) and m.metric = made.metric and m.aggregate = made.aggregate`
}

export function deleteFolds(names: readonly SeriesName[]) {
  return sql`
    delete from reliability_fold f
    using forecast_model m
    join ${unnested(names)} on asked.source = m.source and asked.metric = m.metric
      and asked.aggregate = m.aggregate
    where f.model_id = m.id`
}

/** A fold with the last day that was known at its origin. */
export interface NewFold extends SeriesName, Omit<FoldScore, 'origin' | 'known' | 'size'> {
  readonly n: number
  readonly origin: Day
}

export function insertFolds(folds: readonly NewFold[]) {
  return sql`
    insert into reliability_fold (model_id, n, origin, steps, mae, rmse, mape, smape, mase, coverage)
    select m.id, f.n, f.origin, f.steps, f.mae, f.rmse, f.mape, f.smape, f.mase, f.coverage
    from jsonb_to_recordset(${JSON.stringify(folds)}::jsonb) as f (source text, metric text,
      aggregate text, n integer, origin date, steps integer, mae float8, rmse float8, mape float8,
      smape float8, mase float8, coverage float8)
    join forecast_model m on m.source = series_key(f.source) and m.metric = f.metric and m.aggregate = f.aggregate`
}

/** A model as it is shown. */
export interface ShownModel extends SeriesName {
  readonly firstDay: Day
  readonly lastDay: Day
  readonly known: number
  readonly hasNegative: boolean
  readonly isSkilled: boolean
  readonly lack: Lack | null
  readonly model: ModelName
  readonly parameters: Parameters
  readonly errorScale: number
  readonly candidates: readonly Candidate[]
  readonly reliability: Reliability
  readonly score: number | null
  readonly badge: Badge | null
  readonly mean: readonly number[]
  readonly error: readonly number[]
  readonly regressors: readonly KeptRegressor[] | null
  readonly chosenAt: Date
  readonly fittedAt: Date
  readonly runId: number
}

export function modelOf({ source, metric, aggregate }: SeriesName) {
  return sql<ShownModel & { readonly id: number }>`
    select ${MODEL}, m.candidates, m.reliability, m.mean, m.error, m.regressors
    from forecast_model m
    where m.source = series_key(${source}) and m.metric = ${metric} and m.aggregate = ${aggregate}`
}

const MODEL = sql`
  m.id, series_source(m.source) as source, m.metric, m.aggregate, m.first_day::text as "firstDay",
  m.last_day::text as "lastDay",
  m.known, m.has_negative as "hasNegative", m.is_skilled as "isSkilled", m.lack, m.model,
  m.parameters, m.error_scale as "errorScale", m.score, m.badge, m.chosen_at as "chosenAt", m.fitted_at as "fittedAt", m.run_id as "runId"`

/** A model in a list: all of it but what it expects. */
export type ListedModel = Omit<
  ShownModel,
  'candidates' | 'reliability' | 'mean' | 'error' | 'regressors'
>

/** Models of some sources or of all (null), the least reliable first. */
export function listedModels(sources: readonly string[] | null) {
  return sql<ListedModel>`
    select ${MODEL}
    from forecast_model m
    where ${ofSources('m', sources)}
    order by m.score nulls first, source, m.metric`
}

/** Whether a row that is kept of a series is of one of some sources, by their names; null: of any. */
export function ofSources(table: 'a' | 'm' | 'v', sources: readonly string[] | null) {
  return sql`(${sources}::text[] is null
    or ${sql.ref(`${table}.source`)} in (select series_key(name) from unnest(${sources}::text[]) as of (name)))`
}

/** A fold as it is kept. */
export type KeptFold = Omit<NewFold, 'source' | 'metric' | 'aggregate'>

export function foldsOf(modelId: number) {
  return sql<KeptFold>`
    select n, origin::text as origin, steps, mae, rmse, mape, smape, mase, coverage
    from reliability_fold
    where model_id = ${modelId}
    order by n`
}
