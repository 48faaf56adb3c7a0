import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { DeviceFileSettings } from '../../../src/sources/device-file/schema.ts'
import { LOCATIONS, organisationName } from '../../history/fleet/machine.ts'
import { contactOf, type Night } from './contact.ts'
import type { Listing } from './listing.ts'
import { SYSTEMS } from './vendor-rows.ts'

const NAME = 'helpdesk.csv'
const LINES_AT_ONCE = 500

/** The columns of the help desk's export: the field of a device, the heading, and what stands below it. */
const COLUMNS: readonly (readonly [
  keyof Omit<DeviceFileSettings['columns'], 'extra'>,
  string,
  (listing: Listing, night: Night) => string,
])[] = [
  ['nativeKey', 'Asset ID', assetId],
  ['organisation', 'Customer', ({ machine }) => organisationName(machine.organisation)],
  ['location', 'Location', ({ machine }) => LOCATIONS[machine.location] ?? ''],
  ['displayName', 'Label', ({ displayName }) => displayName],
  ['hostname', 'Host name', ({ machine }) => machine.host],
  ['serial', 'Serial number', ({ machine }) => machine.serial],
  ['operatingSystem', 'System', (listing) => SYSTEMS[listing.class]],
  ['model', 'Model', ({ machine }) => machine.kind.model],
  ['lastContact', 'Last seen', (listing, night) => contactOf(listing, night).toISOString()],
]

/** How such an export in a folder is read. */
export function helpdeskSettings(folder: string): unknown {
  const columns = Object.fromEntries(COLUMNS.map(([field, heading]) => [field, heading]))
  return { folder, file: NAME, columns }
}

/** Writes the export of a night into a folder, in the place of the one before. */
export async function writeHelpdeskFile(
  folder: string,
  listings: Iterable<Listing>,
  night: Night,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const lines = Readable.from(csvOf(listings, night))
  await pipeline(lines, createWriteStream(join(folder, NAME)))
}

function* csvOf(listings: Iterable<Listing>, night: Night): Generator<string> {
  let lines = [COLUMNS.map(([, heading]) => heading).join(',')]
  for (const listing of listings) {
    lines.push(COLUMNS.map(([, , value]) => value(listing, night)).join(','))
    if (lines.length < LINES_AT_ONCE) continue
    yield `${lines.join('\n')}\n`
    lines = []
  }
  yield lines.map((line) => `${line}\n`).join('')
}

/** The help desk knows a machine by its asset label, which outlives its being set up anew. */
function assetId({ machine, copy }: Listing): string {
  return `A-${machine.place}-${machine.body}${copy === 0 ? '' : '-again'}`
}
