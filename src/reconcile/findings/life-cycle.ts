import type { Day } from '../../lib/day.ts'

/**
 * Where a finding stands. `fixed` is what a person says; `verified` what a later look proved.
 * `accepted` stands and is nobody's work until a date.
 */
export const FINDING_STATES = ['open', 'acknowledged', 'fixed', 'accepted', 'verified'] as const
export type FindingState = (typeof FINDING_STATES)[number]

export type FindingEventKind =
  | 'opened'
  | 'returned'
  | 'reopened'
  | 'verified'
  | 'lapsed'
  | 'acknowledged'
  | 'fixed'
  | 'accepted'
  | 'assigned'
  | 'noted'

/** What of a finding decides what becomes of it. */
export interface FindingStanding {
  readonly state: FindingState
  /** Through this day a person accepts it; null when nobody does. */
  readonly acceptedUntil: Day | null
  /** When a person said it was fixed; null in every other state. */
  readonly fixedAt: Date | null
}

/** One look at the sources. */
export interface Look {
  /** The day that was looked at. */
  readonly day: Day
  /** When the oldest of what was compared began to be fetched. */
  readonly asOf: Date
  readonly isSeen: boolean
}

/** What became of a finding, and how that is told; null when nothing did. */
export interface Step {
  readonly state: FindingState
  readonly event: FindingEventKind | null
}

/**
 * What a look makes of a finding; null for one that was never seen before. Looking again at the
 * same changes nothing: what was fetched before a person said "fixed" proves nothing against it.
 */
export function afterLook(finding: FindingStanding | null, look: Look): Step | null {
  if (finding === null) return look.isSeen ? { state: 'open', event: 'opened' } : null
  const { state, acceptedUntil, fixedAt } = finding
  const isAccepted = acceptedUntil !== null && acceptedUntil >= look.day
  if (!look.isSeen) return { state: 'verified', event: state === 'verified' ? null : 'verified' }
  switch (state) {
    case 'verified':
      return { state: isAccepted ? 'accepted' : 'open', event: 'returned' }
    case 'accepted':
      return isAccepted ? { state, event: null } : { state: 'open', event: 'lapsed' }
    case 'fixed':
      return fixedAt !== null && look.asOf > fixedAt
        ? { state: 'open', event: 'reopened' }
        : { state, event: null }
    default:
      return { state, event: null }
  }
}

/** What a person may say of a finding. */
export type Word =
  | { readonly kind: 'acknowledged'; readonly words: string | null }
  | { readonly kind: 'fixed'; readonly words: string | null }
  | { readonly kind: 'accepted'; readonly words: string; readonly until: Day }
  | { readonly kind: 'reopened'; readonly words: string | null }
  /** Who sees to it; null for nobody. */
  | { readonly kind: 'assigned'; readonly words: string | null }
  /** Null takes the note away. */
  | { readonly kind: 'noted'; readonly words: string | null }

/** The states in which a person may say so; elsewhere it says nothing new, or is not theirs to say. */
export const SAYABLE_IN: Readonly<Record<Word['kind'], readonly FindingState[]>> = {
  acknowledged: ['open'],
  fixed: ['open', 'acknowledged', 'accepted'],
  accepted: ['open', 'acknowledged', 'fixed', 'accepted'],
  reopened: ['acknowledged', 'fixed', 'accepted'],
  assigned: FINDING_STATES,
  noted: FINDING_STATES,
}

/** The state that a word leads to; null where the state stays what it is. */
export const STATE_AFTER: Readonly<Record<Word['kind'], FindingState | null>> = {
  acknowledged: 'acknowledged',
  fixed: 'fixed',
  accepted: 'accepted',
  reopened: 'open',
  assigned: null,
  noted: null,
}
