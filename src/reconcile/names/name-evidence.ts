import type { Day } from '../../lib/day.ts'

/** Why a computer is given another name: what two sources called one machine on a day. */
export interface NameEvidence {
  readonly kind: 'names'
  /** The day that both speak of. */
  readonly day: Day
  /** Muster's own id of the machine. */
  readonly device: number
  /** Remote management, whose name is taken. */
  readonly rmm: NamedRecord
  /** Endpoint protection, whose computer is named by it. */
  readonly edr: NamedRecord
}

/** A record of the machine, and the name it bears there. */
export interface NamedRecord {
  readonly source: string
  readonly nativeKey: string
  readonly displayName: string | null
  readonly organisation: string | null
  readonly site: string | null
  /** From which day it has been listed just so. */
  readonly since: Day
}
