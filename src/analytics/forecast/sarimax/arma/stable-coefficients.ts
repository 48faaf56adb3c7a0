/**
 * Coefficients of an autoregression that is stationary for any numbers given: each is drawn into (-1, 1) as a
 * partial autocorrelation, and the recursion of Durbin and Levinson makes coefficients of them. Monahan (1984),
 * Jones (1980).
 *
 * @example stableCoefficients([0.75]) // => [0.6]
 */
export function stableCoefficients(free: ArrayLike<number>): Float64Array {
  const found = new Float64Array(free.length)
  for (let order = 0; order < free.length; order += 1) {
    const number = free[order] ?? 0
    const partial = number / Math.sqrt(1 + number * number)
    for (let low = 0, high = order - 1; low <= high; low += 1, high -= 1) {
      const one = found[low] ?? 0
      const other = found[high] ?? 0
      found[low] = one - partial * other
      found[high] = other - partial * one
    }
    found[order] = partial
  }
  return found
}

/**
 * The numbers `stableCoefficients` makes these coefficients of; null where they are of no stationary
 * autoregression.
 *
 * @example freeNumbers([0.6]) // => [0.75]
 */
export function freeNumbers(coefficients: ArrayLike<number>): Float64Array | null {
  const left = Float64Array.from(coefficients)
  const free = new Float64Array(left.length)
  for (let order = left.length - 1; order >= 0; order -= 1) {
    const partial = left[order] ?? 0
    const rest = 1 - partial * partial
    if (!(rest > 0)) return null
    free[order] = partial / Math.sqrt(rest)
    for (let low = 0, high = order - 1; low <= high; low += 1, high -= 1) {
      const one = left[low] ?? 0
      const other = left[high] ?? 0
      left[low] = (one + partial * other) / rest
      left[high] = (other + partial * one) / rest
    }
  }
  return free
}

/**
 * Whether every root of 1 - a1 x - a2 x^2 - ... lies further from 0 than `modulus`.
 *
 * @example hasRootsBeyond(1.01, [0.995]) // => false
 */
export function hasRootsBeyond(modulus: number, coefficients: ArrayLike<number>): boolean {
  return freeNumbers(Float64Array.from(coefficients, (a, at) => a * modulus ** (at + 1))) !== null
}
