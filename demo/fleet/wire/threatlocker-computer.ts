import type { Wire } from '../../vendors/fleet.ts'
import { happens } from '../dice.ts'
import { hostOf } from '../machine/names.ts'
import { type Platform, releaseAt } from '../machine/platforms.ts'
import { LASTING, nameAfter, organisationAt } from '../organisations/organisations.ts'
import type { FleetRecord } from '../record.ts'
import type { UglyCaseCode } from '../ugly-cases.ts'
import { computerId, groupId, tenantId } from './identifiers.ts'

type Quirk = (computer: Wire, record: FleetRecord) => Wire

/** What ThreatLocker shows otherwise of some ugly cases. */
const QUIRKS: Partial<Record<UglyCaseCode, Quirk>> = {
  'renamed-host': (computer, record) => withHost(computer, earlierHost(record)),
  'cut-name-only': (computer) => ({ ...computer, serialNumber: null }),
  'equal-host-name': (computer) => ({ ...computer, serialNumber: null }),
  'edr-no-serial': (computer) => ({ ...computer, serialNumber: null }),
  'bare-edr-row': (computer) => ({
    ...computer,
    hostname: null,
    serialNumber: null,
    installDate: null,
  }),
  'host-and-person': (computer, { names }) => ({
    ...computer,
    computerName: `${names.host} | ${names.person.name}`,
  }),
  'trailing-space': (computer, { names }) => ({
    ...computer,
    computerName: `${names.host}  `,
    hostname: `${names.host} `,
  }),
  'display-name-differs': (computer, { names }) => ({
    ...computer,
    computerName: `Desk of ${names.person.name}`,
  }),
  'class-differs': (computer) => ({
    ...computer,
    operatingSystem: 'Windows Server 2019 Standard ',
  }),
  'never-checked-in': (computer) => ({
    ...computer,
    lastCheckin: null,
    lastCheckinIPAddress: null,
    hasAtLeastOneCheckin: false,
  }),
  'deleted-in-edr': (computer) => ({ ...computer, isDeleted: true }),
  'address-for-name': (computer, { address }) => ({ ...computer, hostname: address }),
}
const MODES: readonly (readonly [number, string])[] = [
  [82, 'Secure'],
  [14, 'Learning'],
  [3, 'MonitorOnly'],
  [1, 'Installation'],
]
const MODE_BY_PERCENT = MODES.flatMap(([percent, mode]) =>
  Array.from({ length: percent }, () => mode),
)
const VERSIONS = ['10.3.1', '10.3.4', '10.4.0']
const GROUPS = ['Workstations', 'Servers'] as const

/** A computer as `ComputerGetByAllParameters` gives it, so many days after the first. */
export function threatlockerComputer(record: FleetRecord, day: number): Wire {
  const { planted, build } = record.nature
  if (!build.platform) throw new RangeError('ThreatLocker knows no machine without its agent')
  const computer = computerOf(record, { day, platform: build.platform })
  const quirk = planted ? QUIRKS[planted.code] : undefined
  return quirk ? quirk(computer, record) : computer
}

/** Place of the organisation whose tenant a computer is in. */
export function tenantOf({ nature, standing }: Pick<FleetRecord, 'nature' | 'standing'>): number {
  if (nature.planted?.code !== 'organisation-differs') return standing.organisation
  return LASTING[(LASTING.indexOf(standing.organisation) + 1) % LASTING.length] ?? 0
}

function computerOf(
  record: FleetRecord,
  { day, platform }: { day: number; platform: Platform },
): Wire {
  const { world, installation, nature, names, contact, created } = record
  const tenant = tenantOf(record)
  const group = nature.build.class === 'server' ? 1 : 0
  const dateAdded = `${isoTime(created).slice(0, 19)}Z`
  const roll = world.dice('agent', installation)
  const mode = MODE_BY_PERCENT[roll % 100]
  return {
    computerId: computerId(world, installation),
    computerGroupId: groupId(tenant, group),
    computerName: names.host,
    hostname: names.host,
    group: GROUPS[group],
    organization: nameAfter(tenant, { vendor: 'threatlocker', day }),
    organizationId: tenantId(tenant),
    osType: platform.osType,
    operatingSystem: releaseAt(platform, record.standing.release).threatlocker,
    action: mode,
    mode,
    lastCheckin: isoTime(contact.seconds),
    lastCheckinIPAddress: `203.0.113.${1 + record.standing.organisation * 6 + record.standing.location}`,
    dateAdded,
    installDate: happens(roll, 0.4) ? dateAdded : null,
    serialNumber: record.serial,
    username: `${organisationAt(nature.home).code}\\${names.person.login}`,
    threatLockerVersion: VERSIONS[roll % VERSIONS.length],
    ...denials(record),
    isDeleted: false,
    isIsolated: false,
    isLockedOut: false,
    hasAtLeastOneCheckin: true,
  }
}

/** Denied in the last day, three days and seven: of the days the computer was in touch. */
function denials({ world: { dice }, nature: { machine }, contact }: FleetRecord) {
  const on = (day: number) => Math.max(0, (dice('denials', machine, day + 100) % 8) - 5)
  const since = (days: number) =>
    Array.from({ length: days }, (_, ago) => on(contact.day - ago)).reduce((all, one) => all + one)
  return {
    denyCountOneDay: since(1),
    denyCountThreeDays: since(3),
    denyCountSevenDays: since(7),
  }
}

function withHost(computer: Wire, host: string): Wire {
  return { ...computer, computerName: host, hostname: host }
}

/** What the machine was called before it was last renamed. */
function earlierHost({ nature, standing, world }: FleetRecord): string {
  return hostOf(nature, standing.renamings + nature.build.words.length - 1, world.dice)
}

function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}
