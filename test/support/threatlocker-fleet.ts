import type { ThreatlockerFleet, Wire } from '../../demo/vendors/fleet.ts'
import { listedFleet } from '../../demo/vendors/threatlocker/listed-fleet.ts'

const PARENT = {
  organizationId: 'cccc0000-0000-4000-8000-000000000001',
  name: 'msp',
  displayName: 'Orchard IT',
}
const CHILDREN = [
  {
    organizationId: 'cccc0000-0000-4000-8000-000000000007',
    name: 'alder-birch',
    displayName: 'ALDER & BIRCH',
  },
  {
    organizationId: 'cccc0000-0000-4000-8000-000000000008',
    name: 'cedar',
    displayName: 'Cedar Limited',
  },
]

/** A computer as ThreatLocker words it; its serial is that of the workstation of the same number. */
export function protectedComputer(id: number, fields: Wire = {}): Wire {
  const name = `ALB-DESK-${String(id).padStart(4, '0')}`
  return {
    computerId: `aaaa0000-0000-4000-8000-${String(id).padStart(12, '0')}`,
    computerGroupId: 'bbbb0000-0000-4000-8000-000000000001',
    computerName: name,
    hostname: name,
    group: 'Workstations',
    organization: 'ALDER & BIRCH',
    organizationId: CHILDREN[0]?.organizationId,
    osType: 1,
    operatingSystem: 'Windows 11 Pro ',
    action: 'Secure',
    mode: 'Secure',
    lastCheckin: '2026-11-20T23:58:12.113Z',
    serialNumber: `SIM${id}`,
    isDeleted: false,
    ...fields,
  }
}

/** A ThreatLocker that protects these computers. */
export function protectedFleet(computers: readonly Wire[]): ThreatlockerFleet {
  return listedFleet({ parent: PARENT, children: CHILDREN, computers })
}
