/**
 * The order (p, d, q)(P, D, Q, s) of a seasonal ARIMA model in the letters of Box and Jenkins: how many figures
 * back it looks, how often it differences, how many surprises back it looks; the same in steps of a season.
 */
export interface SarimaxOrder {
  readonly p: number
  readonly d: number
  readonly q: number
  readonly P: number
  readonly D: number
  readonly Q: number
  /** Steps of a season; 1 where there is none. */
  readonly s: number
}

/** How many coefficients of its own a model of this order has. @example freeCount({ p: 1, d: 1, q: 1, P: 0, D: 1, Q: 1, s: 7 }) // => 3 */
export function freeCount({ p, q, P, Q }: SarimaxOrder): number {
  return p + q + P + Q
}

/** How many figures are used up by differencing. @example lostCount({ p: 0, d: 1, q: 1, P: 0, D: 1, Q: 1, s: 12 }) // => 13 */
export function lostCount({ d, D, s }: SarimaxOrder): number {
  return d + D * s
}

/** Whether all parts are whole, none negative, and a season is there for what is seasonal. */
export function isOrder({ p, d, q, P, D, Q, s }: SarimaxOrder): boolean {
  const parts = [p, d, q, P, D, Q]
  if (!parts.every((part) => Number.isInteger(part) && part >= 0)) return false
  return Number.isInteger(s) && s >= 1 && (s > 1 || P + D + Q === 0)
}
