import { describe, expect, it } from 'vitest'
import { deviceKeyOf, NinjaoneRow } from './device-row.ts'

const WORKSTATION = {
  id: 501,
  uid: '5c1d0000-0000-4000-8000-000000000501',
  organizationId: 7,
  locationId: 71,
  nodeClass: 'WINDOWS_WORKSTATION',
  nodeRoleId: 12,
  approvalStatus: 'APPROVED',
  offline: false,
  displayName: ' Reception PC ',
  systemName: 'ALB-RECEPTION-0',
  dnsName: 'alb-reception-01.alder.example',
  created: 1704067200.0,
  lastContact: 1764201600.25,
  lastUpdate: 1764201000.0,
  tags: ['till', 'front', 'till'],
  ipAddresses: ['10.7.0.21', 'fe80::1'],
  macAddresses: ['02-00-00-00-05-0B', '02:00:00:00:05:01', '0200.0000.0501', 'none'],
  publicIP: '203.0.113.7',
  notes: [],
  os: {
    manufacturer: 'Microsoft Corporation',
    name: 'Windows 11 Professional Edition',
    architecture: '64-bit',
    buildNumber: '26100',
    releaseId: '24H2',
    needsReboot: false,
  },
  system: {
    name: 'ALB-RECEPTION-0',
    manufacturer: 'Contoso',
    model: 'Desk 9',
    biosSerialNumber: 'BIOS0501',
    serialNumber: 'SIM0501',
    domain: 'alder.example',
    virtualMachine: false,
    chassisType: 'DESKTOP',
  },
  memory: { capacity: 17179869184 },
  volumes: [{ name: 'C:', freeSpace: 300 }, { name: 'D:', freeSpace: 45 }, { name: 'E:' }],
  lastLoggedInUser: 'ALDER\\sam',
}

const row = (device: object) => ({
  device,
  organisation: { id: 7, name: 'Alder & Birch LLP' },
  location: { id: 71, name: 'Main Office' },
  role: { id: 12, name: 'Desk' },
  customFields: { inventoryNumber: 'A-501' },
})
const changed = (fields: object) => NinjaoneRow.safeParse(row({ ...WORKSTATION, ...fields }))
const issueOf = (parsed: ReturnType<typeof changed>) => parsed.error?.issues[0]?.message

describe('NinjaoneRow', () => {
  it('says a workstation in our own words', () => {
    expect(NinjaoneRow.parse(row(WORKSTATION))).toEqual({
      nativeKey: '501',
      organisation: { key: '7', name: 'Alder & Birch LLP' },
      location: { key: '71', name: 'Main Office' },
      displayName: 'Reception PC',
      hostname: 'alb-reception-01.alder.example',
      serial: 'SIM0501',
      inventoryNumber: 'A-501',
      uuid: null,
      macs: ['02:00:00:00:05:01', '02:00:00:00:05:0b'],
      nodeClass: 'WINDOWS_WORKSTATION',
      role: 'Desk',
      operatingSystem: 'Windows 11 Professional Edition',
      manufacturer: 'Contoso',
      model: 'Desk 9',
      tags: ['front', 'till'],
      extra: {
        approvalStatus: 'APPROVED',
        uid: '5c1d0000-0000-4000-8000-000000000501',
        created: '2024-01-01T00:00:00.000Z',
        domain: 'alder.example',
        chassisType: 'DESKTOP',
        virtualMachine: false,
        memoryBytes: 17179869184,
        osArchitecture: '64-bit',
        osBuild: '26100',
        osRelease: '24H2',
      },
      pulse: {
        lastContact: new Date('2025-11-27T00:00:00.250Z'),
        isOnline: true,
        addresses: ['10.7.0.21', 'fe80::1'],
        freeBytes: 345,
        lastUser: 'ALDER\\sam',
      },
    })
  })

  it('takes a network device, which has none of the blocks of an agent', () => {
    const device = { id: 700, organizationId: 7, nodeClass: 'NMS_SWITCH', displayName: 'Core' }
    const bare = { device, organisation: null, location: null, role: null, customFields: null }

    expect(NinjaoneRow.parse(bare)).toMatchObject({
      nativeKey: '700',
      organisation: { key: '7', name: null },
      location: null,
      hostname: null,
      serial: null,
      inventoryNumber: null,
      macs: [],
      extra: {},
      pulse: { lastContact: null, isOnline: null, addresses: [], freeBytes: null, lastUser: null },
    })
  })

  it('keeps a node class nobody has heard of', () => {
    expect(changed({ nodeClass: 'QUANTUM_TOASTER' }).data?.nodeClass).toBe('QUANTUM_TOASTER')
  })

  it.each([
    [' ', 'BIOS0501', 'BIOS0501'],
    ['To be filled by O.E.M.', 'BIOS0501', 'BIOS0501'],
    ['Default_String', 'BIOS0501', 'BIOS0501'],
    ['SIM0501', 'BIOS0501', 'SIM0501'],
    ['SIM0501', 'None', 'SIM0501'],
    ['None', 'To be filled by O.E.M.', 'None'],
    ['None', null, 'None'],
    [null, null, null],
  ])('of the serials "%s" and, in the BIOS, "%s" takes %s', (serial, bios, taken) => {
    const system = { serialNumber: serial, biosSerialNumber: bios }

    expect(changed({ system }).data?.serial).toBe(taken)
  })

  it.each([
    [{ dnsName: null }, 'ALB-RECEPTION-0'],
    [{ dnsName: '10.7.0.21' }, 'ALB-RECEPTION-0'],
    [{ dnsName: '', systemName: 'fe80::1' }, null],
    [{ dnsName: undefined, systemName: undefined }, null],
  ])('with %j has the host name %s', (fields, hostname) => {
    expect(changed(fields).data?.hostname).toBe(hostname)
  })

  it.each([0, -1, null])('takes a last contact of %s for never', (lastContact) => {
    expect(changed({ lastContact }).data?.pulse.lastContact).toBeNull()
  })

  it.each([
    [{ id: undefined }, 'id-missing'],
    [{ id: null }, 'id-missing'],
    [{ displayName: 'nul\u0000' }, 'control-character'],
    [{ system: { serialNumber: '\u0000' } }, 'control-character'],
  ])('refuses %j as %s', (fields, code) => {
    expect(issueOf(changed(fields))).toBe(code)
  })

  it.each([
    { id: '501' },
    { id: 0 },
    { lastContact: 1764201600250 },
    { organizationId: 'seven' },
    { tags: 'till' },
    { offline: 'no' },
  ])('refuses %j, which is of another kind than it says', (fields) => {
    expect(changed(fields).success).toBe(false)
  })
})

describe('deviceKeyOf', () => {
  it('is the id even where the row is refused', () => {
    expect(deviceKeyOf({ device: { id: 501, lastContact: 'yesterday' } })).toBe('501')
  })

  it.each([null, {}, { device: null }, { device: { id: '501' } }])('is null for %j', (it) => {
    expect(deviceKeyOf(it)).toBeNull()
  })
})
