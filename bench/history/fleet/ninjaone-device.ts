import type { Wire } from '../../../demo/vendors/fleet.ts'
import { drawAt } from './draw.ts'
import { LOCATIONS, type Machine, organisationName, ROLES } from './machine.ts'

const SECONDS_PER_DAY = 86_400
/** 2026-01-01, in seconds since 1970: the first day of every fleet. */
const BEGINNING = Date.UTC(2026, 0, 1) / 1000
/** Leaves room for the new ids of one place between those of its neighbours: ids ascend with places. */
const IDS_PER_PLACE = 1_000
const DISK_BYTES = 512_000_000_000

/** A machine as `/v2/devices-detailed` gives it, so many days after the first. */
export function ninjaoneDevice(machine: Machine, day: number): Wire {
  const { place, kind, host, organisation, location } = machine
  const user = `CUST${organisation + 1}\\${userOf(place, day)}`
  return {
    id: ninjaoneId(machine),
    uid: `5c1d0000-0000-4000-8000-${String(ninjaoneId(machine)).padStart(12, '0')}`,
    organizationId: organizationId(organisation),
    locationId: locationId(organisation, location),
    nodeClass: kind.nodeClass,
    nodeRoleId: kind.role,
    approvalStatus: 'APPROVED',
    offline: drawAt('online', place, day) % 10 === 0,
    displayName: machine.name,
    systemName: host.slice(0, 15),
    dnsName: `${host.toLowerCase()}.cust${organisation + 1}.example`,
    created: BEGINNING - SECONDS_PER_DAY * (1 + (place % 900)),
    lastContact: contactOf(place, day),
    lastUpdate: contactOf(place, day) - 600,
    tags: place % 20 === 0 ? ['vip'] : [],
    ipAddresses: [
      `10.${organisation % 256}.${place % 256}.${1 + (drawAt('address', place, day) % 250)}`,
    ],
    macAddresses: [macOf(machine)],
    publicIP: `203.0.113.${1 + (organisation % 250)}`,
    notes: [],
    os: {
      ...{ manufacturer: kind.manufacturer, name: kind.systems[0], architecture: '64-bit' },
      lastBootTime: BEGINNING + SECONDS_PER_DAY * (day - (day % 7)),
      ...{ buildNumber: '26100', releaseId: '24H2', needsReboot: false },
    },
    system: systemOf(machine),
    memory: { capacity: kind.memoryBytes },
    processors: [PROCESSOR],
    volumes: [{ ...VOLUME, freeSpace: freeOf(place, day) }],
    lastLoggedInUser: user,
  }
}

/** NinjaOne's id of a machine's record. */
export function ninjaoneId({ place, record }: Pick<Machine, 'place' | 'record'>): number {
  return place * IDS_PER_PLACE + record + 1
}

export function organizationId(organisation: number): number {
  return organisation + 1
}

export function locationId(organisation: number, location: number): number {
  return organizationId(organisation) * 10 + location
}

/** Organisations, locations and roles, as NinjaOne lists them. */
export function ninjaoneDirectories(organisationCount: number) {
  const all = Array.from({ length: organisationCount }, (_, organisation) => organisation)
  return {
    organizations: all.map(
      (organisation): Wire => ({
        id: organizationId(organisation),
        name: organisationName(organisation),
      }),
    ),
    locations: all.flatMap((organisation) =>
      LOCATIONS.map(
        (name, nth): Wire => ({
          id: locationId(organisation, nth),
          name,
          organizationId: organizationId(organisation),
        }),
      ),
    ),
    roles: [...ROLES].map(([id, name]): Wire => ({ id, name })),
  }
}

/** When it was last in touch, in seconds since 1970. */
export function contactOf(place: number, day: number): number {
  return BEGINNING + day * SECONDS_PER_DAY + (drawAt('contact', place, day) % SECONDS_PER_DAY)
}

/** Three of four days it is the same person. */
export function userOf(place: number, day: number): string {
  const isUsual = drawAt('user', place, day) % 4 > 0
  return `user${isUsual ? place % 9_973 : drawAt('user', place, day) % 9_973}`
}

const PROCESSOR: Wire = {
  ...{ architecture: 'x64', name: 'Sim CPU 7', numCores: 8, numLogicalCores: 16 },
  ...{ maxClockSpeed: 3_600_000_000, clockSpeed: 3_600_000_000 },
}
const VOLUME: Wire = {
  ...{ name: 'C:', driveLetter: 'C:', label: 'OS', deviceType: 'Local Disk', fileSystem: 'NTFS' },
  ...{ capacity: DISK_BYTES, serialNumber: 'A1' },
}

function systemOf({ host, kind, serial, organisation }: Machine): Wire {
  return {
    ...{ name: host.slice(0, 15), manufacturer: kind.manufacturer, model: kind.model },
    ...{ biosSerialNumber: serial, serialNumber: serial },
    domain: `cust${organisation + 1}.example`,
    domainRole: kind.class === 'server' ? 'Member Server' : 'Member Workstation',
    ...{ numberOfProcessors: 1, totalPhysicalMemory: kind.memoryBytes, virtualMachine: false },
    chassisType: kind.chassis,
  }
}

function freeOf(place: number, day: number): number {
  return Math.round(DISK_BYTES / 4) + (drawAt('disk', place, day) % 100_000) * 1_000_000
}

function macOf({ place, body }: Machine): string {
  const hex = (place * 64 + (body % 64)).toString(16).padStart(10, '0')
  return `a4:${(hex.match(/../gu) ?? []).join(':')}`.toUpperCase()
}
