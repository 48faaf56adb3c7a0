import type { Machine, MachineRecord } from '../../inventory/machine/machine.ts'
import type { Day } from '../../lib/day.ts'
import { trimSpace } from '../../lib/text.ts'
import { type NameFault, nameFault } from '../../sources/threatlocker/writer/name-fault.ts'
import type { PlannedChange } from '../plan.ts'
import type { NamedRecord, NameEvidence } from './name-evidence.ts'

/** One name to be replaced. */
export interface PlannedName extends PlannedChange {
  readonly to: string
  readonly evidence: NameEvidence
}

/** What came of one machine whose names were found to differ: exactly one of these. */
export type NameOutcome =
  | { readonly kind: 'planned'; readonly change: PlannedName }
  | { readonly kind: NameRefusal }

/** Why a computer keeps the name it has. */
export type NameRefusal =
  | NameFault
  /** Both sides call it the same by now. */
  | 'names-agree'
  /** One of both sides does not list it any more. */
  | 'not-on-both-sides'
  /** Remote management lists it more than once and calls it differently. */
  | 'several-rmm-names'
  /** Endpoint protection lists it more than once, or another source does than the one written to. */
  | 'several-edr-records'
  /** Another record may be the same machine as well: a person decides first. */
  | 'ambiguous'
  | 'organisation-unknown'
  /** The name it bears is blank or one that cannot be given: an undo could not put it back. */
  | 'old-name-unwritable'
  /** A name was written since the day was collected, which the day does not show. */
  | 'written-since'

/** What is compared, and on which day. */
export interface NameLook extends NameSources {
  readonly day: Day
  /** Keys of the computers that Muster has written to since that day was collected. */
  readonly written: ReadonlySet<string>
}

/** Whose names are taken, and where they are given. */
export interface NameSources {
  /** Remote management, whose names are taken. */
  readonly rmm: readonly string[]
  /** Endpoint protection. */
  readonly edr: readonly string[]
  /** The one of them whose computers can be named. */
  readonly target: string
}

/** The name that a machine's computer at endpoint protection shall bear, or why it keeps its own. */
export function nameOutcome(machine: Machine, look: NameLook): NameOutcome {
  const managed = machine.records.filter(({ source }) => look.rmm.includes(source))
  const guarded = machine.records.filter(({ source }) => look.edr.includes(source))
  const [rmm] = managed
  const [edr] = guarded
  if (!rmm || !edr) return { kind: 'not-on-both-sides' }
  if (guarded.length > 1 || edr.source !== look.target) return { kind: 'several-edr-records' }
  if ([...managed, edr].some(isAmbiguous)) return { kind: 'ambiguous' }

  const [name = '', ...others] = new Set(managed.map(nameOf))
  if (others.length > 0) return { kind: 'several-rmm-names' }
  const fault = nameFault(name)
  if (fault !== null) return { kind: fault }
  if (name.toLowerCase() === nameOf(edr).toLowerCase()) return { kind: 'names-agree' }
  if (nameFault(nameOf(edr)) !== null) return { kind: 'old-name-unwritable' }
  if (edr.organisation === null) return { kind: 'organisation-unknown' }
  if (look.written.has(edr.nativeKey)) return { kind: 'written-since' }
  return { kind: 'planned', change: planned(machine, { rmm, edr, name, day: look.day }) }
}

function isAmbiguous({ lost }: MachineRecord): boolean {
  return lost?.reason.kind === 'ambiguous'
}

function nameOf({ displayName }: MachineRecord): string {
  return trimSpace(displayName ?? '')
}

interface Decision {
  readonly rmm: MachineRecord
  readonly edr: MachineRecord
  readonly name: string
  readonly day: Day
}

function planned({ deviceId }: Machine, { rmm, edr, name, day }: Decision): PlannedName {
  const { hostname, serial, organisation } = edr
  return {
    recordKey: edr.nativeKey,
    from: nameOf(edr) || null,
    to: name,
    inventoryNumber: null,
    organisation: organisation?.key ?? null,
    machine: { hostname, serial, uuid: null, deviceId: null, lastContact: null },
    evidence: { kind: 'names', day, device: deviceId, rmm: named(rmm), edr: named(edr) },
    building: null,
    municipality: null,
  }
}

function named({ source, nativeKey, displayName, organisation, site, since }: MachineRecord) {
  return {
    ...{ source, nativeKey, displayName, since },
    organisation: organisation?.name ?? organisation?.key ?? null,
    site: site?.name ?? null,
  } satisfies NamedRecord
}

/** The order of a plan: by site and organisation, then by the name to be. */
export function byPlaceAndName(one: PlannedName, other: PlannedName): number {
  const keysOf = ({ evidence: { edr }, to, recordKey }: PlannedName) => [
    ...[edr.site ?? '\uffff', edr.organisation ?? '', to, recordKey],
  ]
  const others = keysOf(other)
  for (const [at, key] of keysOf(one).entries()) {
    const against = others[at] ?? ''
    if (key !== against) return key < against ? -1 : 1
  }
  return 0
}
