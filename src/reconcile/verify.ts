import type { AppliedChange } from './applied-change.ts'
import type { PresentComputers } from './present-computers.ts'

/** What a later look finds of an applied change. */
export type Standing =
  | { readonly kind: 'standing' }
  /** The value of before, or one that the system itself gives a lost record, stands there again. */
  | { readonly kind: 'reverted'; readonly found: string | null }
  | { readonly kind: 'changed'; readonly found: string | null }
  /** OCS merged the computer: it lives on under another `HARDWARE_ID`. */
  | { readonly kind: 'merged'; readonly found: string | null; readonly recordKey: string }
  | { readonly kind: 'gone' }
  /** The record is there, and holds something that cannot be read as a computer; or nobody can tell. */
  | { readonly kind: 'unreadable' }

/** Judges applied changes against the computers as they are now. */
export function standingJudge(present: PresentComputers) {
  return (change: AppliedChange): Standing => {
    const found = present.find(change.recordKey)
    if (found === 'unreadable') return { kind: 'unreadable' }
    if (found) return judgeValue(change, found.value, present)

    const heir = present.heirOf(change)
    if (!heir) return { kind: 'gone' }
    return { kind: 'merged', found: heir.value, recordKey: heir.recordKey }
  }
}

function judgeValue(
  change: AppliedChange,
  found: string | null,
  present: PresentComputers,
): Standing {
  if (found === change.to) return { kind: 'standing' }
  const isReverted = found === change.from || present.isOwn(found)
  return { kind: isReverted ? 'reverted' : 'changed', found }
}
