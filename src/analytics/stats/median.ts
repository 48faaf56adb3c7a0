/** Up to so many values, sorting by insertion is the quickest. */
const FEW = 48

/**
 * The middle value, or the mean of the two in the middle. Throws a `RangeError` for no values.
 *
 * @example median([9, 1, 5, 2]) // => 3.5
 */
export function median(values: ArrayLike<number>): number {
  const count = values.length
  if (count === 0) throw new RangeError('no values have no median')
  const sorted = count <= FEW ? sortedByInsertion(values) : new Float64Array(values).sort()
  const lower = sorted[(count - 1) >> 1] ?? 0
  const upper = sorted[count >> 1] ?? 0
  return lower === upper ? lower : lower / 2 + upper / 2
}

function sortedByInsertion(values: ArrayLike<number>): Float64Array {
  const sorted = new Float64Array(values.length)
  for (let at = 0; at < sorted.length; at += 1) {
    const value = values[at] ?? 0
    let place = at
    while (place > 0 && (sorted[place - 1] ?? 0) > value) {
      sorted[place] = sorted[place - 1] ?? 0
      place -= 1
    }
    sorted[place] = value
  }
  return sorted
}
