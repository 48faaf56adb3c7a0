import { trimSpace } from '../../lib/text.ts'
import type { RowOutcome } from '../../reconcile/row-outcome.ts'
import type { ClassifierRoom, TagForm } from './tag-form.ts'

/** Why a device has no location code that the classifier knows. */
export const LOCATION_FAULTS = [
  'number-empty',
  'not-in-finance',
  'location-blank',
  'location-not-in-classifier',
  'location-ambiguous',
  'refused-in-books',
] as const
export type LocationFault = (typeof LOCATION_FAULTS)[number]

/** One computer of OCS with what the workbooks say of it; texts as stored. */
export interface InventoryRow {
  /** OCS's `hardware.ID`. */
  readonly key: string
  readonly hostname: string | null
  readonly tag: string | null
  readonly inventoryNumber: string | null
  readonly serial: string | null
  /** Who used it last. */
  readonly user: string | null
  /** The kind of case, as its BIOS says. */
  readonly category: string | null
  readonly isVirtualMachine: boolean
  /** Null when the classifier knows its location code, or it is a virtual machine. */
  readonly locationFault: LocationFault | null
  /** The location code the fault is about, where there is one. */
  readonly locationId: string | null
  /** What the TAG says; null without a TAG. */
  readonly form: TagForm | null
  readonly building: string | null
  readonly municipality: string | null
  /** Who says so: finance and the classifier, or, where these are silent, the TAG. */
  readonly placedBy: 'books' | 'tag' | null
  /** The TAG a plan would write. */
  readonly plannedTag: string | null
}

/** Lays one assessed row out for the measures; `readTag` knows the classifier. */
export function inventoryRow(outcome: RowOutcome, readTag: (tag: string) => TagForm): InventoryRow {
  const { hardwareId, hostname, tag, inventoryNumber, serial, user, chassis } = outcome.computer
  const form = tag === null || trimSpace(tag) === '' ? null : readTag(tag)
  return {
    key: String(hardwareId),
    ...{ hostname, tag, inventoryNumber, serial, form },
    user: user ?? null,
    category: chassis ?? null,
    isVirtualMachine: outcome.kind === 'virtual-machine',
    ...located(outcome),
    ...placed(outcome, form),
    plannedTag: outcome.kind === 'planned' ? outcome.to : null,
  }
}

/** Whether the classifier knows where it stands; a room it answers twice on is known to it. */
function located(outcome: RowOutcome): Pick<InventoryRow, 'locationFault' | 'locationId'> {
  switch (outcome.kind) {
    case 'empty-number':
      return { locationFault: 'number-empty', locationId: null }
    case 'not-in-finance':
    case 'location-blank':
      return { locationFault: outcome.kind, locationId: null }
    case 'location-not-in-classifier':
      return { locationFault: outcome.kind, locationId: outcome.locationId }
    case 'ambiguous-location':
      return {
        locationFault: outcome.book === 'finance' ? 'location-ambiguous' : null,
        locationId: null,
      }
    case 'refused-in-books':
      return {
        locationFault: outcome.book === 'finance' ? 'refused-in-books' : null,
        locationId: null,
      }
    default:
      return { locationFault: null, locationId: null }
  }
}

type Place = Pick<InventoryRow, 'building' | 'municipality' | 'placedBy'>

function placed(outcome: RowOutcome, form: TagForm | null): Place {
  const rooms = roomsOf(outcome)
  const building = only(rooms.map((room) => room.building))
  if (building !== null) {
    const municipality = only(rooms.map((room) => room.municipality))
    return { building, municipality, placedBy: 'books' }
  }
  if (form === null || form.building === null) {
    return { building: null, municipality: null, placedBy: null }
  }
  return { building: form.building, municipality: form.municipality, placedBy: 'tag' }
}

/** The rooms the workbooks may mean; none where they name none for certain. */
function roomsOf(outcome: RowOutcome): readonly ClassifierRoom[] {
  if ('location' in outcome) return [outcome.location]
  const isInDoubt = outcome.kind === 'ambiguous-location' && outcome.book === 'locations'
  return isInDoubt ? outcome.locations : []
}

/** What all of them say; null when they differ or say nothing. */
function only(said: readonly (string | null)[]): string | null {
  const different = new Set(said.map((text) => trimSpace(text ?? '')))
  const [one] = different
  return different.size === 1 ? one || null : null
}
