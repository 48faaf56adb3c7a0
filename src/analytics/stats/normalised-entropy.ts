/**
 * How evenly things are spread over classes, from 0 (all in one) to 1 (as many in each): the entropy
 * of the counts over the largest it could be, `log2` of the number of classes. A class of 0 counts as
 * a class. Null for fewer than two classes, or nothing in them. See Shannon (1948), Pielou (1966).
 *
 * @example normalisedEntropy([8, 4, 2, 2]) // => 0.875
 */
export function normalisedEntropy(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (counts.length < 2 || total === 0) return null
  const entropy = counts.reduce((sum, count) => {
    const share = count / total
    return share === 0 ? sum : sum - share * Math.log2(share)
  }, 0)
  return Math.min(1, Math.max(0, entropy / Math.log2(counts.length)))
}
