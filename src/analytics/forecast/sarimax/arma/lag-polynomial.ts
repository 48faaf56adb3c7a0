/**
 * The product of 1 + a1 B + a2 B^2 + ... and 1 + b1 B^s + b2 B^2s + ..., without its leading 1; B shifts a series
 * by a step.
 *
 * @example seasonalProduct([0.5], [0.2], 4) // => [0.5, 0, 0, 0.2, 0.1]
 */
export function seasonalProduct(
  plain: ArrayLike<number>,
  seasonal: ArrayLike<number>,
  season: number,
): Float64Array {
  const product = new Float64Array(plain.length + seasonal.length * season)
  for (let j = 0; j <= seasonal.length; j += 1) {
    const outer = j === 0 ? 1 : (seasonal[j - 1] ?? 0)
    for (let i = 0; i <= plain.length; i += 1) {
      const lag = i + j * season
      const inner = i === 0 ? 1 : (plain[i - 1] ?? 0)
      if (lag > 0) product[lag - 1] = (product[lag - 1] ?? 0) + outer * inner
    }
  }
  return product
}

/**
 * What differencing d times and D times over a season takes from a figure: the k-th number is the share of the
 * figure k steps before, of (1 - B)^d (1 - B^s)^D = 1 - sum.
 *
 * @example differenceShares({ d: 1, D: 1, s: 4 }) // => [1, 0, 0, 1, -1]
 */
export function differenceShares({
  d,
  D,
  s,
}: {
  readonly d: number
  readonly D: number
  readonly s: number
}): Float64Array {
  let product: Float64Array = new Float64Array(0)
  for (let once = 0; once < d; once += 1) product = seasonalProduct(product, [-1], 1)
  for (let once = 0; once < D; once += 1) product = seasonalProduct(product, [-1], s)
  return product.map((share) => (share === 0 ? 0 : -share))
}
