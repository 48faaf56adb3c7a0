import type { Figures } from '../../series.ts'
import { mean } from '../../stats/mean.ts'
import { sampleDeviation } from '../../stats/sample-deviation.ts'
import { isKnown } from '../known-figure.ts'
import { finite } from '../same-figure.ts'
import { type SmallChange, smallChangeFloor } from '../small-change.ts'

/** Some days in a row without a gap, and their shape. */
export interface SubSequence {
  readonly start: number
  readonly figures: readonly number[]
  /** The figures less their mean, over their deviation; null where they hardly vary: then there is no shape. */
  readonly shape: Float64Array | null
  readonly deviation: number
  /** The smallest change of one of its days that can be of concern. */
  readonly floor: number
}

/** The sub-sequence that begins at `start`, or null where a day of it is not known. */
export function subSequenceAt(
  series: Figures,
  { start, length }: { readonly start: number; readonly length: number },
  smallChange: SmallChange,
): SubSequence | null {
  const figures = series.slice(Math.max(start, 0), start + length).filter(isKnown)
  if (start < 0 || figures.length < length) return null
  const center = mean(figures)
  const deviation = finite(sampleDeviation(figures) * Math.sqrt((length - 1) / length))
  const floor = smallChangeFloor(smallChange, center, figures)
  const isFlat = deviation === 0 || finite(Math.max(...figures) - Math.min(...figures)) <= floor
  const shape = isFlat
    ? null
    : Float64Array.from(figures, (value) => finite(value - center) / deviation)
  return { start, figures, shape, deviation, floor }
}

/**
 * The z-normalised Euclidean distance of two sub-sequences of one length m, 0 to 2 sqrt(m): how unlike their shapes are,
 * whatever their level and their size. One without a shape is like all others without one, and correlates
 * with none that has one.
 */
export function shapeDistance(one: SubSequence, other: SubSequence): number {
  const length = one.figures.length
  if (!one.shape && !other.shape) return 0
  if (!one.shape || !other.shape) return Math.sqrt(2 * length)
  let product = 0
  for (let at = 0; at < length; at += 1) product += (one.shape[at] ?? 0) * (other.shape[at] ?? 0)
  const correlation = Math.min(product / length, 1)
  return Math.sqrt(2 * length * (1 - Math.max(correlation, -1)))
}
