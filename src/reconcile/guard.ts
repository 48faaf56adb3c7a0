/** Why a plan is held until a person accepts it by name. */
export interface PlanHold {
  readonly code: 'share-exceeded'
  readonly changes: number
  readonly rows: number
  /** Largest share of rows a plan may change unasked, 0 to 1. */
  readonly limit: number
}

/** A plan's reach; `first`: nothing was ever applied before, so most rows may need a TAG. */
export interface Reach {
  readonly changes: number
  readonly rows: number
  readonly first: boolean
}

/** Reasons to hold a plan that would change more than `limit` (0 to 1) of all rows. */
export function planHolds({ changes, rows, first }: Reach, limit: number): PlanHold[] {
  if (first || changes <= rows * limit) return []
  return [{ code: 'share-exceeded', changes, rows, limit }]
}
