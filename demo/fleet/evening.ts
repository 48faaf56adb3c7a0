import type { Day } from '../../src/lib/day.ts'
import type { Wire } from '../vendors/fleet.ts'
import type { Fleet } from './fleet.ts'
import type { MachineTruth } from './truth.ts'

/** A machine with all that the vendors say of it. */
export interface SeenMachine {
  readonly truth: MachineTruth
  /** NinjaOne's devices, the current one first. */
  readonly devices: readonly Wire[]
  /** ThreatLocker's computers, the current one first. */
  readonly computers: readonly Wire[]
}

/** Every machine of a fleet on the evening of a day. Holds them all: for fleets of a few thousand. */
export function readEvening(fleet: Fleet, day: Day): SeenMachine[] {
  const { ninjaone, threatlocker } = fleet.on(day)
  const devices = byId(listOf(ninjaone.deviceCount, ninjaone.device), 'id')
  const computers = byId(listOf(threatlocker.computerCount, threatlocker.computer), 'computerId')
  return [...fleet.truth(day).machines()].map((truth) => ({
    truth,
    devices: chosen(devices, truth.ninjaone),
    computers: chosen(computers, truth.threatlocker),
  }))
}

/** Everything a list gives, from its first place to its last. */
export function listOf(count: number, at: (place: number) => Wire): Wire[] {
  return Array.from({ length: count }, (_, place) => at(place))
}

function byId(rows: readonly Wire[], field: string): Map<unknown, Wire> {
  return new Map(rows.map((row) => [row[field], row]))
}

function chosen(rows: ReadonlyMap<unknown, Wire>, ids: readonly unknown[]): Wire[] {
  return ids.map((id) => rows.get(id)).filter((row) => row !== undefined)
}
