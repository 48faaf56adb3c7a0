/** Why a delivery or a plan is held until a person accepts it by name. */
export type Hold =
  | { readonly code: 'empty'; readonly source: string }
  | {
      readonly code: 'header-not-found'
      readonly source: string
      readonly missing: readonly string[]
    }
  | {
      readonly code: 'shrunk'
      readonly source: string
      readonly before: number
      readonly now: number
      /** Largest share that may go missing, 0 to 1. */
      readonly limit: number
    }

/** A delivery as counted, beside the last one that was accepted (null: there was none). */
export interface Delivery {
  readonly source: string
  readonly records: number
  readonly acceptedBefore: number | null
}

/** Reasons to hold a delivery that came empty or shrank by more than `limit` (0 to 1). */
export function holdsOf(delivery: Delivery, limit: number): Hold[] {
  const { source, records: now, acceptedBefore: before } = delivery
  if (now === 0) return before === 0 ? [] : [{ code: 'empty', source }]
  if (before === null || now >= before * (1 - limit)) return []
  return [{ code: 'shrunk', source, before, now, limit }]
}
