/** Who made a plan, who is to approve it, and whether that must be two people. */
export interface Approval {
  readonly isSecondPersonNeeded: boolean
  readonly maker: string
  readonly approver: string
}

/** Whether a plan waits for somebody else: the one who made it may not approve it where two are needed. */
export function needsAnother({ isSecondPersonNeeded, maker, approver }: Approval): boolean {
  return isSecondPersonNeeded && personOf(maker) === personOf(approver)
}

/**
 * The person behind a name that something was done by: a token is its person, and capital letters make
 * no difference. No person's name has a blank in it, so none is taken for a token.
 *
 * @example personOf('Ana (nightly export)') // => 'ana'
 */
export function personOf(actor: string): string {
  const [name = ''] = actor.normalize().trim().split(' (')
  return name.trimEnd().toLowerCase()
}

/** Who made a plan, and who has approved it. */
export interface Approved {
  readonly isSecondPersonNeeded: boolean
  readonly maker: string
  readonly approvers: readonly string[]
}

/** Whether a plan may be written: where two people are needed, once one who did not make it approved it. */
export function isApproved({ isSecondPersonNeeded, maker, approvers }: Approved): boolean {
  if (!isSecondPersonNeeded) return true
  return approvers.some((approver) => !needsAnother({ isSecondPersonNeeded, maker, approver }))
}
