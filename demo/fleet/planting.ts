import type { Dice } from './dice.ts'
import { UGLY_CASES, type UglyCase, type UglyCaseCode } from './ugly-cases.ts'

/** A machine's part in an ugly case. */
export interface Planted {
  readonly code: UglyCaseCode
  readonly ugly: UglyCase
  /** Which run of 700 machines, from 0. */
  readonly run: number
  /** Which of the run's machines with this case, from 0. */
  readonly nth: number
}

/** Says which machines of the first day have which ugly case; those that come later have none. */
export interface Planting {
  of(machine: number): Planted | null
  /** The machine with a part, the reverse of `of`; null when the fleet ends before it. */
  machineOf(part: Pick<Planted, 'code' | 'run' | 'nth'>): number | null
}

type Seat = Omit<Planted, 'run'>

const RUN = 700
/** Coprime to the length of a run, so that multiplying by one of them shuffles it. */
const STRIDES: readonly number[] = [127, 181, 221, 263, 309, 353, 411, 487, 523, 591, 633, 681]

/** The cases lie in every run of 700 machines, in an order that the dice decide. */
export function makePlanting(dice: Dice, size: number): Planting {
  const stride = STRIDES[dice('planting', 0) % STRIDES.length] ?? 1
  const shift = dice('planting', 1) % RUN
  const seats = seatsOfCases()
  const seatByPlace = Array.from({ length: RUN }, (_, at) => seats[(at * stride + shift) % RUN])
  return { of, machineOf }

  function of(machine: number): Planted | null {
    const seat = machine < size ? seatByPlace[machine % RUN] : undefined
    return seat ? { ...seat, run: Math.floor(machine / RUN) } : null
  }

  function machineOf({ code, run, nth }: Pick<Planted, 'code' | 'run' | 'nth'>): number | null {
    const place = seatByPlace.findIndex((seat) => seat?.code === code && seat.nth === nth)
    const machine = run * RUN + place
    return place >= 0 && machine < size ? machine : null
  }
}

function seatsOfCases(): Seat[] {
  const cases = Object.entries(UGLY_CASES) as [UglyCaseCode, UglyCase][] // its keys are the codes
  return cases.flatMap(([code, ugly]) =>
    Array.from({ length: ugly.per700 }, (_, nth) => ({ code, ugly, nth })),
  )
}
