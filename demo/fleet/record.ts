import { type Contact, lastContact } from './machine/contact.ts'
import { type Hardware, hardwareOf, virtualSerial } from './machine/hardware.ts'
import { type Standing, standingOf } from './machine/life.ts'
import { type Names, namesOf } from './machine/names.ts'
import { type Nature, natureOf } from './machine/nature.ts'
import type { Vendor } from './organisations/organisations.ts'
import type { World } from './world.ts'

/** What a vendor can know of one installation on a day, before it is written as the vendor would. */
export interface FleetRecord {
  readonly world: World
  readonly installation: number
  readonly nature: Nature
  readonly standing: Standing
  readonly names: Names
  readonly hardware: Hardware
  readonly contact: Contact
  /** When it was installed; seconds since 1970. */
  readonly created: number
  /** What the machine says its serial is. */
  readonly serial: string
  readonly address: string
}

export interface RecordRequest {
  readonly installation: number
  /** Days after the first. */
  readonly day: number
  readonly vendor: Vendor
}

const SECONDS_PER_DAY = 86_400
const JUNK_SERIALS = ['Default string', 'System Serial Number', '0', '123456789']
/** Numbers of machines end long before. */
const TEMPLATES_FROM = 0xf0000000

/** What a vendor can know of an installation on a day. */
export function recordOf(world: World, { installation, day, vendor }: RecordRequest): FleetRecord {
  const { dice, ledger, firstDay } = world
  const nature = natureOf(ledger.machineOf(installation), world)
  const until = Math.min(day, ledger.replacedOn(installation) - 1)
  const standing = standingOf(nature, { dice, day, told: until, seenBy: vendor })
  const hardware = hardwareOf(nature, dice)
  const cameOn = installedOn(world, installation)
  const contact = lastContact(nature, { dice, vendor, firstDay, cameOn, until, today: day })
  return {
    world,
    installation,
    nature,
    standing,
    hardware,
    contact,
    names: namesOf(nature, standing, dice),
    created: createdAt(world, installation, cameOn),
    serial: reportedSerial(nature, hardware),
    address: addressOf(world, { nature, standing, contact }),
  }
}

/** The day it was installed; null when that was long before the first day. */
function installedOn({ ledger, size }: World, installation: number): number | null {
  if (installation < size) return null
  const cameOn = ledger.cameOn(installation)
  return cameOn === 0 ? -1 : cameOn
}

function createdAt({ dice, firstDay }: World, installation: number, cameOn: number | null): number {
  const day = cameOn ?? -120 - (dice('created', installation) % 1500)
  const seconds = 9 * 3600 + (dice('created', installation, 1) % 3600)
  return (firstDay + day) * SECONDS_PER_DAY + seconds
}

function reportedSerial({ planted }: Nature, { serial }: Hardware): string {
  if (planted?.code === 'template-serial') return virtualSerial(TEMPLATES_FROM + planted.run)
  if (planted?.code === 'oem-serial') return 'To be filled by O.E.M.'
  if (planted?.code === 'none-serial') return 'None'
  if (planted?.code === 'junk-serial') return JUNK_SERIALS[planted.nth] ?? serial
  return serial
}

/** In the network of its organisation and location: leased anew daily to workstations, else fixed. */
function addressOf(
  { dice }: World,
  { nature, standing, contact }: Pick<FleetRecord, 'nature' | 'standing' | 'contact'>,
): string {
  const isFixed =
    nature.build.class !== 'workstation' || nature.planted?.code === 'address-for-name'
  const roll = dice('address', nature.machine, isFixed ? 0 : contact.day)
  const network = standing.location * 16 + (roll % 16)
  return `10.${7 + standing.organisation}.${network}.${10 + ((roll >>> 8) % 240)}`
}
