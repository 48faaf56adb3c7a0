import type { Figures } from '../series.ts'

/** What one forecast cost, given what came; null where it is not to count. */
export type Loss = (value: number, guess: number) => number | null

/**
 * The mean loss over the steps where both what came and a forecast are known; null where none counts.
 *
 * @example meanLoss([1, null, 5], [2, 3, 2], (value, guess) => Math.abs(value - guess)) // => 2
 */
export function meanLoss(actual: Figures, forecast: Figures, loss: Loss): number | null {
  let sum = 0
  let count = 0
  for (let step = 0; step < actual.length; step += 1) {
    const value = actual[step] ?? null
    const guess = forecast[step] ?? null
    const cost = value === null || guess === null ? null : loss(value, guess)
    if (cost === null) continue
    sum += cost
    count += 1
  }
  return count === 0 ? null : sum / count
}
