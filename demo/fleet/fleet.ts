import type { Day } from '../../src/lib/day.ts'
import type { NinjaoneFleet, ThreatlockerFleet } from '../vendors/fleet.ts'
import { dayNumber } from './calendar.ts'
import { type Mishap, mishapsBetween } from './mishaps.ts'
import { type Happening, happeningsBetween } from './organisations/happenings.ts'
import { recordOf } from './record.ts'
import { callRoll } from './roll-call.ts'
import { tenantCounter } from './tenant-counter.ts'
import { type FleetTruth, truthOf } from './truth.ts'
import { ninjaoneCustomFields, ninjaoneDevice } from './wire/ninjaone-device.ts'
import { ninjaoneLocations, ninjaoneOrganizations } from './wire/ninjaone-places.ts'
import { ninjaoneRoles } from './wire/ninjaone-roles.ts'
import { threatlockerComputer } from './wire/threatlocker-computer.ts'
import { threatlockerChildren, threatlockerParent } from './wire/threatlocker-tenants.ts'
import { type FleetOptions, makeWorld, type World } from './world.ts'

/** An invented service provider's machines, day by day. */
export interface Fleet {
  readonly firstDay: Day
  readonly lastDay: Day
  /** What the vendors hold on the evening of a day. */
  on(day: Day): FleetDay
  /** What is really true on that evening. */
  truth(day: Day): FleetTruth
  /** What befalls whole organisations, by day. */
  readonly happenings: readonly Happening[]
  /** Nights on which a collection goes wrong, by day. */
  readonly mishaps: readonly Mishap[]
}

export interface FleetDay {
  readonly ninjaone: NinjaoneFleet
  readonly threatlocker: ThreatlockerFleet
}

/** Makes a fleet; its machines are made when they are asked for. */
export function makeFleet(options: FleetOptions): Fleet {
  const world = makeWorld(options)
  const { firstDay, lastDay } = world
  return {
    firstDay: options.firstDay,
    lastDay: options.lastDay,
    on: (day) => fleetDay(world, dayWithin(world, day)),
    truth: (day) => truthOf(world, dayWithin(world, day)),
    happenings: happeningsBetween(firstDay, firstDay + lastDay),
    mishaps: mishapsBetween(firstDay, firstDay + lastDay),
  }
}

function dayWithin({ firstDay, lastDay }: World, day: Day): number {
  const number = dayNumber(day) - firstDay
  if (number < 0 || number > lastDay) throw new RangeError(`the fleet has no day ${day}`)
  return number
}

/** A vendor's roll is called when the vendor is first asked for. */
function fleetDay(world: World, day: number): FleetDay {
  let ninjaone: NinjaoneFleet | null = null
  let threatlocker: ThreatlockerFleet | null = null
  return {
    get ninjaone() {
      ninjaone ??= ninjaoneOn(world, day)
      return ninjaone
    },
    get threatlocker() {
      threatlocker ??= threatlockerOn(world, day)
      return threatlocker
    },
  }
}

function ninjaoneOn(world: World, day: number): NinjaoneFleet {
  const roll = callRoll(world, { day, vendor: 'ninjaone' })
  const recordAt = (place: number) =>
    recordOf(world, { installation: roll.at(place), day, vendor: 'ninjaone' })
  return {
    organizations: ninjaoneOrganizations(day),
    locations: ninjaoneLocations(day),
    roles: ninjaoneRoles(),
    deviceCount: roll.count,
    device: (place) => ninjaoneDevice(recordAt(place)),
    customFields: (place) => ninjaoneCustomFields(recordAt(place)),
  }
}

function threatlockerOn(world: World, day: number): ThreatlockerFleet {
  const roll = callRoll(world, { day, vendor: 'threatlocker' })
  const countOf = tenantCounter(world, { day, roll })
  const request = { day, firstDay: world.firstDay, countOf }
  return {
    parent: threatlockerParent(request),
    children: threatlockerChildren(request),
    computerCount: roll.count,
    computer: (place) => {
      const installation = roll.at(place)
      return threatlockerComputer(
        recordOf(world, { installation, day, vendor: 'threatlocker' }),
        day,
      )
    },
  }
}
