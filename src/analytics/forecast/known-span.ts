import type { Figures } from '../series.ts'

/** A series made ready for reckoning: from its first known figure on, with NaN where nothing is known. */
export interface KnownSpan {
  readonly values: Float64Array
  /** Steps before the first known figure. */
  readonly skipped: number
  /** How many figures are known. */
  readonly known: number
}

/** The figures from the first known one on; trailing gaps stay, as the steps to come are counted after them. */
export function knownSpan(figures: Figures): KnownSpan {
  const first = figures.findIndex((value) => value !== null)
  const skipped = first === -1 ? figures.length : first
  const values = Float64Array.from(figures.slice(skipped), (value) => value ?? Number.NaN)
  return { values, skipped, known: values.reduce(countKnown, 0) }
}

/** Gives numbers back as figures, null where there is no number, after `skipped` steps of nothing. */
export function asFigures(values: Float64Array, skipped: number): Figures {
  const figures = Array.from(values, (value) => (Number.isFinite(value) ? value : null))
  return [...new Array<null>(skipped).fill(null), ...figures]
}

function countKnown(count: number, value: number): number {
  return Number.isNaN(value) ? count : count + 1
}
