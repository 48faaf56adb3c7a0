import type { Wire } from '../../vendors/fleet.ts'
import { happens } from '../dice.ts'
import { type Platform, releaseAt } from '../machine/platforms.ts'
import { organisationAt } from '../organisations/organisations.ts'
import type { FleetRecord } from '../record.ts'
import { UGLY_CASES, type UglyCaseCode } from '../ugly-cases.ts'
import { locationId, ninjaoneId, ninjaoneUid, organizationId } from './identifiers.ts'
import { nodeRoleId } from './ninjaone-roles.ts'

/** The longest name Windows keeps beside the DNS name. */
const NETBIOS_LENGTH = 15
const SECONDS_PER_DAY = 86_400
/** A virtual adapter has the same one wherever it is installed. */
const VIRTUAL_MAC = '00:50:56:C0:00:08'
const DOCKS_PER_RUN = 2
const MACHINES_PER_DOCK = 4

type Quirk = (device: Wire) => Wire

/** What NinjaOne shows otherwise of some ugly cases. */
const QUIRKS: Partial<Record<UglyCaseCode, Quirk>> = {
  'cut-name-only': (device) => without(device, 'dnsName'),
  'no-dns-name': (device) => without(device, 'dnsName'),
  'no-display-name': (device) => ({ ...device, displayName: null }),
  'trailing-space': (device) => ({ ...device, displayName: `${device.displayName} ` }),
  decommissioned: (device) => ({ ...device, approvalStatus: 'DECOMMISSIONED' }),
  pending: (device) => ({ ...device, approvalStatus: 'PENDING' }),
  'no-location': (device) => without(device, 'locationId'),
}

/** A device as `/v2/devices-detailed` gives it. */
export function ninjaoneDevice(record: FleetRecord): Wire {
  const { build, planted } = record.nature
  const device = build.platform ? withAgent(record, build.platform) : withoutAgent(record)
  const quirk = planted ? QUIRKS[planted.code] : undefined
  return quirk ? quirk(device) : device
}

/** Custom fields by name; many devices have none. */
export function ninjaoneCustomFields({ world, nature }: FleetRecord): Wire {
  const { machine, build } = nature
  const isLabelled = build.platform !== null && happens(world.dice('asset', machine), 0.7)
  return isLabelled ? { assetNumber: `AN-${String(machine).padStart(6, '0')}` } : {}
}

function common({ world, installation, nature, standing, names, contact, created }: FleetRecord) {
  return {
    id: ninjaoneId(world, installation),
    organizationId: organizationId(standing.organisation),
    locationId: locationId(standing.organisation, standing.location),
    nodeClass: nature.build.nodeClass,
    nodeRoleId: nodeRoleId(nature),
    offline: !contact.isOnline,
    displayName: names.display,
    created,
    lastContact: contact.seconds,
  }
}

function withoutAgent(record: FleetRecord): Wire {
  const { nature, names, address, world } = record
  const { nodeClass } = nature.build
  if (nodeClass.startsWith('VMWARE') || nodeClass.startsWith('HYPERV')) {
    const host = nature.planted?.code === 'vmware-guest' ? hostOf(record) : null
    const guest = { ...common(record), systemName: names.host }
    return host === null ? guest : { ...guest, parentDeviceId: ninjaoneId(world, host) }
  }
  const device = { ...common(record), ipAddresses: [address] }
  const isNamedByAddress = nature.planted !== null && nature.planted.nth % 4 === 0
  return isNamedByAddress ? { ...device, systemName: address } : device
}

/** The machine that a VMware guest runs on. */
function hostOf({ world, nature: { planted } }: FleetRecord): number | null {
  if (!planted) return null
  const nth = Math.floor(planted.nth / UGLY_CASES['vmware-guest'].together)
  return world.planting.machineOf({ code: 'vmware-host', run: planted.run, nth })
}

function withAgent(record: FleetRecord, platform: Platform): Wire {
  const { world, nature, standing, names, hardware, contact, address } = record
  const { domain } = organisationAt(standing.organisation)
  const { machine } = nature
  return {
    ...common(record),
    uid: ninjaoneUid(world, record.installation),
    approvalStatus: 'APPROVED',
    systemName: systemNameOf(record),
    dnsName: `${names.host.toLowerCase()}.${domain}`,
    lastUpdate: contact.seconds - 600,
    tags: tagsOf(world.dice('tags', machine)),
    ipAddresses: [address],
    macAddresses: macsOf(record),
    publicIP: `203.0.113.${1 + standing.organisation * 6 + standing.location}`,
    notes: [],
    os: osOf(record, platform),
    system: systemOf(record, domain),
    memory: { capacity: hardware.memoryBytes },
    processors: [processorOf(record)],
    volumes: [volumeOf(record)],
    lastLoggedInUser: `${organisationAt(nature.home).code}\\${names.person.login}`,
  }
}

function systemNameOf({ names, nature }: FleetRecord): string {
  const isWindows = nature.build.nodeClass.startsWith('WINDOWS')
  return isWindows ? names.host.slice(0, NETBIOS_LENGTH) : names.host
}

function tagsOf(roll: number): string[] {
  if (happens(roll, 0.05)) return ['vip']
  return happens(roll, 0.08) ? ['loaner', 'vip'] : []
}

function macsOf({ nature: { planted }, hardware }: FleetRecord): readonly string[] {
  if (planted?.code === 'virtual-mac') return [...hardware.macs, VIRTUAL_MAC]
  if (planted?.code !== 'dock-mac') return hardware.macs
  const dock = planted.run * DOCKS_PER_RUN + Math.floor(planted.nth / MACHINES_PER_DOCK)
  const tail = dock.toString(16).toUpperCase().padStart(4, '0')
  return [...hardware.macs, `00:E0:4C:68:${tail.slice(0, 2)}:${tail.slice(2)}`]
}

function osOf({ standing, contact, world }: FleetRecord, platform: Platform): Wire {
  const { ninjaone, build, releaseId } = releaseAt(platform, standing.release)
  const started = world.firstDay + Math.floor(contact.day / 7) * 7
  return {
    manufacturer: platform.maker,
    name: ninjaone,
    architecture: platform.architecture,
    lastBootTime: started * SECONDS_PER_DAY + 6 * 3600,
    buildNumber: build,
    releaseId,
    needsReboot: false,
  }
}

function systemOf(record: FleetRecord, domain: string): Wire {
  const { hardware, serial, nature } = record
  return {
    name: systemNameOf(record),
    manufacturer: hardware.manufacturer,
    model: hardware.model,
    biosSerialNumber: serial,
    serialNumber: serial,
    domain,
    domainRole: nature.build.class === 'server' ? 'Member Server' : 'Member Workstation',
    numberOfProcessors: 1,
    totalPhysicalMemory: hardware.memoryBytes,
    virtualMachine: nature.isVirtual,
    chassisType: hardware.chassis,
  }
}

function processorOf({ hardware }: FleetRecord): Wire {
  return {
    architecture: 'x64',
    maxClockSpeed: 3_600_000_000,
    clockSpeed: 3_600_000_000,
    name: hardware.processor,
    numCores: hardware.cores,
    numLogicalCores: hardware.cores * 2,
  }
}

function volumeOf({ world, nature, hardware, contact }: FleetRecord): Wire {
  const { machine, build } = nature
  const isWindows = build.nodeClass.startsWith('WINDOWS')
  const share = 0.25 + (world.dice('disk', machine) % 1000) / 2000
  const noise = world.dice('disk', machine, contact.day + 100) % 20_000_000_000
  return {
    ...(isWindows ? { name: 'C:', driveLetter: 'C:' } : { name: '/' }),
    label: 'OS',
    deviceType: 'Local Disk',
    fileSystem: isWindows ? 'NTFS' : 'ext4',
    capacity: hardware.diskBytes,
    freeSpace: Math.round(hardware.diskBytes * share) - noise,
    serialNumber: (machine % 65_536).toString(16).toUpperCase(),
  }
}

function without(device: Wire, field: string): Wire {
  const { [field]: _left, ...rest } = device
  return rest
}
