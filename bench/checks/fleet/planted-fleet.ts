import type { FleetDay } from '../../history/fleet/fleet-day.ts'
import { type Machine, machineAt } from '../../history/fleet/machine.ts'
import { agreedListings, type Listing, type SourceName } from './listing.ts'
import { type Expected, PLANTS, type Plant } from './plants.ts'

const A_THOUSAND = 1_000
/** Prime to a thousand: of any thousand places in a row each gets a number of its own. */
const STRIDE = 389
/** In one of so many machines what is planted is mended overnight, or comes up where nothing was. */
const TURNED_ONE_IN = 50
const PLANT_BY_NUMBER = numbered(PLANTS)

/** What a source lists on a day, machine after machine. */
export function* listedBy(source: SourceName, fleet: FleetDay): Generator<Listing> {
  for (let place = 0; place < fleet.count; place += 1) {
    const agreed = agreedListings(machineAt(fleet, place))
    const plant = plantAt(place, fleet.day)
    yield* (plant?.plant(agreed, fleet.organisationCount) ?? agreed)[source]
  }
}

/** A disagreement that was planted, by the serial number of its machine: the same while it is that machine. */
export interface Planted extends Expected {
  readonly serial: Machine['serial']
}

/** Every disagreement of a day, and no other. */
export function plantedOn(fleet: FleetDay): Planted[] {
  const planted: Planted[] = []
  for (let place = 0; place < fleet.count; place += 1) {
    const found = plantAt(place, fleet.day)?.found ?? []
    if (found.length === 0) continue
    const { serial } = machineAt(fleet, place)
    for (const expected of found) planted.push({ ...expected, serial })
  }
  return planted
}

/** A disagreement as one text: equal for the same one on any day. */
export function keyOf({ check, scope, serial }: Planted): string {
  return `${check} ${scope} ${serial}`
}

/** What is planted in the machine at a place on a day: null where the sources agree. */
export function plantAt(place: number, day: number): Plant | null {
  const isTurned = day > 0 && (place + Math.floor(place / A_THOUSAND)) % TURNED_ONE_IN === day
  const turn = isTurned ? A_THOUSAND / 2 : 0
  return PLANT_BY_NUMBER[(place * STRIDE + turn) % A_THOUSAND] ?? null
}

/** Numbers below a thousand, and what is planted in the machines that have them. */
function numbered(plants: readonly Plant[]): (Plant | undefined)[] {
  return plants.flatMap((plant) => Array.from({ length: plant.perThousand }, () => plant))
}
