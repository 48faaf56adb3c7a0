import type { DeviceRecord } from '../lib/device-record.ts'

/** What no book of assets or rooms says of its rows. */
const UNSAID = {
  organisation: null,
  location: null,
  displayName: null,
  hostname: null,
  serial: null,
  inventoryNumber: null,
  uuid: null,
  macs: [],
  nodeClass: null,
  role: null,
  operatingSystem: null,
  manufacturer: null,
  model: null,
  tags: [],
  extra: {},
  pulse: { lastContact: null, isOnline: null, addresses: [], freeBytes: null, lastUser: null },
} as const

/** A row of a book that is no machine: kept as history, never matched. */
export function referenceRecord(
  said: Pick<DeviceRecord, 'nativeKey'> & Partial<DeviceRecord>,
): DeviceRecord {
  return { ...UNSAID, ...said }
}

/** Tells rows of one key apart within one delivery: the second is `KEY #2`. */
export function keyedByOccurrence(): (key: string) => string {
  const seen = new Map<string, number>()
  return (key) => {
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? key : `${key} #${count}`
  }
}
