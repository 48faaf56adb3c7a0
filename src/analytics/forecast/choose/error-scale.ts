import type { Figures } from '../../series.ts'
import type { Outlook } from '../forecast-model.ts'

/** What was forecast for a fold, and what came. */
export interface FoldResult {
  readonly outlook: Outlook
  readonly actual: Figures
}

/** How many folds' worth the model's own errors weigh beside what the folds say. */
const FAITH = 1
/** Narrowing is trusted less than widening: folds that went well may have been lucky. */
const NARROWEST = 0.9
const WIDEST = 3

/**
 * By what factor the errors a model foretells are to be multiplied: the root mean square of the errors
 * that came in folds, each as a multiple of the one foretold, with one fold's worth of faith in the model
 * and between 0.9 and 3. Models foretell too little where they leave out that they may be wrong
 * themselves; the idea is that of conformal intervals (Vovk, Gammerman and Shafer, 2005).
 */
export function errorScale(results: readonly FoldResult[]): number {
  const squares = results.map(meanSquare).filter((square) => square !== null)
  const sum = squares.reduce((total, square) => total + square, FAITH)
  const scale = Math.sqrt(sum / (squares.length + FAITH))
  return Math.min(WIDEST, Math.max(NARROWEST, scale))
}

/** An outlook with its errors multiplied. */
export function scaledErrors({ mean, error }: Outlook, scale: number): Outlook {
  return { mean, error: error.map((each) => each * scale) }
}

/** The mean square of a fold's errors as multiples of those foretold; exact foretelling has none. */
function meanSquare({ outlook, actual }: FoldResult): number | null {
  let sum = 0
  let count = 0
  actual.forEach((value, step) => {
    const mean = outlook.mean[step]
    const error = outlook.error[step]
    if (value === null || mean === undefined || error === undefined || error === 0) return
    sum += ((value - mean) / error) ** 2
    count += 1
  })
  return count === 0 ? null : sum / count
}
