import { normalQuantile } from '../stats/normal-quantile.ts'
import type { Outlook } from './forecast-model.ts'

/** A forecast as it is shown: what is expected, and between what it lies at the level asked for. */
export interface Interval {
  readonly mean: readonly number[]
  readonly lower: readonly number[]
  readonly upper: readonly number[]
}

/** What the figures can be. */
export interface Bounding {
  /** Counts are never below 0. */
  readonly counts?: boolean
  /** Whole figures: the mean is rounded, the ends outwards, so that no less is covered. */
  readonly whole?: boolean
}

/**
 * The interval about an outlook that what comes falls within at `level` percent (50 to 99), errors being
 * normal; throws a RangeError at another level.
 */
export function intervalOf(outlook: Outlook, level: number, bounding: Bounding = {}): Interval {
  const reach = level >= 50 && level <= 99 ? normalQuantile(0.5 + level / 200) : null
  if (reach === null) throw new RangeError(`a level of ${level} % is not between 50 and 99`)

  const { counts = false, whole = false } = bounding
  const bounded = (value: number) => (counts ? Math.max(0, value) : value)
  const ends = (sign: 1 | -1) =>
    outlook.mean.map((mean, step) => bounded(mean + sign * reach * (outlook.error[step] ?? 0)))
  const [mean, lower, upper] = [outlook.mean.map(bounded), ends(-1), ends(1)]
  return whole
    ? { mean: mean.map(Math.round), lower: lower.map(Math.floor), upper: upper.map(Math.ceil) }
    : { mean, lower, upper }
}
