/** Differences of this share are what sums of binary fractions leave behind, not changes. */
const ROUNDING = 1e-9

/** Whether two figures are one but for rounding. @example isSameFigure(0.1 + 0.2, 0.3) // => true */
export function isSameFigure(one: number, other: number): boolean {
  return Math.abs(one - other) <= ROUNDING * Math.max(Math.abs(one), Math.abs(other))
}

/** The finite number that is nearest. @example finite(Infinity) // => Number.MAX_VALUE */
export function finite(value: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(value, Number.MAX_VALUE))
}
