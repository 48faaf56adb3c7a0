import type { Wire } from '../../../demo/vendors/fleet.ts'
import { drawAt } from './draw.ts'
import { type Machine, organisationName, ROLES } from './machine.ts'
import { contactOf, userOf } from './ninjaone-device.ts'

const MODES = ['Secure', 'Secure', 'Secure', 'Secure', 'Learning', 'MonitorOnly'] as const

/** A machine as `ComputerGetByAllParameters` gives it, so many days after the first. */
export function threatlockerComputer(machine: Machine, day: number): Wire {
  const { place, body, kind, host, serial, organisation } = machine
  const mode = MODES[drawAt('agent', place, body) % MODES.length]
  const denied = drawAt('denials', place, day) % 4
  return {
    computerId: computerId(machine),
    computerGroupId: guid('bbbb0000', organisation * 100 + kind.role),
    ...{ computerName: host, hostname: host },
    group: ROLES.get(kind.role),
    organization: organisationName(organisation),
    organizationId: tenantId(organisation),
    ...{ osType: kind.osType, operatingSystem: kind.systems[1] },
    ...{ action: mode, mode },
    lastCheckin: new Date((contactOf(place, day) + 300) * 1000).toISOString(),
    lastCheckinIPAddress: `203.0.113.${1 + (drawAt('address', place, day) % 250)}`,
    dateAdded: '2025-06-02T10:00:00Z',
    installDate: null,
    serialNumber: serial,
    username: `CUST${organisation + 1}\\${userOf(place, day)}`,
    ...{ threatLockerVersion: '10.3.1', serviceVersion: '10.3.1' },
    ...{ denyCountOneDay: denied, denyCountThreeDays: denied * 2, denyCountSevenDays: denied * 5 },
    ...{ isDeleted: false, isIsolated: false, isLockedOut: false, hasAtLeastOneCheckin: true },
  }
}

/** ThreatLocker's id of a machine's record. */
export function computerId({ place, record }: Pick<Machine, 'place' | 'record'>): string {
  return guid(`aaaa${record.toString(16).padStart(4, '0')}`, place)
}

export function tenantId(organisation: number): string {
  return guid('cccc0000', organisation + 1)
}

function guid(start: string, number: number): string {
  return `${start}-0000-4000-8000-${String(number).padStart(12, '0')}`
}
