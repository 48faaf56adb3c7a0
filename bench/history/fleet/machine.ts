import { drawAt } from './draw.ts'
import type { FleetDay } from './fleet-day.ts'

/** A machine as it is on a day, whatever a vendor says of it. */
export interface Machine {
  readonly place: number
  /** Which record of this place it is, from 0: with each the vendors give it a new id. */
  readonly record: number
  /** Which machine at this place it is, from 0. */
  readonly body: number
  readonly kind: MachineKind
  /** Its name on the network, without a domain. */
  readonly host: string
  /** What people call it. */
  readonly name: string
  readonly serial: string
  readonly organisation: number
  /** The nth location of its organisation. */
  readonly location: number
}

/** What is bought: a few models, each with its class and system. */
export interface MachineKind {
  readonly nodeClass: 'WINDOWS_WORKSTATION' | 'WINDOWS_SERVER' | 'MAC'
  readonly class: 'workstation' | 'server'
  readonly role: number
  readonly manufacturer: string
  readonly model: string
  readonly chassis: string
  /** As NinjaOne and as ThreatLocker write it. */
  readonly systems: readonly [string, string]
  readonly osType: number
  readonly memoryBytes: number
}

const GIB = 1024 ** 3
const WORDS = [
  ...['Reception', 'Warehouse', 'Accounting', 'Laboratory', 'Frontdesk', 'Showroom', 'Dispatch'],
  ...['Workshop', 'Archive', 'Boardroom', 'Kitchen', 'Library'],
] as const

const WORKSTATION = {
  nodeClass: 'WINDOWS_WORKSTATION',
  class: 'workstation',
  role: 11,
  systems: ['Windows 11 Professional Edition', 'Windows 11 Pro '],
  osType: 1,
  memoryBytes: 16 * GIB,
} as const
const DESKTOP = { ...WORKSTATION, manufacturer: 'Contoso', chassis: 'DESKTOP' }
const LAPTOP = { ...WORKSTATION, manufacturer: 'Fabrikam', chassis: 'LAPTOP' }
const KINDS: readonly MachineKind[] = [
  { ...DESKTOP, model: 'Desk 7' },
  { ...DESKTOP, model: 'Desk 9' },
  { ...LAPTOP, model: 'Book 13' },
  { ...LAPTOP, model: 'Book 14' },
  { ...LAPTOP, model: 'Book 15' },
  {
    nodeClass: 'MAC',
    class: 'workstation',
    role: 12,
    manufacturer: 'Northwind',
    model: 'Slate 3',
    chassis: 'LAPTOP',
    systems: ['macOS 15 Sequoia', 'macOS 15.1'],
    osType: 2,
    memoryBytes: 16 * GIB,
  },
  {
    nodeClass: 'WINDOWS_SERVER',
    class: 'server',
    role: 13,
    manufacturer: 'Contoso',
    model: 'Rack 2',
    chassis: 'SERVER',
    systems: ['Windows Server 2022 Standard Edition', 'Windows Server 2022 Standard '],
    osType: 1,
    memoryBytes: 64 * GIB,
  },
]

/** By their number, as roles of NinjaOne and groups of ThreatLocker. */
export const ROLES: ReadonlyMap<number, string> = new Map([
  [11, 'Windows Desktop'],
  [12, 'Mac'],
  [13, 'Windows Server'],
])

/** One in twenty machines is at the last, where spares are. */
export const LOCATIONS = ['Main Office', 'Branch', 'Depot', 'Spare shelf'] as const
const SPARE_SHELF = LOCATIONS.length - 1

/** The machine at a place of a fleet. */
export function machineAt(fleet: FleetDay, place: number): Machine {
  const body = fleet.bodies[place] ?? 0
  const renamings = fleet.renamings[place] ?? 0
  const organisation = fleet.organisations[place] ?? 0
  const word = WORDS[(drawAt('word', place, body) + renamings) % WORDS.length] ?? ''
  const kind = KINDS[drawAt('model', place, body) % KINDS.length]
  if (kind === undefined) throw new RangeError(`there is no machine at place ${place}`)
  return {
    ...{ place, body, kind, organisation },
    record: fleet.records[place] ?? 0,
    host: `${word.toUpperCase()}-${place.toString(36).toUpperCase().padStart(5, '0')}`,
    name: `${word} ${place}`,
    serial: `SN${place.toString(36).toUpperCase().padStart(5, '0')}${body}`,
    location: locationOf(place, organisation),
  }
}

export function organisationName(organisation: number): string {
  return `Customer ${organisation + 1} Ltd`
}

function locationOf(place: number, organisation: number): number {
  const drawn = drawAt('location', place, organisation) % 20
  return drawn === 0 ? SPARE_SHELF : drawn % SPARE_SHELF
}
