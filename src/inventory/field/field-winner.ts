/** What one record says of one field. */
export interface Claim {
  readonly recordId: number
  readonly source: string
  /** The value as compared; null where it tells nothing. */
  readonly key: string | null
  /** True when nothing at all is said. */
  readonly isBlank: boolean
  readonly isSilent: boolean
  /** When the record was last heard of, in milliseconds; null where that is not known. */
  readonly heardAt: number | null
}

/**
 * Why a value stands for the machine. `order`: no source before it says anything; `owner-silent`: those
 * before it have not heard of the machine for long; `all-silent`: none has, so that the order decides.
 */
export type FieldRule = 'order' | 'owner-silent' | 'all-silent'

/**
 * Why a value does not. `later`: its source comes later in the order; `silent`: it would come first, and
 * has not heard of the machine for long; `other-record`: another record of its source comes first;
 * `tells-nothing`: it is a placeholder.
 */
export type LostBecause = 'later' | 'silent' | 'other-record' | 'tells-nothing'

/** A value that does not stand for the machine. */
export interface LostClaim<C extends Claim> {
  readonly claim: C
  readonly because: LostBecause
  /** True when it says the same as the winner. */
  readonly agrees: boolean
}

/** Which of several values stands for a machine. Every claim is in it once. */
export type FieldVerdict<C extends Claim> = {
  readonly losers: readonly LostClaim<C>[]
  /** Those that say nothing, which never outweighs something. */
  readonly blank: readonly C[]
} & (
  | { readonly kind: 'won'; readonly rule: FieldRule; readonly winner: C }
  | { readonly kind: 'nothing-said' }
)

/**
 * The first in the order of sources that says something and is not silent; where all are silent, the
 * first that says something. Of two records of one source the one heard of last comes first.
 */
export function fieldWinner<C extends Claim>(
  claims: readonly C[],
  order: readonly string[],
): FieldVerdict<C> {
  const ranked = inOrder(claims, order)
  const blank = ranked.filter(({ isBlank }) => isBlank)
  const said = ranked.filter(({ isBlank }) => !isBlank)
  const telling = said.filter(({ key }) => key !== null)
  const [first] = telling
  const winner = telling.find(({ isSilent }) => !isSilent) ?? first
  if (winner === undefined || first === undefined) {
    const losers = said.map((claim) => lost(claim, { because: 'tells-nothing', agrees: false }))
    return { kind: 'nothing-said', losers, blank }
  }
  const losers = said
    .filter((claim) => claim !== winner)
    .map((claim) =>
      lost(claim, {
        because: lostBecause(claim, winner, said),
        agrees: claim.key === winner.key,
      }),
    )
  return { kind: 'won', rule: ruleOf(winner, first), winner, losers, blank }
}

/** By the order of sources; within a source by who was heard of last. */
function inOrder<C extends Claim>(claims: readonly C[], order: readonly string[]): C[] {
  return claims.toSorted(
    (one, other) =>
      placeOf(one, order) - placeOf(other, order) ||
      later(one.heardAt, other.heardAt) ||
      other.recordId - one.recordId, // the record that came last
  )
}

/** Sources that an order does not name come last. */
function placeOf({ source }: Claim, order: readonly string[]): number {
  const place = order.indexOf(source)
  return place < 0 ? order.length : place
}

/** The later instant before the earlier one, and that before none. */
function later(one: number | null, other: number | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return other - one
}

function ruleOf(winner: Claim, first: Claim): FieldRule {
  if (winner.isSilent) return 'all-silent'
  return winner === first ? 'order' : 'owner-silent'
}

function lostBecause(claim: Claim, winner: Claim, ranked: readonly Claim[]): LostBecause {
  if (claim.key === null) return 'tells-nothing'
  if (ranked.indexOf(claim) < ranked.indexOf(winner)) return 'silent'
  return claim.source === winner.source ? 'other-record' : 'later'
}

function lost<C extends Claim>(claim: C, why: Omit<LostClaim<C>, 'claim'>): LostClaim<C> {
  return { claim, ...why }
}
