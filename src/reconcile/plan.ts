import type { Asset } from '../sources/finance-register/asset.ts'
import type { Location } from '../sources/locations/location.ts'
import type { OcsComputer } from '../sources/ocs/computer.ts'
import type { RowOutcome } from './row-outcome.ts'

/** One TAG to be replaced: what stands there, what shall, and why. */
export interface PlannedChange {
  readonly recordId: number
  readonly from: string | null
  readonly to: string | null
  readonly inventoryNumber: string | null
  readonly machine: MachineMarks
  readonly evidence: ChangeEvidence
  readonly building: string | null
  readonly municipality: string | null
}

/** What tells a machine again after OCS gave it another `HARDWARE_ID`. */
export type MachineMarks = Pick<
  OcsComputer,
  'hostname' | 'serial' | 'uuid' | 'deviceId' | 'lastContact'
>

/** The cells that decided: finance's row, and the classifier's. */
export interface ChangeEvidence {
  readonly asset: Asset
  readonly location: Location
}

/** The changes among the outcomes, by `HARDWARE_ID`. */
export function plannedChanges(outcomes: readonly RowOutcome[]): PlannedChange[] {
  return outcomes
    .flatMap((outcome) => (outcome.kind === 'planned' ? [toChange(outcome)] : []))
    .toSorted((one, other) => one.recordId - other.recordId)
}

function toChange(outcome: RowOutcome & { kind: 'planned' }): PlannedChange {
  const { computer, asset, location, to } = outcome
  const { hostname, serial, uuid, deviceId, lastContact } = computer
  return {
    recordId: computer.hardwareId,
    from: computer.tag,
    to,
    inventoryNumber: computer.inventoryNumber,
    machine: { hostname, serial, uuid, deviceId, lastContact },
    evidence: { asset, location },
    building: location.building,
    municipality: location.municipality,
  }
}

/** How many of each kind there are. */
export function countBy<T>(
  items: Iterable<T>,
  kindOf: (item: T) => string,
): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[kindOf(item)] = (counts[kindOf(item)] ?? 0) + 1
  return counts
}
