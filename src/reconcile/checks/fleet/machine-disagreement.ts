import type { Machine, MachineRecord } from '../../../inventory/machine/machine.ts'
import type { FleetLook } from '../check.ts'
import type { Disagreement } from '../finding-draft.ts'
import { recordEvidence } from './machine-evidence.ts'
import { latestOf } from './recency.ts'

/** What a check found about a machine. */
export interface Found {
  /** The records it compared, in the order in which a person reads them; one at least. */
  readonly records: readonly MachineRecord[]
  /** What it says beside the records. */
  readonly adds: Readonly<Record<string, unknown>>
}

/**
 * A disagreement about a machine: named and placed as remote management has it, or else as the
 * records that were compared do.
 */
export function machineDisagreement(
  machine: Machine,
  { sources }: FleetLook,
  { records, adds }: Found,
): Disagreement {
  const managed = latestOf(machine, sources.rmm)
  const telling = managed === null ? records : [managed, ...records]
  return {
    subject: `device:${machine.deviceId}`,
    name: firstOf(telling, ({ hostname, displayName }) => hostname ?? displayName),
    evidence: { records: records.map(recordEvidence), ...adds },
    siteId: firstOf(telling, ({ site }) => site?.id ?? null),
    building: null,
    municipality: null,
  }
}

/** The first that any of the records says. */
function firstOf<Value>(
  records: readonly MachineRecord[],
  saidBy: (record: MachineRecord) => Value | null,
): Value | null {
  for (const record of records) {
    const value = saidBy(record)
    if (value !== null) return value
  }
  return null
}
