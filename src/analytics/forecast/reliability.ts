import type { Choice } from './choose/choose-model.ts'
import type { FoldScore } from './choose/fold-score.ts'
import type { Candidate } from './choose/score-candidates.ts'

export type Badge = 'A' | 'B' | 'C' | 'D'

/** One ground for a score: how much of its weight was earned, and the figure it was earned by. */
export interface ReliabilityPart {
  readonly name: 'closeness' | 'skill' | 'coverage' | 'steadiness'
  readonly weight: number
  /** From 0 to the weight. */
  readonly points: number
  /**
   * Error as a share of the figures; share of the naive error saved; share covered; deviation of the
   * folds' errors as a share of their mean.
   */
  readonly measured: number
}

/** How far a forecast can be relied on, by how it did in the folds. */
export type Reliability =
  | {
      readonly kind: 'scored'
      /** From 0 to 100. */
      readonly score: number
      readonly badge: Badge
      readonly parts: readonly ReliabilityPart[]
      /** Whether the score was held below B because the forecast is no better than a naive one. */
      readonly held: boolean
    }
  | { readonly kind: 'too-few'; readonly has: number; readonly needs: number }

const BADGES: readonly { readonly badge: Badge; readonly from: number }[] = [
  { badge: 'A', from: 85 },
  { badge: 'B', from: 70 },
  { badge: 'C', from: 55 },
]
/** The most a forecast without skill can have: just short of B. */
const WITHOUT_SKILL = 69

/**
 * What people rely on first is that the figures come out near what was said, so that weighs most; then
 * that the forecast knows more than the last figures do, that its intervals keep their word, and that
 * it does so at one time as at another.
 */
const WEIGHTS = { closeness: 40, skill: 25, coverage: 20, steadiness: 15 }
/** A third less error than the naive forecast is as much as daily figures commonly allow. */
const FULL_SKILL = 0.3
/** Intervals of 95 % that hold 70 % mislead. */
const WORTHLESS_GAP = 0.25

/** Scores the model that was chosen by its folds, whose intervals were of `level` percent. */
export function reliabilityOf(choice: Choice, level = 95): Reliability {
  const { has, needs } = choice.kind === 'skilled' ? { has: 0, needs: 0 } : choice
  if (choice.kind === 'unknown') return { kind: 'too-few', has, needs }

  const { candidates, kept } = choice
  const shown = candidates.find(({ model }) => model === kept.model)
  const coverage = shown === undefined ? null : meanCoverage(shown.folds)
  if (shown === undefined || coverage === null) {
    return { kind: 'too-few', has, needs }
  }
  const skill = skillOf(shown, candidates)
  const parts = partsOf({ skill, missed: Math.abs(coverage - level / 100), coverage, shown })
  const sum = Math.round(parts.reduce((total, { points }) => total + points, 0))
  const held = skill <= 0 && sum > WITHOUT_SKILL
  const score = held ? WITHOUT_SKILL : sum
  return { kind: 'scored', score, badge: badgeOf(score), parts, held }
}

/** The badge of a score from 0 to 100. */
export function badgeOf(score: number): Badge {
  return BADGES.find(({ from }) => score >= from)?.badge ?? 'D'
}

interface Grounds {
  readonly skill: number
  readonly coverage: number
  /** How far the coverage lies from the level asked for. */
  readonly missed: number
  readonly shown: Candidate
}

function partsOf({ skill, coverage, missed, shown }: Grounds): ReliabilityPart[] {
  const error = relativeError(shown.folds)
  const deviation = relativeDeviation(shown.folds)
  const part = (name: ReliabilityPart['name'], earned: number, measured: number) => {
    const weight = WEIGHTS[name]
    return { name, weight, points: weight * Math.min(1, Math.max(0, earned)), measured }
  }
  return [
    part('closeness', 1 - error, error),
    part('skill', skill / FULL_SKILL, skill),
    part('coverage', 1 - missed / WORTHLESS_GAP, coverage),
    part('steadiness', 1 - deviation, deviation),
  ]
}

/** What share of the better naive model's error is saved; 0 where that cannot be told. */
function skillOf({ mase }: Candidate, candidates: readonly Candidate[]): number {
  const naives = candidates
    .filter(({ model }) => model === 'naive' || model === 'seasonal-naive')
    .flatMap((candidate) => candidate.mase ?? [])
  const gate = Math.min(...naives)
  return mase === null || !(gate > 0) || gate === Infinity ? 0 : 1 - mase / gate
}

/**
 * The absolute errors of all folds as a share of the figures' own size: unlike percentage errors it bears
 * days with 0. Kolassa and Schütz (2007). Where all figures are 0, any error is the whole.
 */
function relativeError(folds: readonly FoldScore[]): number {
  const sum = (measure: 'mae' | 'size') =>
    folds.reduce((total, fold) => total + (fold[measure] ?? 0) * fold.known, 0)
  const error = sum('mae')
  return error === 0 ? 0 : error / (sum('size') || error)
}

/** The standard deviation of the folds' mean absolute errors as a share of their mean; 0 where all are 0. */
function relativeDeviation(folds: readonly FoldScore[]): number {
  const errors = folds.flatMap(({ mae }) => mae ?? [])
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
  if (mean === 0) return 0

  const squares = errors.reduce((sum, error) => sum + (error - mean) ** 2, 0)
  return Math.sqrt(squares / errors.length) / mean
}

function meanCoverage(folds: readonly FoldScore[]): number | null {
  const known = folds.flatMap(({ coverage }) => coverage ?? [])
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length
}
