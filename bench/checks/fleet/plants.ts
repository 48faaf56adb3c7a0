import type { FleetCheckCode } from '../../../src/reconcile/checks/fleet-checks.ts'
import {
  type Listing,
  type Listings,
  SOURCE_NAMES,
  type SourceName,
  SPARE_SHELF,
} from './listing.ts'

/** A way in which the sources disagree on a machine, or look as if they did. */
export interface Plant {
  readonly name: string
  /** In how many of a thousand machines. */
  readonly perThousand: number
  /** What must be found of the machine: by which check, over which sources. Nothing for a trap. */
  readonly found: readonly Expected[]
  /** What the sources list of a machine on which they agree otherwise. */
  plant(listings: Listings, organisationCount: number): Listings
}

/** A check, and the key of the sources it compares. */
export interface Expected {
  readonly check: FleetCheckCode
  readonly scope: string
}

/** Longer than a machine may be silent (14 days), counted in whole days. */
const SILENT_DAYS = 30
/** A record that was left over is a little older than the one in use, and not silent. */
const LEFT_OVER_DAYS = 3
const BOTH_ROLES = 'ninjaone+threatlocker'

/** One of each kind for each group of sources it can be found over; then what must not be found. */
export const PLANTS: readonly Plant[] = [
  {
    ...{ name: 'not in remote management', perThousand: 10 },
    found: [{ check: 'missing-in-rmm', scope: BOTH_ROLES }],
    plant: (listings) => ({ ...listings, ninjaone: [] }),
  },
  {
    ...{ name: 'without an agent', perThousand: 20 },
    found: [{ check: 'missing-in-edr', scope: BOTH_ROLES }],
    plant: (listings) => ({ ...listings, threatlocker: [] }),
  },
  {
    ...{ name: 'spare with an agent', perThousand: 10 },
    found: [{ check: 'spare-with-agent', scope: BOTH_ROLES }],
    plant: (listings) => changed(listings, 'ninjaone', onSpareShelf),
  },
  {
    ...{ name: 'named differently', perThousand: 20 },
    found: [{ check: 'display-name-mismatch', scope: BOTH_ROLES }],
    plant: (listings) =>
      changed(listings, 'threatlocker', ({ machine }) => ({ displayName: `${machine.name} old` })),
  },
  ...listedTwice('ninjaone', 10),
  ...listedTwice('threatlocker', 30),
  ...listedTwice('helpdesk', 10),
  ...SOURCE_NAMES.flatMap((source) => oddOneOut(source)),
  {
    ...{ name: 'spare without an agent', perThousand: 5, found: [] },
    plant: (listings) => ({ ...changed(listings, 'ninjaone', onSpareShelf), threatlocker: [] }),
  },
  {
    ...{ name: 'network device without an agent', perThousand: 5, found: [] },
    plant: (listings) => ({
      ...changed(listings, 'ninjaone', () => ({ class: 'other' })),
      threatlocker: [],
    }),
  },
  {
    ...{ name: 'silent everywhere', perThousand: 10, found: [] },
    plant: (listings) =>
      SOURCE_NAMES.reduce((all, source) => changed(all, source, silent), listings),
  },
  {
    ...{ name: 'named alike but for case and spaces', perThousand: 20, found: [] },
    plant: (listings) =>
      changed(listings, 'threatlocker', ({ machine }) => ({
        displayName: ` ${machine.name.toUpperCase()}  `,
      })),
  },
  {
    ...{ name: 'unknown to the help desk', perThousand: 10, found: [] },
    plant: (listings) => ({ ...listings, helpdesk: [] }),
  },
]

function listedTwice(source: SourceName, perThousand: number): Plant[] {
  return [
    {
      ...{ name: `twice at ${source}`, perThousand },
      found: [{ check: 'duplicate-in-source', scope: source }],
      plant: (listings) => ({
        ...listings,
        [source]: listings[source].flatMap((listing) => [
          listing,
          { ...listing, copy: 1, silentDays: LEFT_OVER_DAYS },
        ]),
      }),
    },
  ]
}

/** What one source says otherwise than the two others is found beside each of them. */
function oddOneOut(odd: SourceName): Plant[] {
  const found = (check: FleetCheckCode) =>
    SOURCE_NAMES.filter((source) => source !== odd).map((source) => ({
      check,
      scope: [odd, source].toSorted().join('+'),
    }))
  return [
    {
      ...{ name: `elsewhere at ${odd}`, perThousand: 4, found: found('organisation-mismatch') },
      plant: (listings, organisationCount) =>
        changed(listings, odd, ({ machine }) => ({
          machine: { ...machine, organisation: (machine.organisation + 1) % organisationCount },
        })),
    },
    {
      ...{ name: `silent at ${odd}`, perThousand: 5, found: found('stale-on-one-side') },
      plant: (listings) => changed(listings, odd, silent),
    },
    {
      ...{ name: `of another class at ${odd}`, perThousand: 3, found: found('class-mismatch') },
      plant: (listings) =>
        changed(listings, odd, (listing) => ({
          class: listing.class === 'server' ? 'workstation' : 'server',
        })),
    },
  ]
}

function changed(
  listings: Listings,
  source: SourceName,
  change: (listing: Listing) => Partial<Listing>,
): Listings {
  return {
    ...listings,
    [source]: listings[source].map((listing) => ({ ...listing, ...change(listing) })),
  }
}

function onSpareShelf({ machine }: Listing): Partial<Listing> {
  return { machine: { ...machine, location: SPARE_SHELF } }
}

function silent(): Partial<Listing> {
  return { silentDays: SILENT_DAYS }
}
