import type { Figures } from '../../series.ts'
import { mean } from '../../stats/mean.ts'
import { sampleDeviation } from '../../stats/sample-deviation.ts'
import { isKnown } from '../known-figure.ts'
import { finite } from '../same-figure.ts'

/** What a forest looks at of each day; the rolling ones are of the week that ends with it. */
export type ForestFeature = (typeof FOREST_FEATURES)[number]

/** In the order in which they stand in a point. */
export const FOREST_FEATURES = [
  'value',
  'rolling-mean',
  'rolling-deviation',
  'difference',
  'weekday',
] as const

/** A day as a forest sees it. */
export interface DayFeatures {
  readonly value: number
  /** 0 for Sunday to 6 for Saturday. */
  readonly weekday: number
  readonly index: number
}

const WEEK = 7
/** A series that rests at weekends has so many. */
const FEWEST_KNOWN = 5

/**
 * The features of a day, null where the week has fewer than five known figures or began before the series. The
 * day itself is in its rolling features, so that they are oddest where it is odd, not on the days that
 * follow. The difference is to the last known day of the week.
 */
export function dayFeatures(
  figures: Figures,
  { value, weekday, index }: DayFeatures,
): readonly number[] | null {
  const from = index - WEEK + 1
  if (from < 0) return null
  const before = figures.slice(from, index).filter(isKnown)
  const known = [...before, value]
  if (known.length < FEWEST_KNOWN) return null
  const difference = finite(value - (before.at(-1) ?? value))
  return [value, mean(known), sampleDeviation(known), difference, weekday]
}
