import type { Day } from '../../lib/day.ts'
import type { LostCandidate } from '../match/lost-candidate.ts'

/** A machine as of a day: everything that is known to speak of it. */
export interface Machine {
  /** Muster's own id of it. */
  readonly deviceId: number
  /** One at least, by source and then by id. */
  readonly records: readonly MachineRecord[]
}

/** What one source says of a machine, as far as checks look at it. */
export interface MachineRecord {
  /** Muster's own id of the record. */
  readonly recordId: number
  readonly source: string
  /** The source's own id of it. */
  readonly nativeKey: string
  /** Null where nobody has mapped its organisation to a site. */
  readonly site: { readonly id: number; readonly name: string } | null
  readonly organisation: { readonly key: string; readonly name: string | null } | null
  readonly location: string | null
  readonly displayName: string | null
  readonly hostname: string | null
  readonly serial: string | null
  readonly nodeClass: string | null
  readonly role: string | null
  readonly tags: readonly string[]
  readonly class: 'server' | 'workstation' | 'other'
  readonly isSpare: boolean
  readonly isBillable: boolean
  /** From which day it has been listed just so. */
  readonly since: Day
  /** As of the newest collection; null where the source never heard of it or does not say. */
  readonly lastContact: Date | null
  /** The best candidate that it was not taken for, and why; null when there was none. */
  readonly lost: LostCandidate | null
}
