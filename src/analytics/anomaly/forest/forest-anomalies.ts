import type { Figures } from '../../series.ts'
import { median } from '../../stats/median.ts'
import { quantile } from '../../stats/quantile.ts'
import type { AnomalyAnswer } from '../anomaly.ts'
import { type AnomalyRequest, rangeOf, usableFigures } from '../anomaly-request.ts'
import { judgeSeries, type Oddness } from '../judge-series.ts'
import { isKnown } from '../known-figure.ts'
import { checkOption, type OptionRange } from '../option-range.ts'
import { weekdayAfter } from '../weekday.ts'
import { dayFeatures, FOREST_FEATURES } from './forest-feature.ts'
import { forestScores } from './forest-scores.ts'
import { isolatingColumn } from './isolating-column.ts'
import {
  growIsolationForest,
  type IsolationForest,
  type IsolationForestOptions,
  type Points,
} from './isolation-forest.ts'

export interface ForestAnomalyOptions extends IsolationForestOptions {
  /** The score above which days are flagged: 0.62 unless given or a share is. */
  readonly threshold?: number
  /** In place of a threshold, the share of days to be flagged at most: those with the highest scores. */
  readonly contamination?: number
}

const THRESHOLD: OptionRange = [0, 1]
const CONTAMINATION: OptionRange = [0.001, 0.5]
/** In a year of plain noise, with a weekly rhythm or without, fewer than one day in a hundred comes above it. */
const DEFAULT_THRESHOLD = 0.62
/** Four weeks, so that a weekday has been seen four times. */
const NEEDS = 28
const WEEK = 7
const WEEKS_OF_WEEKDAY = 8

/**
 * Flags days that an Isolation Forest parts easily from the others, grown on all days up to the end of the range. A day
 * that only follows an odd one has odd rolling features too; it is scored once more without the odd days before it
 * and flagged when it is still odd. Throws a `RangeError` for options out of their range.
 */
export function forestAnomalies(
  request: AnomalyRequest,
  options: ForestAnomalyOptions = {},
): AnomalyAnswer {
  if (options.threshold !== undefined) checkOption('threshold', options.threshold, THRESHOLD)
  if (options.contamination !== undefined) {
    checkOption('contamination', options.contamination, CONTAMINATION)
  }
  const days = scoredDays(request, options)
  const has = days?.scores.size ?? 0
  const odd = has < NEEDS || !days ? new Map<number, Oddness>() : oddDays(days)
  return judgeSeries(request, {
    ...{ method: 'isolation-forest', needs: NEEDS, of: 'days' },
    judge: (_, index) => {
      if (has < NEEDS || !days?.scores.has(index)) return { kind: 'unjudged', has }
      const found = odd.get(index)
      return found ? { kind: 'odd', has, odd: found } : { kind: 'ordinary', has }
    },
  })
}

interface ScoredDays {
  readonly figures: Figures
  readonly forest: IsolationForest
  readonly points: Points
  /** By index of the day, in order. */
  readonly scores: ReadonlyMap<number, number>
  readonly threshold: number
  weekdayOf(index: number): number
}

/** All days that have features, or null where none has. */
function scoredDays(request: AnomalyRequest, options: ForestAnomalyOptions): ScoredDays | null {
  const figures = usableFigures(request).slice(0, rangeOf(request).to + 1)
  const weekdayOf = (index: number) => weekdayAfter(request.series.first, index)
  const rows = figures.flatMap((value, index) => {
    if (value === null) return []
    const features = dayFeatures(figures, { value, weekday: weekdayOf(index), index })
    return features ? [{ index, features }] : []
  })
  if (rows.length === 0) return null
  const values = Float64Array.from(rows.flatMap(({ features }) => features))
  const points = { values, columns: FOREST_FEATURES.length }
  const forest = growIsolationForest(points, options)
  const all = forestScores(forest, points)
  const scores = new Map(rows.map(({ index }, at) => [index, all[at] ?? 0]))
  const { contamination, threshold = DEFAULT_THRESHOLD } = options
  const limit = contamination === undefined ? threshold : quantile(all, 1 - contamination)
  return { figures, forest, points, scores, threshold: limit, weekdayOf }
}

function oddDays(days: ScoredDays): ReadonlyMap<number, Oddness> {
  const { figures, scores, threshold } = days
  const withoutOdd = [...figures]
  const odd = new Map<number, Oddness>()
  for (const [index, score] of scores) {
    const value = figures[index]
    if (score <= threshold || !isKnown(value)) continue
    const day = { value, weekday: days.weekdayOf(index), index }
    const features = dayFeatures(withoutOdd, day) ?? dayFeatures(figures, day)
    if (!features) continue
    const own = scoreOf(days.forest, features)
    if (own <= threshold) continue
    odd.set(index, oddness({ ...days, figures: withoutOdd }, { ...day, features, score: own }))
    withoutOdd[index] = null
  }
  return odd
}

function scoreOf(forest: IsolationForest, features: readonly number[]): number {
  const points = { values: Float64Array.from(features), columns: features.length }
  return forestScores(forest, points)[0] ?? 0
}

interface OddDay {
  readonly index: number
  readonly value: number
  readonly features: readonly number[]
  readonly score: number
}

function oddness(days: ScoredDays, { index, value, features, score }: OddDay): Oddness {
  const [, rollingMean = value] = features
  const { column, share } = isolatingColumn(days.forest, features)
  const expected = weekdayMedian(days.figures, index) ?? rollingMean
  const why = {
    kind: 'isolated-by-feature',
    feature: FOREST_FEATURES[column] ?? 'value',
    value: features[column] ?? value,
    typical: median(columnOf(days.points, column)),
    share,
    threshold: days.threshold,
  } as const
  return { expected, score, direction: value >= expected ? 'high' : 'low', why }
}

/** Of the same weekday in the eight weeks before, null where it is not known twice. */
function weekdayMedian(figures: Figures, index: number): number | null {
  const before = Array.from(
    { length: WEEKS_OF_WEEKDAY },
    (_, at) => figures[index - WEEK * (at + 1)],
  )
  const known = before.filter(isKnown)
  return known.length < 2 ? null : median(known)
}

function columnOf({ values, columns }: Points, column: number): Float64Array {
  return values.filter((_, at) => at % columns === column)
}
