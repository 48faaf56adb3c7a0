import type { DeviceClass } from '../../../src/inventory/classify/classification.ts'
import type { DeliveredRow } from '../../../src/sources/source.ts'
import { LOCATIONS, organisationName, ROLES } from '../../history/fleet/machine.ts'
import {
  locationId,
  ninjaoneDevice,
  ninjaoneId,
  organizationId,
} from '../../history/fleet/ninjaone-device.ts'
import {
  computerId,
  tenantId,
  threatlockerComputer,
} from '../../history/fleet/threatlocker-computer.ts'
import { contactOf, type Night } from './contact.ts'
import type { Listing } from './listing.ts'

/** How the vendors say what kind of machine it is. */
const NODE_CLASSES: Readonly<Record<DeviceClass, string>> = {
  server: 'WINDOWS_SERVER',
  workstation: 'WINDOWS_WORKSTATION',
  other: 'NMS_SWITCH',
}
export const SYSTEMS: Readonly<Record<DeviceClass, string>> = {
  server: 'Windows Server 2022 Standard',
  workstation: 'Windows 11 Pro',
  other: 'Appliance 7',
}
/** Ids of records that were left over lie beyond those that the fleet itself gives out. */
const LEFT_OVER = { ninjaone: 500, threatlocker: 0x1000 } as const

/** A row as NinjaOne delivers it. */
export function ninjaoneRow(listing: Listing, night: Night): DeliveredRow {
  const { machine, copy } = listing
  const { organisation, location, kind } = machine
  const id = ninjaoneId(machine) + copy * LEFT_OVER.ninjaone
  return {
    place: `devices-detailed id ${id}`,
    row: {
      device: {
        ...ninjaoneDevice(machine, night.day),
        id,
        displayName: listing.displayName,
        nodeClass: NODE_CLASSES[listing.class],
        os: { name: SYSTEMS[listing.class], architecture: '64-bit' },
        lastContact: contactOf(listing, night).getTime() / 1000,
      },
      organisation: { id: organizationId(organisation), name: organisationName(organisation) },
      location: { id: locationId(organisation, location), name: LOCATIONS[location] ?? null },
      role: { id: kind.role, name: ROLES.get(kind.role) ?? null },
      customFields: null,
    },
  }
}

/** A row as ThreatLocker delivers it. */
export function threatlockerRow(listing: Listing, night: Night): DeliveredRow {
  const { machine, copy } = listing
  const name = organisationName(machine.organisation)
  const record = machine.record + copy * LEFT_OVER.threatlocker
  const id = computerId({ ...machine, record })
  return {
    place: `computer ${id}`,
    row: {
      computer: {
        ...threatlockerComputer(machine, night.day),
        computerId: id,
        computerName: listing.displayName,
        operatingSystem: SYSTEMS[listing.class],
        lastCheckin: contactOf(listing, night).toISOString(),
      },
      organisation: {
        organizationId: tenantId(machine.organisation),
        ...{ name, displayName: name },
      },
    },
  }
}
