import { naiveScale } from '../../stats/mean-absolute-scaled-error.ts'
import type { ModelName } from '../forecast-model.ts'
import type { ShapedSeries } from './backtest.ts'
import type { Candidate } from './score-candidates.ts'

/** A single model takes the place of the combination only if it errs less by more than this share... */
const BETTER_BY = 0.05
/** ...and in more than this share of the folds: few folds make a lucky winner of any model. */
const BETTER_IN = 0.5
/**
 * Less than this share saved of the naive models' error is not skill: of 200 random walks of 200 steps 88
 * are beaten by some hair, and 23 by more than this.
 */
const SKILL = 0.03
/** Mean scaled errors closer than this are a tie, which the simpler model wins. */
const TIE = 1e-6

const NAIVE: readonly ModelName[] = ['naive', 'seasonal-naive']

/** A candidate whose mean scaled error is known. */
type Scored = Candidate & { readonly mase: number }

/**
 * The candidate to be shown, or null where none errs notably less than both naive ones. The combination is hard to
 * beat and harder to beat twice, so a single model must do so clearly and in most folds.
 */
export function pickCandidate(candidates: readonly Candidate[]): Candidate | null {
  const scored = candidates.filter(isScored)
  const gate = Math.min(...scored.filter(isNaive).map(({ mase }) => mase))
  const able = scored.filter(
    (candidate) => !isNaive(candidate) && candidate.mase < gate * (1 - SKILL),
  )
  const combination = able.find(({ model }) => model === 'combination')
  const singles = able.filter(({ model }) => model !== 'combination')
  const rivals = combination === undefined ? singles : singles.filter(beats(combination))
  return least(rivals) ?? combination ?? null
}

/**
 * The naive model to show where nothing better is: the one that did better in the folds, or without
 * folds the one by which the figures themselves change less, over a season or over a step.
 */
export function strongerNaive(series: ShapedSeries, candidates: readonly Candidate[]): ModelName {
  const best = least(candidates.filter(isScored).filter(isNaive))
  if (best !== null) return best.model

  const { values: history, shape } = series
  const bySeason = naiveScale({ history, period: shape.period })
  const byStep = naiveScale({ history, period: 1 })
  const seasonal = bySeason !== null && byStep !== null && bySeason < byStep
  return seasonal && shape.period > 1 ? 'seasonal-naive' : 'naive'
}

function beats(combination: Scored) {
  return (single: Scored): boolean => {
    const better = single.folds.filter((fold) => {
      const other = combination.folds.find(({ origin }) => origin === fold.origin)
      return (fold.mase ?? Infinity) < (other?.mase ?? Infinity)
    })
    const clearly = single.mase < combination.mase * (1 - BETTER_BY)
    return clearly && better.length > BETTER_IN * single.folds.length
  }
}

function least(candidates: readonly Scored[]): Scored | null {
  return candidates.reduce<Scored | null>(
    (best, other) => (best === null || other.mase < best.mase * (1 - TIE) ? other : best),
    null,
  )
}

function isScored(candidate: Candidate): candidate is Scored {
  return candidate.mase !== null
}

function isNaive({ model }: Candidate): boolean {
  return NAIVE.includes(model)
}
