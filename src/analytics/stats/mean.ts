/**
 * The arithmetic mean. Values whose sum would be too large for a number are averaged all the same.
 * Throws a `RangeError` for no values.
 *
 * @example mean([1, 2, 6]) // => 3
 */
export function mean(values: ArrayLike<number>): number {
  const count = values.length
  if (count === 0) throw new RangeError('no values have no mean')
  let sum = 0
  for (let at = 0; at < count; at += 1) sum += values[at] ?? 0
  return Number.isFinite(sum) ? sum / count : meanOfHuge(values)
}

function meanOfHuge(values: ArrayLike<number>): number {
  let sum = 0
  for (let at = 0; at < values.length; at += 1) sum += (values[at] ?? 0) / values.length
  return sum
}
