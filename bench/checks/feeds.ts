import type { DayFeed } from '../../src/collect/collect-day.task.ts'
import { machineFeed } from '../../src/jobs/fleet/feeds.ts'
import { outsideFor } from '../../src/jobs/fleet/outside.ts'
import { deviceFile } from '../../src/sources/device-file/device-file.ts'
import { ninjaone } from '../../src/sources/ninjaone/ninjaone.ts'
import type { DeliveredRow } from '../../src/sources/source.ts'
import { threatlocker } from '../../src/sources/threatlocker/threatlocker.ts'
import type { Installation } from '../history/collect.ts'
import type { FleetDay } from '../history/fleet/fleet-day.ts'
import type { Night } from './fleet/contact.ts'
import { helpdeskSettings, writeHelpdeskFile } from './fleet/helpdesk-file.ts'
import type { Listing, SourceName } from './fleet/listing.ts'
import { listedBy } from './fleet/planted-fleet.ts'
import { ninjaoneRow, threatlockerRow } from './fleet/vendor-rows.ts'

/** A fleet as it is listed on a night. */
export interface FleetNight extends Night {
  readonly fleet: FleetDay
  /** Where the help desk leaves its export. */
  readonly inbox: string
}

/** Rows of a batch: the vendor's page. */
const PAGE_SIZES = { ninjaone: 1_000, threatlocker: 500 } as const

/** The three sources on a night: both vendors from memory, the help desk's export from its file. */
export async function fleetFeeds(into: Installation, night: FleetNight): Promise<DayFeed[]> {
  await writeHelpdeskFile(night.inbox, listedBy('helpdesk', night.fleet), night)
  return [
    memoryFeed(ninjaone, { night, name: 'ninjaone', make: ninjaoneRow }),
    memoryFeed(threatlocker, { night, name: 'threatlocker', make: threatlockerRow }),
    helpdeskFeed(into, night),
  ]
}

interface Making {
  readonly night: FleetNight
  readonly name: keyof typeof PAGE_SIZES
  readonly make: (listing: Listing, night: Night) => DeliveredRow
}

function memoryFeed({ record }: Pick<DayFeed, 'record'>, making: Making): DayFeed {
  return {
    ...{ key: making.name, isMachine: true, record },
    connect: async () => ({
      origin: { name: 'memory', hash: null, bytes: null },
      expected: () => null,
      rows: () => pages(making),
      notes: () => [],
      close: async () => {},
    }),
  }
}

async function* pages({ night, name, make }: Making): AsyncGenerator<DeliveredRow[]> {
  let page: DeliveredRow[] = []
  for (const listing of listedBy(name, night.fleet)) {
    page.push(make(listing, night))
    if (page.length < PAGE_SIZES[name]) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

function helpdeskFeed({ database, ring }: Installation, { inbox, at }: FleetNight): DayFeed {
  const settings = deviceFile.settings.parse(helpdeskSettings(inbox))
  const outsideOf = (source: string) => outsideFor({ database, ring, now: () => at }, source)
  const key: SourceName = 'helpdesk'
  return { ...machineFeed(deviceFile, settings, outsideOf), key }
}
