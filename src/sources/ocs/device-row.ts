import type { z } from 'zod'
import { clockOf } from '../../lib/day.ts'
import type { DeviceRecord } from '../../lib/device-record.ts'
import { trimSpace } from '../../lib/text.ts'
import { OcsFields } from './computer-row.ts'

const DeviceFields = OcsFields.extend({ OSNAME: OcsFields.shape.NAME.optional() })

/** A computer of OCS as a record of a machine; its TAG is kept with it. OCS tells times of its own zone. */
export function ocsDeviceRow(timeZone: string): z.ZodType<DeviceRecord> {
  const instantOf = clockOf(timeZone)
  return DeviceFields.transform(
    (row): DeviceRecord => ({
      nativeKey: String(row.ID),
      organisation: null,
      location: null,
      displayName: null,
      hostname: text(row.NAME),
      serial: text(row.SSN),
      inventoryNumber: text(row.INVENTORY_NUMBER),
      uuid: text(row.UUID)?.toLowerCase() ?? null,
      macs: [],
      nodeClass: null,
      role: null,
      operatingSystem: text(row.OSNAME ?? null),
      manufacturer: text(row.SMANUFACTURER),
      model: text(row.SMODEL),
      tags: [],
      extra: {
        deviceId: row.DEVICEID,
        ...(row.TAG === null ? {} : { tag: row.TAG }),
        ...(row.TYPE === null ? {} : { chassis: row.TYPE }),
        ...(row.ARCHIVE === null ? {} : { archived: true }),
        ...(row.GUEST_UUID === null ? {} : { isGuest: true }),
      },
      pulse: {
        lastContact: row.LASTCOME === null ? null : instantOf(row.LASTCOME),
        isOnline: null,
        addresses: [],
        freeBytes: null,
        lastUser: null,
      },
    }),
  )
}

function text(stored: string | null): string | null {
  return stored === null ? null : trimSpace(stored) || null
}

/** The key of a computer whose row was refused, where the row tells it. */
export function ocsKeyOf(row: unknown): string | null {
  const parsed = OcsFields.pick({ ID: true }).safeParse(row)
  return parsed.success ? String(parsed.data.ID) : null
}
