import type { Day } from '../../src/lib/day.ts'
import { dayNumber } from './calendar.ts'
import { type Dice, makeDice } from './dice.ts'
import { type Ledger, makeLedger } from './ledger.ts'
import { makePlanting, type Planting } from './planting.ts'

export interface FleetOptions {
  /** Equal seeds give equal fleets. */
  readonly seed: number
  /** Machines of the first day; about as many are in NinjaOne. */
  readonly size: number
  readonly firstDay: Day
  /** What was before stays the same whatever the last day. */
  readonly lastDay: Day
}

/** All that is kept of a fleet; the machines themselves follow from it. */
export interface World {
  readonly dice: Dice
  readonly planting: Planting
  readonly ledger: Ledger
  readonly size: number
  /** Number of the first day. Elsewhere days count from it, which is 0. */
  readonly firstDay: number
  /** How many days after the first the last is. */
  readonly lastDay: number
}

const LARGEST = 2_000_000
const LONGEST_DAYS = 3660

/** Makes what is kept of a fleet. */
export function makeWorld({ seed, size, firstDay: first, lastDay: last }: FleetOptions): World {
  if (!Number.isInteger(size) || size < 1 || size > LARGEST) {
    throw new RangeError(`a fleet has 1 to ${LARGEST} machines`)
  }
  const firstDay = dayNumber(first)
  const lastDay = dayNumber(last) - firstDay
  if (lastDay < 0 || lastDay > LONGEST_DAYS) {
    throw new RangeError(`a fleet has 1 to ${LONGEST_DAYS} days`)
  }
  const dice = makeDice(seed)
  const planting = makePlanting(dice, size)
  const ledger = makeLedger({ dice, planting, size, lastDay })
  return { dice, planting, ledger, size, firstDay, lastDay }
}
