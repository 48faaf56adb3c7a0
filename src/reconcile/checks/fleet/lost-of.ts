import type { MachineRecord } from '../../../inventory/machine/machine.ts'
import type { LostCandidate } from '../../../inventory/match/lost-candidate.ts'

/** The best candidate that a machine was not taken for, by its most recent record that has one. */
export function lostOf(records: readonly MachineRecord[]): LostCandidate | null {
  return records.find(({ lost }) => lost !== null)?.lost ?? null
}
