import type { Figures } from '../series.ts'

/**
 * How alike figures are to those `lag` steps before, from -1 to 1, about their common mean. Pairs with a
 * gap are left out as R's `acf(na.action = na.pass)` does; null where no pair is known or all are equal.
 * Box and Jenkins (1976), with divisor n.
 *
 * @example autocorrelation([1, 2, 3, 4], 1) // => 0.25
 */
export function autocorrelation(figures: Figures, lag: number): number | null {
  const known = figures.filter((value) => value !== null)
  const center = known.reduce((sum, value) => sum + value, 0) / known.length
  const variance = laggedProduct(figures, center, 0)
  const covariance = laggedProduct(figures, center, lag)
  const varies = known.some((value) => value !== known[0])
  return covariance === null || variance === null || !varies ? null : covariance / variance
}

function laggedProduct(figures: Figures, center: number, lag: number): number | null {
  let sum = 0
  let pairs = 0
  for (let step = lag; step < figures.length; step += 1) {
    const value = figures[step] ?? null
    const before = figures[step - lag] ?? null
    if (value === null || before === null) continue
    sum += (value - center) * (before - center)
    pairs += 1
  }
  return pairs === 0 ? null : sum / (pairs + lag)
}
