import type { NinjaoneFleet, Wire } from '../../demo/vendors/fleet.ts'
import { type ListedNinjaone, listedFleet } from '../../demo/vendors/ninjaone/listed-fleet.ts'
import type { SimulatedNinjaone } from '../../demo/vendors/ninjaone/simulator.ts'
import { connectNinjaone } from '../../src/sources/ninjaone/client.ts'
import { ninjaone } from '../../src/sources/ninjaone/ninjaone.ts'
import { NinjaoneSettings } from '../../src/sources/ninjaone/schema.ts'
import type { Outside } from '../../src/sources/outside.ts'
import type { Connection, DeliveredRow } from '../../src/sources/source.ts'
import { testOutside } from './outside.ts'
import { readDelivery } from './read-delivery.ts'

/** Two organisations, a location in each, one role. */
const ORGANIZATIONS: readonly Wire[] = [
  { id: 7, name: 'Alder & Birch LLP', description: '', nodeApprovalMode: 'AUTOMATIC' },
  { id: 8, name: 'Cedar Ltd', description: '', nodeApprovalMode: 'AUTOMATIC' },
]
const LOCATIONS: readonly Wire[] = [
  { id: 71, name: 'Main Office', address: '1 Test Way', organizationId: 7 },
  { id: 81, name: 'Yard', address: '2 Test Way', organizationId: 8 },
]
const ROLES: readonly Wire[] = [{ id: 12, name: 'Desk', nodeClass: 'WINDOWS_WORKSTATION' }]

/** An approved workstation as NinjaOne words it. */
export function workstation(id: number, fields: Wire = {}): Wire {
  const name = `ALB-DESK-${String(id).padStart(4, '0')}`
  return {
    id,
    uid: `5c1d0000-0000-4000-8000-${String(id).padStart(12, '0')}`,
    organizationId: 7,
    locationId: 71,
    nodeClass: 'WINDOWS_WORKSTATION',
    nodeRoleId: 12,
    approvalStatus: 'APPROVED',
    offline: false,
    displayName: `Desk ${id}`,
    systemName: name,
    dnsName: `${name.toLowerCase()}.alder.example`,
    created: 1704067200.0,
    lastContact: 1764201600.25,
    tags: [],
    ipAddresses: ['10.7.0.21'],
    macAddresses: ['02:00:00:00:05:01'],
    os: { name: 'Windows 11 Professional Edition', architecture: '64-bit', buildNumber: '26100' },
    system: { manufacturer: 'Contoso', model: 'Desk 9', serialNumber: `SIM${id}` },
    ...fields,
  }
}

/** A fleet of so many workstations, with ids from 1. */
export function smallFleet(size: number, more: Partial<ListedNinjaone> = {}): NinjaoneFleet {
  return listedFleet({
    organizations: ORGANIZATIONS,
    locations: LOCATIONS,
    roles: ROLES,
    devices: Array.from({ length: size }, (_, at) => workstation(at + 1)),
    ...more,
  })
}

/** Settings for a simulated account, with small pages and no pace to speak of. */
export function settingsOf(
  { url, clientId, clientSecret }: SimulatedNinjaone,
  more: Wire = {},
): NinjaoneSettings {
  const http = { allowPrivateAddress: true, requestsPerMinute: 60_000 }
  return NinjaoneSettings.parse({
    baseUrl: url,
    clientId,
    clientSecret,
    pageSize: 3,
    http,
    ...more,
  })
}

/** Reads a simulated account whole: its records, and all there is to say of them. */
export async function readNinjaone(settings: NinjaoneSettings, outside: Outside = testOutside()) {
  const connection = await connectNinjaone(settings, outside)
  const delivery = await readDelivery(ninjaone, connection)
  await connection.close()
  const keys = delivery.records.map(({ nativeKey }) => nativeKey)
  return { ...delivery, keys, missing: connection.missing?.() ?? [] }
}

/** Every row a connection delivers, in order. */
export async function allRows(connection: Connection): Promise<DeliveredRow[]> {
  const rows: DeliveredRow[] = []
  for await (const batch of connection.rows()) rows.push(...batch)
  return rows
}
