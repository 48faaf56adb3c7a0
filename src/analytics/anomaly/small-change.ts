/** Changes that are nobody's concern, however little a figure varied before. The larger of the two counts. */
export interface SmallChange {
  /**
   * In the unit of the series: unless given 2 where all figures are whole, so that one more or less is never an
   * anomaly, and 0 where they are not.
   */
  readonly smallChange?: number
  /** As a share of what is expected: 0.02 unless given. */
  readonly smallChangeShare?: number
}

const WHOLE_STEP = 2
const SHARE = 0.02
/** Of the largest figure: what rounding leaves behind is no change. */
const ROUNDING = 1e-9

/** The smallest change from `expected` that can be of concern, given the figures before it. */
export function smallChangeFloor(
  { smallChange, smallChangeShare = SHARE }: SmallChange,
  expected: number,
  before: readonly number[],
): number {
  const amount = smallChange ?? (before.every(Number.isInteger) ? WHOLE_STEP : 0)
  const largest = before.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return Math.max(amount, smallChangeShare * Math.abs(expected), ROUNDING * largest)
}
