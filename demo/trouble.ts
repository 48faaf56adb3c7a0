import type { SimulatedComputer } from '../src/sources/ocs/simulation/estate.ts'
import type { Chance } from './chance.ts'
import type { Asset, Station } from './station.ts'

/** Something that is wrong with a few computers of every estate, whatever its size. */
export interface Trouble {
  /** How many computers have it. */
  readonly stations: number
  readonly spoil: (stations: readonly Station[]) => readonly Station[]
}

/** Gives each trouble computers of its own; the rest stay as they are. In the order of HARDWARE_ID. */
export function withTroubles(
  stations: readonly Station[],
  troubles: readonly Trouble[],
  chance: Chance,
): Station[] {
  const order = chance.shuffled(stations)
  let taken = 0
  const spoilt = troubles.flatMap((trouble) => {
    taken += trouble.stations
    return trouble.spoil(order.slice(taken - trouble.stations, taken))
  })
  return [...spoilt, ...order.slice(taken)].sort(
    (one, other) => one.machine.hardwareId - other.machine.hardwareId,
  )
}

/** A trouble with what OCS holds of each computer. */
export function machineTrouble(
  stations: number,
  change: (machine: SimulatedComputer, at: number) => Partial<SimulatedComputer>,
): Trouble {
  return {
    stations,
    spoil: (all) =>
      all.map((station, at) => ({
        ...station,
        machine: { ...station.machine, ...change(station.machine, at) },
      })),
  }
}

/** A trouble with what finance holds of each computer. */
export function assetTrouble(
  stations: number,
  change: (asset: Asset, at: number) => Partial<Asset>,
): Trouble {
  return {
    stations,
    spoil: (all) =>
      all.map((station, at) => ({
        ...station,
        asset: { ...station.asset, ...change(station.asset, at) },
      })),
  }
}
