import type { FindingDraft } from '../checks/finding-draft.ts'
import type { KeptLook, LookId } from './look-queries.ts'

/** What one run of checks came to, ready to be kept. */
export interface NewLook extends LookId {
  /** What was looked at, and what was skipped. */
  readonly looks: readonly (KeptLook & {
    /** When the oldest of what was compared began to be fetched; null for what was skipped. */
    readonly asOf: Date | null
  })[]
  /** Of the scopes looked at only. */
  readonly seen: Iterable<FindingDraft> | AsyncIterable<FindingDraft>
}

/** How many findings of a check and scope came and went. */
export interface FindingShift {
  readonly check: string
  readonly opened: number
  readonly closed: number
}
