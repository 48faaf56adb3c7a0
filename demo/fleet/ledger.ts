import { type Dice, happens, type Purpose } from './dice.ts'
import { firstAbove } from './first-above.ts'
import { JOINS } from './organisations/happenings.ts'
import type { Planting } from './planting.ts'
import { UGLY_CASES } from './ugly-cases.ts'

/**
 * Every installation of the vendors' agents there ever was, by number in the order of coming: first
 * the machines of the first day, then what came since. Days count from the first, which is 0.
 */
export interface Ledger {
  /** How many there were by the end of a day, those gone since included. */
  countOn(day: number): number
  /** The day it came; 0 for all of the first day. */
  cameOn(installation: number): number
  isListedOn(installation: number, day: number): boolean
  /** The day the machine was installed anew, and this one fell silent; `Infinity` is never. */
  replacedOn(installation: number): number
  /** The one of the same machine that it came after; null for the first. */
  before(installation: number): number | null
  /** The first installation of the same machine: the machine's number. */
  machineOf(installation: number): number
  /** True when the machine came with the organisation that joins. */
  isJoined(machine: number): boolean
}

export interface LedgerRequest {
  readonly dice: Dice
  readonly planting: Planting
  /** Machines of the first day. */
  readonly size: number
  readonly lastDay: number
}

/** Of the size asked for, on an average day. */
const RATES = { fresh: 0.001, gone: 0.001, reimaged: 0.001 } as const
/** Days that the old record of a machine installed anew stays in the lists. */
const LINGERS = { least: 3, most: 14 } as const
const NEVER = 0xffff
const NONE = -1
/** Whoever is drawn may be unfit; after so many draws it befalls nobody. */
const DRAWS = 60

/** Goes through the days once, and keeps who came when, who went when, and who came after whom. */
export function makeLedger(request: LedgerRequest): Ledger {
  const book = openBook(request)
  for (let day = 1; day <= request.lastDay; day += 1) live(book, request, day)
  return readable(book)
}

interface Book {
  readonly size: number
  /** By day, how many installations there were at its end. */
  readonly counts: Uint32Array
  /** By day, the first of those that were machines installed anew. */
  readonly reimagedFrom: Uint32Array
  /** By installation, the first day it is no longer listed. */
  readonly endedOn: Uint16Array
  readonly replacedOn: Uint16Array
  /** By installation beyond those of the first day. */
  readonly before: Int32Array
  readonly joined: { readonly from: number; readonly to: number }
}

function openBook({ dice, planting, size, lastDay }: LedgerRequest): Book {
  const twins = [...twinsOf(planting)]
  const counts = new Uint32Array(lastDay + 1)
  const reimagedFrom = new Uint32Array(lastDay + 1)
  const joining = Math.round(size * JOINS.share)
  let count = size + twins.length
  let joined = { from: 0, to: 0 }
  for (let day = 0; day <= lastDay; day += 1) {
    if (day === JOINS.after) joined = { from: count, to: count + joining }
    if (day === JOINS.after) count += joining
    if (day > 0) count += timesOn(day, { dice, size, what: 'fresh' })
    reimagedFrom[day] = count
    if (day > 0) count += timesOn(day, { dice, size, what: 'reimaged' })
    counts[day] = count
  }
  const book = {
    size,
    counts,
    reimagedFrom,
    joined,
    endedOn: new Uint16Array(count).fill(NEVER),
    replacedOn: new Uint16Array(count).fill(NEVER),
    before: new Int32Array(count - size).fill(NONE),
  }
  for (const [at, machine] of twins.entries()) {
    book.before[at] = machine
    book.replacedOn[machine] = 0
  }
  return book
}

/** Machines that were installed anew before the first day, their old records still listed. */
function* twinsOf(planting: Planting) {
  for (let run = 0; ; run += 1) {
    const parts = Array.from({ length: UGLY_CASES.twins.per700 }, (_, nth) => ({ run, nth }))
    const found = parts.map((part) => planting.machineOf({ code: 'twins', ...part }))
    const machines = found.filter((machine) => machine !== null)
    yield* machines
    if (machines.length < parts.length) return
  }
}

const WHAT = { fresh: 0, gone: 1, reimaged: 2 } as const

/** How often something happens on a day: its rate, the fraction left to chance. */
function timesOn(
  day: number,
  { dice, size, what }: { dice: Dice; size: number; what: keyof typeof WHAT },
): number {
  const expected = size * RATES[what]
  const whole = Math.floor(expected)
  return whole + (happens(dice('coming', day, WHAT[what]), expected - whole) ? 1 : 0)
}

function live(book: Book, { dice, planting, size }: LedgerRequest, day: number): void {
  const known = book.counts[day - 1] ?? 0
  const until = book.counts[day] ?? 0
  for (let fresh = book.reimagedFrom[day] ?? 0; fresh < until; fresh += 1) {
    const old = draw('drawn-to-reimage', fresh)
    if (old === null) continue
    book.before[fresh - size] = old
    book.replacedOn[old] = day
    const lingers = dice('linger', fresh) % (LINGERS.most - LINGERS.least + 1)
    book.endedOn[old] = day + LINGERS.least + lingers
  }
  const gone = timesOn(day, { dice, size, what: 'gone' })
  for (let nth = 0; nth < gone; nth += 1) {
    const last = draw('drawn-to-go', until + nth)
    if (last !== null) endAll(book, last, day)
  }

  /** One that stays listed, is no planted machine's and has not met its end yet. */
  function draw(purpose: Purpose, key: number): number | null {
    for (let turn = 0; turn < DRAWS; turn += 1) {
      const drawn = dice(purpose, key, turn) % known
      if (book.endedOn[drawn] !== NEVER || book.replacedOn[drawn] !== NEVER) continue
      if (planting.of(machineIn(book, drawn)) === null) return drawn
    }
    return null
  }
}

/** Ends an installation and what still lingers of the same machine. */
function endAll(book: Book, last: number, day: number): void {
  for (let each = last; each !== NONE; each = earlierOf(book, each)) {
    if ((book.endedOn[each] ?? 0) > day) book.endedOn[each] = day
  }
}

function earlierOf({ size, before }: Book, installation: number): number {
  return installation < size ? NONE : (before[installation - size] ?? NONE)
}

function machineIn(book: Book, installation: number): number {
  let machine = installation
  let earlier = earlierOf(book, machine)
  while (earlier !== NONE) {
    machine = earlier
    earlier = earlierOf(book, machine)
  }
  return machine
}

function readable(book: Book): Ledger {
  const { counts, endedOn, replacedOn, joined } = book
  const countOn = (day: number) => counts[day] ?? 0
  return {
    countOn,
    cameOn: (installation) => firstAbove(counts, installation),
    isListedOn: (installation, day) =>
      installation < countOn(day) && (endedOn[installation] ?? 0) > day,
    replacedOn: (installation) => {
      const day = replacedOn[installation] ?? NEVER
      return day === NEVER ? Number.POSITIVE_INFINITY : day
    },
    before: (installation) => {
      const earlier = earlierOf(book, installation)
      return earlier === NONE ? null : earlier
    },
    machineOf: (installation) => machineIn(book, installation),
    isJoined: (machine) => machine >= joined.from && machine < joined.to,
  }
}
