/** Several measurements of one thing. */
export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** The median and the ends of some measurements. @example spreadOf([3, 1, 2]) // => { median: 2, min: 1, max: 3 } */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other)
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  const upper = sorted[Math.ceil((sorted.length - 1) / 2)]
  const [min] = sorted
  const max = sorted.at(-1)
  if (lower === undefined || upper === undefined || min === undefined || max === undefined) {
    throw new RangeError('nothing was measured')
  }
  return { median: (lower + upper) / 2, min, max }
}

/** The median, and behind it the ends. @example showSpread({ median: 2, min: 1, max: 3 }, 1) // => '2.0 (1.0-3.0)' */
export function showSpread({ median, min, max }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}-${max.toFixed(digits)})`
}
