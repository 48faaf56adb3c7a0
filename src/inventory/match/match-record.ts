import type { DeviceRecord } from '../../lib/device-record.ts'
import type { RuleName } from './rule-name.ts'

/** What of a record tells which machine it speaks of. */
export interface MatchRecord
  extends Pick<DeviceRecord, 'serial' | 'inventoryNumber' | 'uuid' | 'macs' | 'hostname'> {
  /** Muster's own id of the record. */
  readonly id: number
  readonly source: string
  /** The site of its organisation; null while nobody has mapped that, and then equal to no other. */
  readonly site: string | number | null
}

/** What a person decided of two records, by their ids. */
export interface LinkDecision {
  readonly kind: 'must-link' | 'cannot-link'
  readonly records: readonly [number, number]
}

/** What an installation decided about which evidence counts. */
export interface MatchOptions extends MatchLimits {
  /** Rules that are not asked: what they would say for or against one machine counts for nothing. */
  readonly off: readonly RuleName[]
}

/** How many may share a key before it proves nothing. */
export interface MatchLimits {
  /** Records of one source that may bear one serial, inventory number or UUID; with more it is a template's. */
  readonly sharedBy: number
  /** Records, of all sources together, that may bear one MAC; with more it is a dock's. */
  readonly macShare: number
  /**
   * Devices of one site that may still be in question under one host name, or bear names of one
   * beginning at all; with more it is nobody's.
   */
  readonly nameShare: number
}

export const DEFAULT_MATCH_OPTIONS: MatchOptions = {
  sharedBy: 3,
  macShare: 3,
  nameShare: 8,
  off: [],
}
