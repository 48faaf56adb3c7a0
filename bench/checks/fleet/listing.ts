import type { DeviceClass } from '../../../src/inventory/classify/classification.ts'
import { LOCATIONS, type Machine } from '../../history/fleet/machine.ts'

/** The three sources of the benchmark, by the names under which their days are kept. */
export const SOURCE_NAMES = ['ninjaone', 'threatlocker', 'helpdesk'] as const
export type SourceName = (typeof SOURCE_NAMES)[number]

/** A machine as one source lists it. */
export interface Listing {
  /** With the organisation and the location it has there. */
  readonly machine: Machine
  readonly displayName: string
  readonly class: DeviceClass
  /** Whole days since the source heard of it last, some hours apart. */
  readonly silentDays: number
  /** 0, or 1 for a record of the same machine that was left over. */
  readonly copy: 0 | 1
}

/** What every source lists of one machine. */
export type Listings = Readonly<Record<SourceName, readonly Listing[]>>

/** The place in an organisation where spares are kept. */
export const SPARE_SHELF = LOCATIONS.indexOf('Spare shelf')

/** All three agree on the machine: endpoint protection calls it by its host name, as nobody named it there. */
export function agreedListings(machine: Machine): Listings {
  const location = machine.location === SPARE_SHELF ? 0 : machine.location
  const listing: Listing = {
    machine: { ...machine, location },
    displayName: machine.name,
    class: machine.kind.class,
    ...{ silentDays: 0, copy: 0 },
  }
  return {
    ninjaone: [listing],
    threatlocker: [{ ...listing, displayName: machine.host }],
    helpdesk: [listing],
  }
}
