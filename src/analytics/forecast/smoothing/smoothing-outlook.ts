import type { Outlook } from '../forecast-model.ts'
import type { SmoothingForm } from './smoothing-form.ts'
import type { SmoothingWalk } from './smoothing-walk.ts'

/** A followed series from which to look ahead. */
export interface Followed {
  readonly form: SmoothingForm
  readonly walk: SmoothingWalk
  /** Variance of the one-step errors. */
  readonly variance: number
  /** Steps since the last known value: the states have gone on over them without learning. */
  readonly since: number
}

/**
 * Means and errors of the steps ahead, the errors by the exact formula of the additive forms: Hyndman,
 * Koehler, Ord and Snyder (2008), table 6.1, counted from the last known value.
 */
export function smoothingOutlook(followed: Followed, horizon: number): Outlook {
  const { form, walk, variance, since } = followed
  const { alpha, beta, phi, gamma } = walk.weights
  const count = walk.expected.length
  const mean: number[] = []
  const error: number[] = []
  let slopes = 0
  let lasting = 0
  let remains = 1
  let spread = 1
  for (let step = 1; step < since + horizon + 1; step += 1) {
    if (step > since) {
      error.push(Math.sqrt(variance * spread))
      slopes += phi ** (step - since)
      const season = walk.season[(count + step - since - 1) % form.period] ?? 0
      mean.push(walk.level + slopes * walk.slope + season)
    }
    remains *= phi
    lasting += remains
    spread += (alpha + beta * lasting + (step % form.period === 0 ? gamma : 0)) ** 2
  }
  return { mean, error }
}
