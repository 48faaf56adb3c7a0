import { z } from 'zod'
import type { DeviceRecord, Named } from '../../lib/device-record.ts'
import { isUnfilledNumber } from '../../lib/makers-marks.ts'
import { trimSpace } from '../../lib/text.ts'
import { hostName } from './host-name.ts'
import { instantOf, LAST_SECOND } from './instant.ts'
import { InventoryNumber } from './inventory-number.ts'
import { macAddress } from './mac-address.ts'

const DeviceId = z
  .int({ error: ({ input }) => (input === undefined || input === null ? 'id-missing' : undefined) })
  .positive()
const Text = z
  .string()
  .refine((text) => !text.includes('\0'), 'control-character')
  .nullish()
  .transform((text) => trimSpace(text ?? '') || null)
const Texts = z
  .array(Text)
  .nullish()
  .transform((texts) => sortedOnce((texts ?? []).filter((text) => text !== null)))
const Seconds = z
  .number()
  .max(LAST_SECOND)
  .nullish()
  .transform((seconds) => seconds ?? null)
const Reference = z
  .int()
  .nullish()
  .transform((id) => id ?? null)
const Flag = z
  .boolean()
  .nullish()
  .transform((flag) => flag ?? null)
const Amount = z
  .number()
  .nullish()
  .transform((amount) => amount ?? null)

/** The fields read of an element of `/v2/devices-detailed`; the rest is ignored. */
const Device = z.object({
  id: DeviceId,
  uid: Text,
  parentDeviceId: Reference,
  organizationId: Reference,
  locationId: Reference,
  nodeClass: Text,
  approvalStatus: Text,
  offline: Flag,
  displayName: Text,
  systemName: Text,
  dnsName: Text,
  created: Seconds,
  lastContact: Seconds,
  tags: Texts,
  ipAddresses: Texts,
  macAddresses: Texts,
  lastLoggedInUser: Text,
  os: z.object({ name: Text, architecture: Text, buildNumber: Text, releaseId: Text }).nullish(),
  system: z
    .object({
      manufacturer: Text,
      model: Text,
      serialNumber: Text,
      biosSerialNumber: Text,
      domain: Text,
      virtualMachine: Flag,
      chassisType: Text,
    })
    .nullish(),
  memory: z.object({ capacity: Amount }).nullish(),
  volumes: z.array(z.object({ freeSpace: Amount })).nullish(),
})
type Device = z.output<typeof Device>

/** An organisation, location or role as its own list names it. */
const Listed = z.object({ name: Text }).nullable()

/** A device with what it refers to, as the connection delivers it, to a record. */
export const NinjaoneRow = z
  .object({
    device: Device,
    organisation: Listed,
    location: Listed,
    role: Listed,
    /** Of the custom fields the one that was asked for. */
    customFields: z.object({ inventoryNumber: InventoryNumber }).nullable(),
  })
  .transform(
    ({ device, organisation, location, role, customFields }): DeviceRecord => ({
      nativeKey: String(device.id),
      organisation: named(device.organizationId, organisation),
      location: named(device.locationId, location),
      displayName: device.displayName,
      hostname: hostName(device.dnsName, device.systemName),
      serial: serialOf(device),
      inventoryNumber: customFields?.inventoryNumber ?? null,
      uuid: null, // `uid` is NinjaOne's own and says nothing of the machine
      macs: macsOf(device),
      nodeClass: device.nodeClass,
      role: role?.name ?? null,
      operatingSystem: device.os?.name ?? null,
      manufacturer: device.system?.manufacturer ?? null,
      model: device.system?.model ?? null,
      tags: device.tags,
      extra: extraOf(device),
      pulse: {
        lastContact: instantOf(device.lastContact),
        isOnline: device.offline === null ? null : !device.offline,
        addresses: device.ipAddresses,
        freeBytes: freeBytesOf(device),
        lastUser: device.lastLoggedInUser,
      },
    }),
  )

const Keyed = z.object({ device: z.object({ id: DeviceId }) })

/** The id a row bears even where its other fields are refused. */
export function deviceKeyOf(row: unknown): string | null {
  const { data } = Keyed.safeParse(row)
  return data ? String(data.device.id) : null
}

function named(id: number | null, listed: { name: string | null } | null): Named | null {
  return id === null ? null : { key: String(id), name: listed?.name ?? null }
}

/** The one that somebody filled in; where nobody did, the first there is: what is junk is judged later. */
function serialOf({ system }: Device): string | null {
  const known = [system?.serialNumber, system?.biosSerialNumber].filter(
    (serial) => serial !== null && serial !== undefined,
  )
  return known.find((serial) => !isUnfilledNumber(serial)) ?? known[0] ?? null
}

function macsOf({ macAddresses }: Device): string[] {
  return sortedOnce(macAddresses.map(macAddress).filter((mac) => mac !== null))
}

/** Bytes free on all volumes together; null where no volume says. */
function freeBytesOf({ volumes }: Device): number | null {
  const free = (volumes ?? []).map(({ freeSpace }) => freeSpace).filter((bytes) => bytes !== null)
  return free.length === 0 ? null : free.reduce((sum, bytes) => sum + bytes, 0)
}

function extraOf(device: Device): DeviceRecord['extra'] {
  const { os, system } = device
  const known = {
    approvalStatus: device.approvalStatus,
    uid: device.uid,
    parentDeviceId: device.parentDeviceId,
    created: instantOf(device.created)?.toISOString(),
    domain: system?.domain,
    chassisType: system?.chassisType,
    virtualMachine: system?.virtualMachine,
    memoryBytes: device.memory?.capacity,
    osArchitecture: os?.architecture,
    osBuild: os?.buildNumber,
    osRelease: os?.releaseId,
  }
  const said = Object.entries(known).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, value] as const],
  )
  return Object.fromEntries(said)
}

function sortedOnce(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort()
}
