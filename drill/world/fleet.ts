import type { NinjaoneFleet } from '../../demo/vendors/fleet.ts'
import { type SimulatedNinjaone, startNinjaone } from '../../demo/vendors/ninjaone/simulator.ts'
import { smallFleet, workstation } from '../../test/support/ninjaone.ts'

/** A simulated NinjaOne whose machines change from day to day. */
export interface ChangingFleet {
  readonly vendor: SimulatedNinjaone
  /** Lets it hold what it holds on a day, counted from any. */
  turnTo(day: number): void
  /** The names it holds on a day, sorted. */
  namesOn(day: number): string[]
  /** The ids it holds on a day, as text. */
  keysOn(day: number): string[]
}

const MACHINES = 150
/** One in so many is away on a day, and back on another. */
const AWAY_EVERY = 25
/** Every machine gets another name after so many days. */
const NAME_LASTS = 9

/** Starts the vendor; it holds day 0. */
export async function startFleet(): Promise<ChangingFleet> {
  let current = fleetOn(0)
  const fleet: NinjaoneFleet = {
    organizations: current.organizations,
    locations: current.locations,
    roles: current.roles,
    get deviceCount() {
      return current.deviceCount
    },
    device: (place) => current.device(place),
    customFields: (place) => current.customFields(place),
  }
  const vendor = await startNinjaone(fleet)
  return {
    vendor,
    turnTo(day) {
      current = fleetOn(day)
      vendor.setTraits({})
    },
    keysOn: (day) => idsOn(day).map(String),
    namesOn: (day) =>
      idsOn(day)
        .map((id) => nameOn(id, day))
        .toSorted(),
  }
}

function fleetOn(day: number): NinjaoneFleet {
  const devices = idsOn(day).map((id) => workstation(id, { displayName: nameOn(id, day) }))
  return smallFleet(0, { devices })
}

function idsOn(day: number): number[] {
  const all = Array.from({ length: MACHINES }, (_, at) => at + 1)
  return all.filter((id) => (id + day) % AWAY_EVERY !== 0)
}

function nameOn(id: number, day: number): string {
  return `Desk ${id}, name ${Math.floor((id + day) / NAME_LASTS)}`
}
