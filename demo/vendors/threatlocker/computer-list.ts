import type { ThreatlockerFleet, Wire } from '../fleet.ts'
import { type Order, type PlacedComputer, sortedPlaces } from './computer-order.ts'
import { oddFleet } from './oddities.ts'
import type { ThreatlockerTraits, Upheaval } from './traits.ts'

/** What of the computers is asked for, as in the body of `ComputerGetByAllParameters`. */
export interface ComputerAsk extends Order {
  readonly organizationId: string
  readonly childOrganizations: boolean
  readonly showDeleted: boolean
}

/** Rows from one place of an ordered list, and how many the list holds. */
export interface ListSlice {
  readonly rows: readonly Wire[]
  readonly total: number
}

/** What was changed of computers, by id; outlives every list. */
export type ComputerEdits = Map<string, Wire>

/** The computers of a fleet, as they stand after what was done to them. */
export interface ComputerList {
  slice(ask: ComputerAsk, from: number, count: number): ListSlice
  find(computerId: string): Wire | null
  edit(computerId: string, changed: Wire): void
  happen(upheaval: Upheaval, ask: ComputerAsk): void
}

/** How far the list by last check-in turns from one question to the next: machines check in meanwhile. */
const CHECKED_IN_BETWEEN = 3

/** The list of a fleet under `traits`; upheavals are forgotten when it is made anew. */
export function computerList(
  made: ThreatlockerFleet,
  edits: ComputerEdits,
  { oddities, order, removed }: Pick<ThreatlockerTraits, 'oddities' | 'order' | 'removed'>,
): ComputerList {
  const stock = openStock(oddFleet(made, oddities), { edits, removed: new Set(removed) })
  const deletedUnasked = oddities.deletedUnasked === true
  const orders = new Map<string, readonly number[]>()
  let turns = 0

  function ordered(ask: ComputerAsk): readonly number[] {
    const name = JSON.stringify(ask)
    const places =
      orders.get(name) ??
      sortedPlaces(stock.shown({ ...ask, showDeleted: ask.showDeleted || deletedUnasked }), ask)
    orders.set(name, places)
    if (ask.orderBy !== 'lastcheckin') return places
    turns += CHECKED_IN_BETWEEN
    return turn(places, turns)
  }

  return {
    slice: (ask, from, count) => {
      if (order === 'as-made') return stock.asMade(from, count)
      const places = ordered(ask)
      return { rows: places.slice(from, from + count).map(stock.at), total: places.length }
    },
    find: stock.find,
    edit: (computerId, changed) => {
      edits.set(computerId, { ...edits.get(computerId), ...changed })
      orders.clear()
    },
    happen: (upheaval, ask) => {
      stock.remove(ordered(ask).slice(0, upheaval.gone ?? 0))
      stock.add(upheaval.added ?? 0)
      orders.clear()
    },
  }
}

/** The computers by place; places below 0 are those of computers that were added. */
interface Stock {
  at(place: number): Wire
  find(computerId: string): Wire | null
  shown(ask: ComputerAsk): Iterable<PlacedComputer>
  asMade(from: number, count: number): ListSlice
  remove(places: readonly number[]): void
  add(count: number): void
}

/** What became of computers since the fleet was made. */
interface Changes {
  readonly edits: ComputerEdits
  /** By id. */
  readonly removed: ReadonlySet<string>
}

function openStock(fleet: ThreatlockerFleet, { edits, removed }: Changes): Stock {
  const gone = new Set<number>()
  const added: Wire[] = []
  let placeById: ReadonlyMap<string, number> | null = null

  function at(place: number): Wire {
    const computer = place < 0 ? (added[-place - 1] ?? {}) : fleet.computer(place)
    return edits.size === 0 ? computer : { ...computer, ...edits.get(idOf(computer)) }
  }

  function* shown(ask: ComputerAsk): Generator<PlacedComputer> {
    const isWholeTree = ask.childOrganizations && ask.organizationId === fleet.parent.organizationId
    for (let place = -added.length; place < fleet.computerCount; place += 1) {
      const computer = at(place)
      const isHere = isWholeTree || computer.organizationId === ask.organizationId
      const isDeleted = computer.isDeleted === true && !ask.showDeleted
      const isHidden = isDeleted || removed.has(idOf(computer))
      if (isHere && !isHidden && !gone.has(place)) yield { place, computer }
    }
  }

  function find(computerId: string): Wire | null {
    if (removed.has(computerId.toLowerCase())) return null
    placeById ??= placesOf(fleet)
    const place = placeById.get(computerId.toLowerCase())
    return place === undefined ? null : at(place)
  }

  return {
    at,
    find,
    shown,
    asMade: (from, count) => {
      const total = fleet.computerCount
      const length = Math.max(0, Math.min(count, total - from))
      return { rows: Array.from({ length }, (_, nth) => at(from + nth)), total }
    },
    remove: (places) => {
      for (const place of places) gone.add(place)
    },
    add: (count) => {
      for (let nth = 0; nth < count; nth += 1) added.push(newcomer(fleet, added.length))
    },
  }
}

/** A new computer, before all others by name. */
function newcomer(fleet: ThreatlockerFleet, nth: number): Wire {
  const number = String(nth).padStart(4, '0')
  return {
    ...fleet.computer(0),
    computerId: `44444444-0000-4000-8000-00000000${number}`,
    computerName: `!NEW-${number}`,
    hostname: `!NEW-${number}`,
    serialNumber: null,
  }
}

function placesOf({ computerCount, computer }: ThreatlockerFleet): Map<string, number> {
  const places = new Map<string, number>()
  for (let place = 0; place < computerCount; place += 1) places.set(idOf(computer(place)), place)
  return places
}

function idOf({ computerId }: Wire): string {
  return String(computerId).toLowerCase()
}

/** The list with its last `by` places first. */
function turn(places: readonly number[], by: number): readonly number[] {
  const from = places.length - (by % Math.max(1, places.length))
  return [...places.slice(from), ...places.slice(0, from)]
}
