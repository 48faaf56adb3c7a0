import type { Figures } from '../../series.ts'
import { mean } from '../../stats/mean.ts'
import { median } from '../../stats/median.ts'
import { medianAbsoluteDeviation } from '../../stats/median-absolute-deviation.ts'
import { MAD_TO_SIGMA } from '../../stats/robust-z-score.ts'
import type { AnomalyAnswer } from '../anomaly.ts'
import type { AnomalyRequest } from '../anomaly-request.ts'
import { judgeSeries, type Oddness, type Verdict } from '../judge-series.ts'
import { checkOption, checkWholeOption, type OptionRange } from '../option-range.ts'
import { finite } from '../same-figure.ts'
import type { SmallChange } from '../small-change.ts'
import { type LeftNeighbour, leftNeighbour } from './left-neighbour.ts'
import { type SubSequence, subSequenceAt } from './sub-sequence.ts'

export interface ShapeAnomalyOptions extends SmallChange {
  /** Days of a sub-sequence: a week unless given. */
  readonly length?: number
  /** How far apart compared sub-sequences begin: whole weeks unless given, so that weekday meets weekday. */
  readonly step?: number
  /** Robust standard deviations beyond the usual distance that flag a sub-sequence: 4 unless given. */
  readonly threshold?: number
}

const LENGTH: OptionRange = [4, 90]
const STEP: OptionRange = [1, 90]
const THRESHOLD: OptionRange = [0.1, 100]
const SMALL_CHANGE: OptionRange = [0, Number.MAX_VALUE]
const WEEK = 7
/** With one there would be nothing to say which of the two is odd. */
const FEWEST_COMPARED = 2
/** Distances of overlapping days are alike: four weeks of them are four that stand for themselves. */
const NEEDS = 28
/** Distances that say what is usual: with the years the nearest comes nearer. */
const USUAL_DAYS = 84
/** What has gone on for so many days is how things are now. */
const DAYS_OF_NEW_SHAPE = 28
const EXPECTED_FROM = 8

/**
 * Flags the day from which on the last days have a shape that no earlier days come near to: a flat week, a weekend
 * without its dip, a rhythm that has moved. What follows within `length` days of a flagged day belongs to it and is
 * not reported again. Sub-sequences with a gap are not judged. Throws a `RangeError` for options out of their range.
 */
// A matrix profile and not a PCA of sub-sequences: at equal false alarms it found more planted weeks (flat, without a
// dip, moved) than any PCA that was tried, to which a rhythm of any size, 0 too, is ordinary. Compared at whole
// weeks, a moved rhythm is odd for as long as it lasts.
export function shapeAnomalies(
  request: AnomalyRequest,
  options: ShapeAnomalyOptions = {},
): AnomalyAnswer {
  const { length = WEEK, step = WEEK, threshold = 4 } = options
  checkWholeOption('length', length, LENGTH)
  checkWholeOption('step', step, STEP)
  checkOption('threshold', threshold, THRESHOLD)
  checkOption('smallChange', options.smallChange ?? 0, SMALL_CHANGE)
  checkOption('smallChangeShare', options.smallChangeShare ?? 0, SMALL_CHANGE)
  return judgeSeries(request, {
    ...{ method: 'matrix-profile', needs: NEEDS, of: 'sub-sequences' },
    judge: shapeJudge({ length, step, threshold, smallChange: options }),
  })
}

interface Settled {
  readonly length: number
  readonly step: number
  readonly threshold: number
  readonly smallChange: SmallChange
}

/** What a judge remembers of the days before. */
interface ShapeMemory {
  /** By their start; null where there is a gap or where they were odd. */
  readonly earlier: (SubSequence | null)[]
  readonly distances: number[]
  /** The odd sub-sequences of the days just before, one for each day. */
  lately: SubSequence[]
  lastOdd: number
}

function shapeJudge(settled: Settled): (figures: Figures, index: number) => Verdict {
  const { length, smallChange } = settled
  const memory: ShapeMemory = {
    ...{ earlier: [], distances: [], lately: [], lastOdd: Number.NEGATIVE_INFINITY },
  }
  return (figures, index) => {
    const start = index - length + 1
    const own = subSequenceAt(figures, { start, length }, smallChange)
    const verdict = own ? judgeShape(memory, own, settled) : unjudged(memory)
    if (verdict.kind !== 'odd') memory.lately = []
    if (start >= 0) memory.earlier[start] = verdict.kind === 'odd' ? null : own
    if (verdict.kind !== 'odd' || !own) return verdict
    memory.lately.push(own)
    if (memory.lately.length >= DAYS_OF_NEW_SHAPE) {
      for (const shape of memory.lately) memory.earlier[shape.start] = shape
    }
    const isSameEvent = index - memory.lastOdd <= length
    memory.lastOdd = index
    return isSameEvent ? { kind: 'ordinary', has: verdict.has } : verdict
  }
}

function unjudged({ distances }: ShapeMemory): Verdict {
  return { kind: 'unjudged', has: distances.length }
}

function judgeShape(memory: ShapeMemory, own: SubSequence, settled: Settled): Verdict {
  const { earlier, distances } = memory
  const found = leftNeighbour(earlier, own, { step: settled.step, fewest: FEWEST_COMPARED })
  if (!found) return unjudged(memory)
  const has = distances.length
  const odd = has < NEEDS ? null : oddness(own, found, { distances, settled })
  if (!odd) distances.push(found.distance)
  if (distances.length > USUAL_DAYS) distances.shift()
  if (has < NEEDS) return { kind: 'unjudged', has }
  return odd ? { kind: 'odd', has, odd } : { kind: 'ordinary', has }
}

interface Usual {
  readonly distances: readonly number[]
  readonly settled: Settled
}

function oddness(
  own: SubSequence,
  { nearest, distance, compared }: LeftNeighbour,
  { distances, settled: { threshold } }: Usual,
): Oddness | null {
  const usualDistance = median(distances)
  // One day that is out by some amount is about that amount over the deviation away.
  const floor = own.floor / Math.max(own.deviation, nearest.deviation) / threshold
  const spread = Math.max(MAD_TO_SIGMA * medianAbsoluteDeviation(distances), floor)
  const score = finite((distance - usualDistance) / spread)
  if (!(score >= threshold)) return null
  const expected = expectedLast(own, compared)
  const why = {
    kind: 'unlike-earlier-shapes',
    days: own.figures.length,
    nearestIndex: nearest.start,
    ...{ distance, usualDistance, isFlat: own.shape === null, threshold },
  } as const
  const direction = (own.figures.at(-1) ?? 0) >= expected ? 'high' : 'low'
  return { expected, score, direction, why }
}

/** From the days before the last one, what the last one usually adds to them. */
function expectedLast(own: SubSequence, compared: readonly SubSequence[]): number {
  const added = compared.slice(0, EXPECTED_FROM).map(({ figures }) => {
    const last = figures.at(-1) ?? 0
    return finite(last - mean(figures.slice(0, -1)))
  })
  return finite(mean(own.figures.slice(0, -1)) + median(added))
}
