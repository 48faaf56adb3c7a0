import type { DeliveredRow, SourceNote } from '../source.ts'
import type { DatabaseRow } from './database.ts'
import { GROUP_DEVICE_IDS } from './queries.ts'
import { comparableUuid } from './uuid.ts'

/** UUIDs of guests as hosts report them, by their comparable form. */
export type Guests = ReadonlyMap<string, string>

/** How many rows of `hardware` were left out, and why. */
export interface LeftOut {
  groups: number
  archived: number
}

/** Adds the reported guests to those known; junk UUIDs are nobody's. */
export function addGuests(guests: Map<string, string>, rows: readonly DatabaseRow[]): void {
  for (const { uuid } of rows) {
    if (typeof uuid !== 'string') continue
    const comparable = comparableUuid(uuid)
    if (comparable !== null) guests.set(comparable, uuid)
  }
}

/** The computers among the rows, ready to be parsed; the rest is counted in `leftOut`. */
export function deliver(
  rows: readonly DatabaseRow[],
  { guests, includeArchived }: { guests: Guests; includeArchived: boolean },
  leftOut: LeftOut,
): DeliveredRow[] {
  const delivered: DeliveredRow[] = []
  for (const row of rows) {
    if (GROUP_DEVICE_IDS.has(row.DEVICEID)) leftOut.groups += 1
    else if (row.ARCHIVE !== null && !includeArchived) leftOut.archived += 1
    else delivered.push(deliverRow(row, guests))
  }
  return delivered
}

/** What was left out, in words of the source contract. */
export function leftOutNotes({ groups, archived }: LeftOut): SourceNote[] {
  const notes: SourceNote[] = []
  if (groups > 0) notes.push({ code: 'groups-excluded', place: 'hardware', detail: `${groups}` })
  if (archived > 0) {
    notes.push({ code: 'archived-excluded', place: 'hardware', detail: `${archived}` })
  }
  return notes
}

function deliverRow(row: DatabaseRow, guests: Guests): DeliveredRow {
  const isAsked = guests.size > 0
  const uuid = isAsked && typeof row.UUID === 'string' ? comparableUuid(row.UUID) : null
  const guest = uuid === null ? null : (guests.get(uuid) ?? null)
  return { place: `hardware.ID ${row.ID}`, row: { ...row, GUEST_UUID: guest } }
}
