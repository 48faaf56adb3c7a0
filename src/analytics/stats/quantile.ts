/**
 * The value below which a share of the values lies, interpolated between neighbours: type 7 of Hyndman and
 * Fan (1996), which R and NumPy use unless told otherwise. Throws a `RangeError` for no values or no share.
 *
 * @example quantile([1, 2, 4, 8], 0.25) // => 1.75
 */
export function quantile(values: ArrayLike<number>, share: number): number {
  if (values.length === 0) throw new RangeError('no values have no quantile')
  if (!(share >= 0 && share <= 1))
    throw new RangeError(`a share of ${share} is not between 0 and 1`)
  const sorted = Float64Array.from(values).sort()
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? 0
  const part = place - Math.floor(place)
  return below === above ? below : below * (1 - part) + above * part
}
