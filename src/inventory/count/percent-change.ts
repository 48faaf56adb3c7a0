/**
 * By how many per cent a count changed, to one decimal, halves away from zero; null when there was
 * nothing before.
 *
 * @example percentChange(1_007, 1_000) // => 0.7
 */
export function percentChange(current: number, previous: number): number | null {
  if (previous === 0) return null
  const change = current - previous
  const tenths = Math.round((Math.abs(change) * 1_000) / previous)
  return tenths === 0 ? 0 : (Math.sign(change) * tenths) / 10
}
