import { firstAbove } from './first-above.ts'
import { natureOf } from './machine/nature.ts'
import type { Vendor } from './organisations/organisations.ts'
import type { World } from './world.ts'

/** The installations a vendor lists on a day, in order, found by place without keeping them all. */
export interface RollCall {
  readonly count: number
  /** The installation at a place from 0. */
  at(place: number): number
  /** All of them, place by place. */
  all(): Iterable<number>
}

const STEP = 32

/** Calls the roll once, and remembers only how many had answered at every 32nd. */
export function callRoll(world: World, { day, vendor }: { day: number; vendor: Vendor }): RollCall {
  const { ledger } = world
  const total = ledger.countOn(day)
  const answered = new Uint32Array(Math.ceil(total / STEP))
  let count = 0
  for (let installation = 0; installation < total; installation += 1) {
    if (answers(installation)) count += 1
    answered[Math.floor(installation / STEP)] = count
  }
  return { count, at, all }

  function* all(): Generator<number> {
    for (let installation = 0; installation < total; installation += 1) {
      if (answers(installation)) yield installation
    }
  }

  function answers(installation: number): boolean {
    if (!ledger.isListedOn(installation, day)) return false
    const nature = natureOf(ledger.machineOf(installation), world)
    return vendor === 'ninjaone' ? nature.inNinjaone : nature.inThreatlocker
  }

  function at(place: number): number {
    if (!Number.isInteger(place) || place < 0 || place >= count) {
      throw new RangeError(`place ${place} is not one of ${count}`)
    }
    const step = firstAbove(answered, place)
    let installation = step * STEP - 1
    let before = answered[step - 1] ?? 0
    while (before <= place) {
      installation += 1
      if (answers(installation)) before += 1
    }
    return installation
  }
}
