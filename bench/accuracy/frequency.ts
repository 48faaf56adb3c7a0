/** How often figures come, and how far is looked ahead of them, as in the M4 competition. */
export interface Frequency {
  readonly name: 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'yearly'
  /** Steps after which the same comes again. */
  readonly period: number
  /** Steps that are held out. */
  readonly horizon: number
}

/** M4 gave days no season; Muster's days follow the week, and so do these. */
export const FREQUENCIES: readonly Frequency[] = [
  { name: 'daily', period: 7, horizon: 14 },
  { name: 'weekly', period: 1, horizon: 13 },
  { name: 'monthly', period: 12, horizon: 18 },
  { name: 'quarterly', period: 4, horizon: 8 },
  { name: 'yearly', period: 1, horizon: 6 },
]
