import { z } from 'zod'
import type { DeliveredRow, SourceNote } from '../source.ts'
import type { CustomFieldValues } from './custom-field.ts'
import type { Directories, Directory, DirectoryEntry } from './directory.ts'
import type { ListedElement } from './list-page.ts'

/** What is looked at before a device is delivered, whatever its other fields are like. */
const Referring = z.object({
  organizationId: z.unknown(),
  locationId: z.unknown(),
  nodeRoleId: z.unknown(),
  approvalStatus: z.unknown(),
})

/** What a device is looked up in, and which are taken. */
export interface DeliveryRules extends Directories {
  /** Ids of organisations; null when all are taken. */
  readonly wanted: ReadonlySet<number> | null
  readonly approvalStates: readonly string[]
}

/** What was odd while devices were delivered. */
export interface DeliveryTally {
  /** Devices left out, by their state of approval. */
  readonly unapproved: Map<string, number>
  repeated: number
  strangers: number
  /** Where the first device of an unknown organisation stands. */
  firstStranger: string | null
}

export function newTally(): DeliveryTally {
  return { unapproved: new Map(), repeated: 0, strangers: 0, firstStranger: null }
}

/** The devices of one page that are taken, with what they refer to; the others are counted. */
export function deliverDevices(
  { elements, page }: { elements: readonly ListedElement[]; page: number },
  { rules, values }: { rules: DeliveryRules; values: CustomFieldValues | null },
  tally: DeliveryTally,
): DeliveredRow[] {
  return elements.flatMap(({ id, item, element }) => {
    const { data: device } = Referring.partial().safeParse(element)
    const place = `devices-detailed ${id === null ? `page ${page} item ${item}` : `id ${id}`}`
    const customFields = values && { inventoryNumber: taken(values, id) }
    if (!device) return [{ place, row: { device: element } }]
    if (!isWanted(device.organizationId, rules.wanted)) return []
    if (!isApproved(device.approvalStatus, rules, tally)) return []
    const organisation = entryOf(rules.organisations, device.organizationId)
    if (organisation === null && typeof device.organizationId === 'number') {
      tally.strangers += 1
      tally.firstStranger ??= place
    }
    const location = entryOf(rules.locations, device.locationId)
    const role = entryOf(rules.roles, device.nodeRoleId)
    return [{ place, row: { device: element, organisation, location, role, customFields } }]
  })
}

/** What a person should know of a delivery of devices. */
export function tallyNotes(tally: DeliveryTally): SourceNote[] {
  const notes: SourceNote[] = [...tally.unapproved]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([state, count]) => ({
      code: 'unapproved-excluded',
      place: `approvalStatus ${state}`,
      detail: String(count),
    }))
  if (tally.repeated > 0) {
    const detail = String(tally.repeated)
    notes.push({ code: 'repeated-between-pages', place: 'devices-detailed', detail })
  }
  if (tally.firstStranger !== null) {
    const detail = String(tally.strangers)
    notes.push({ code: 'organisation-unknown', place: tally.firstStranger, detail })
  }
  return notes
}

function taken(values: CustomFieldValues, id: number | null): unknown {
  if (id === null) return null
  const value = values.get(id) ?? null
  values.delete(id)
  return value
}

function isWanted(organisation: unknown, wanted: ReadonlySet<number> | null): boolean {
  return wanted === null || (typeof organisation === 'number' && wanted.has(organisation))
}

/** Guests and network devices bear no state: nobody approves them. */
function isApproved(state: unknown, rules: DeliveryRules, tally: DeliveryTally): boolean {
  if (typeof state !== 'string' || rules.approvalStates.includes(state)) return true
  tally.unapproved.set(state, (tally.unapproved.get(state) ?? 0) + 1)
  return false
}

function entryOf(directory: Directory, id: unknown): DirectoryEntry | null {
  return typeof id === 'number' ? (directory.get(id) ?? null) : null
}
