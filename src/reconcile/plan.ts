import type { Asset } from '../sources/finance-register/asset.ts'
import type { Location } from '../sources/locations/location.ts'
import type { FieldChange } from '../sources/source.ts'
import type { NameEvidence } from './names/name-evidence.ts'
import type { RowOutcome } from './row-outcome.ts'

/** What a plan corrects: TAGs in OCS, or names of computers in ThreatLocker. */
export type Corrects = 'tags' | 'names'

/** One value to be replaced: what stands there, what shall, and why. */
export interface PlannedChange extends Omit<FieldChange, 'tried'> {
  readonly machine: MachineMarks
  readonly evidence: ChangeEvidence
  readonly building: string | null
  readonly municipality: string | null
}

/** One TAG to be replaced. */
export interface PlannedTag extends PlannedChange {
  readonly evidence: TagEvidence
}

/** What tells a machine again after its system gave it another key. */
export interface MachineMarks {
  readonly hostname: string | null
  readonly serial: string | null
  readonly uuid: string | null
  /** `DEVICEID` in OCS. */
  readonly deviceId: string | null
  /** As its system words it. */
  readonly lastContact: string | null
}

/** What decided a change, by what it corrects. */
export type ChangeEvidence = TagEvidence | NameEvidence

/** The cells that decided: finance's row, and the classifier's. */
export interface TagEvidence {
  readonly kind: 'tags'
  readonly asset: Asset
  readonly location: Location
}

/** The changes of TAGs among the outcomes, by `HARDWARE_ID`. */
export function plannedChanges(outcomes: readonly RowOutcome[]): PlannedTag[] {
  return outcomes
    .flatMap((outcome) => (outcome.kind === 'planned' ? [outcome] : []))
    .toSorted((one, other) => one.computer.hardwareId - other.computer.hardwareId)
    .map(toChange)
}

function toChange(outcome: RowOutcome & { kind: 'planned' }): PlannedTag {
  const { computer, asset, location, to } = outcome
  const { hostname, serial, uuid, deviceId, lastContact } = computer
  return {
    recordKey: String(computer.hardwareId),
    from: computer.tag,
    to,
    inventoryNumber: computer.inventoryNumber,
    organisation: null,
    machine: { hostname, serial, uuid, deviceId, lastContact },
    evidence: { kind: 'tags', asset, location },
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
