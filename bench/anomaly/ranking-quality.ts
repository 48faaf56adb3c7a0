/**
 * The chance that a planted point scores above one that is not, a tie for half: the area under the ROC curve (Hanley
 * and McNeil 1982). Throws a `RangeError` where there is none of the one or the other.
 *
 * @example rankingQuality([0.9, 0.4, 0.5], new Set([0])) // => 1
 */
export function rankingQuality(scores: ArrayLike<number>, planted: ReadonlySet<number>): number {
  const others = scores.length - planted.size
  if (planted.size === 0 || others === 0) throw new RangeError('there is nothing to tell apart')
  const order = Array.from({ length: scores.length }, (_, row) => row)
  order.sort((one, other) => (scores[one] ?? 0) - (scores[other] ?? 0))
  let rankSum = 0
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to += 1
    const tied = order.slice(from, to).filter((row) => planted.has(row)).length
    rankSum += tied * ((from + 1 + to) / 2) // ties share the middle of their ranks
    from = to
  }
  return (rankSum - (planted.size * (planted.size + 1)) / 2) / (planted.size * others)
}
