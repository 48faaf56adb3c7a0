import { combinationOf } from '../combination.ts'
import type { ForecastModel, ModelName, Parameters } from '../forecast-model.ts'
import { naive } from '../naive.ts'
import { seasonalNaive } from '../seasonal-naive.ts'
import type { ShapedSeries } from './backtest.ts'
import { layFolds } from './folds.ts'
import { pickCandidate, strongerNaive } from './pick-candidate.ts'
import { type Candidate, scoreCandidates } from './score-candidates.ts'

/** A model ready to be kept and used again without a search; plain data. */
export interface KeptModel {
  readonly model: ModelName
  readonly parameters: Parameters
  /** What the errors the model foretells are to be multiplied by. */
  readonly errorScale: number
}

/** How far to look ahead, and what is tried. */
export interface ChoicePlan {
  /** Models beside the naive ones, simplest first; those named in `MEMBERS` are combined as well. */
  readonly models: readonly ForecastModel[]
  readonly horizon: number
  readonly folds?: number
  /** Of the intervals whose coverage is measured, in percent. */
  readonly level?: number
}

/**
 * What came of choosing. `no-skill` keeps a naive model and says why: figures too few for folds, nothing
 * better than naive, or figures that never vary. `unknown` keeps none: no model can be fitted at all.
 */
export type Choice =
  | {
      readonly kind: 'skilled'
      readonly kept: KeptModel
      readonly candidates: readonly Candidate[]
    }
  | {
      readonly kind: 'no-skill'
      readonly because: 'too-few' | 'not-better' | 'never-varies'
      /** Known figures there are, and how many folds need. */
      readonly has: number
      readonly needs: number
      readonly kept: KeptModel
      readonly candidates: readonly Candidate[]
    }
  | { readonly kind: 'unknown'; readonly has: number; readonly needs: number }

/** The models that are combined; M4's simple combinations had these three at their core. */
const MEMBERS: readonly ModelName[] = ['theta', 'damped-ets', 'sarimax']
const FOLDS = 5
const LEVEL = 95

/**
 * Chooses how to look ahead: every model and their combination over the same folds by rolling origin,
 * the winner by mean scaled error, which must beat the naive ones; fitted then to all figures.
 */
export function chooseModel(series: ShapedSeries, plan: ChoicePlan): Choice {
  const { horizon, folds: wished = FOLDS, level = LEVEL } = plan
  const laid = layFolds(series.values, { shape: series.shape, horizon, folds: wished })
  const has = series.values.filter((value) => value !== null).length
  const counts = { has, needs: laid.needs }
  if (laid.kind === 'too-few') return withoutSkill(series, { because: 'too-few', ...counts })

  const trial = { series, folds: laid.folds, level }
  if (neverVaries(series)) {
    const candidates = scoreCandidates(naivesFor(series), [], trial)
    return withoutSkill(series, { because: 'never-varies', ...counts, candidates })
  }
  const models = [...naivesFor(series), ...plan.models]
  const members = membersOf(plan.models)
  const candidates = scoreCandidates(models, members, trial)
  const ways = [...plan.models, combinationOf(members)]
  const picked = pickCandidate(candidates)
  const way = ways.find(({ name }) => name === picked?.model)
  const fitted = way?.fit(series.values, series.shape) ?? null
  if (picked === null || fitted === null) {
    return withoutSkill(series, { because: 'not-better', ...counts, candidates })
  }
  const { model, errorScale } = picked
  return { kind: 'skilled', kept: { model, parameters: fitted.parameters, errorScale }, candidates }
}

/** The models a combination is made of, of those at hand. */
export function membersOf(models: readonly ForecastModel[]): ForecastModel[] {
  return models.filter(({ name }) => MEMBERS.includes(name))
}

/** Last value, and last season where there is one. */
function naivesFor({ shape }: ShapedSeries): ForecastModel[] {
  return shape.period > 1 ? [naive, seasonalNaive] : [naive]
}

interface Lack {
  readonly because: 'too-few' | 'not-better' | 'never-varies'
  readonly has: number
  readonly needs: number
  readonly candidates?: readonly Candidate[]
}

function withoutSkill(series: ShapedSeries, { candidates = [], ...lack }: Lack): Choice {
  const name = strongerNaive(series, candidates)
  const way = name === 'seasonal-naive' ? seasonalNaive : naive
  const fitted = way.fit(series.values, series.shape)
  if (fitted === null) return { kind: 'unknown', has: lack.has, needs: way.least(series.shape) }

  const scale = candidates.find(({ model }) => model === name)?.errorScale ?? 1
  const kept = { model: way.name, parameters: fitted.parameters, errorScale: scale }
  return { kind: 'no-skill', ...lack, kept, candidates }
}

function neverVaries({ values }: ShapedSeries): boolean {
  const known = values.filter((value) => value !== null)
  return known.every((value) => value === known[0])
}
