import { drawAt } from './draw.ts'

/** A fleet on one of its days. What stands at a place is told by four numbers. */
export interface FleetDay {
  /** Days since the first. */
  readonly day: number
  readonly count: number
  readonly organisationCount: number
  /** How often the machine at a place was replaced by another. */
  readonly bodies: Uint16Array
  /** How often a place got a new record: with another machine, or with the same set up anew. */
  readonly records: Uint16Array
  readonly renamings: Uint16Array
  readonly organisations: Uint16Array
}

/** `replaced` is a machine that went and another that came; `re-imaged` is one that came back as new. */
export type Change = 'renamed' | 'moved' | 're-imaged' | 'replaced'

/** In how many of a thousand machines each change happens on a day: 20 open a new version. */
const PER_THOUSAND: readonly (readonly [Change, number])[] = [
  ['renamed', 8],
  ['moved', 4],
  ['re-imaged', 4],
  ['replaced', 4],
]
const MACHINES_PER_ORGANISATION = 500
const FEWEST_ORGANISATIONS = 5

/** A fleet of so many machines on its first day; every day has just as many. */
export function firstDay(count: number): FleetDay {
  const organisationCount = Math.max(
    FEWEST_ORGANISATIONS,
    Math.round(count / MACHINES_PER_ORGANISATION),
  )
  return {
    ...{ day: 0, count, organisationCount },
    bodies: new Uint16Array(count),
    records: new Uint16Array(count),
    renamings: new Uint16Array(count),
    organisations: Uint16Array.from(
      { length: count },
      (_, place) => drawAt('organisation', place, 0) % organisationCount,
    ),
  }
}

/** The same fleet a day later. */
export function nextDay(fleet: FleetDay): FleetDay {
  const next = {
    ...fleet,
    day: fleet.day + 1,
    bodies: fleet.bodies.slice(),
    records: fleet.records.slice(),
    renamings: fleet.renamings.slice(),
    organisations: fleet.organisations.slice(),
  }
  for (let place = 0; place < fleet.count; place += 1) {
    const change = changeAt(place, next.day)
    if (change !== null) make(next, place, change)
  }
  return next
}

/** A fleet of so many machines, so many days after its first. */
export function fleetOn(count: number, day: number): FleetDay {
  let fleet = firstDay(count)
  while (fleet.day < day) fleet = nextDay(fleet)
  return fleet
}

/** What happens to the machine at a place on a day, if anything. */
export function changeAt(place: number, day: number): Change | null {
  let left = drawAt('change', place, day) % 1_000
  for (const [change, share] of PER_THOUSAND) {
    if (left < share) return change
    left -= share
  }
  return null
}

function make(fleet: FleetDay, place: number, change: Change): void {
  const { bodies, records, renamings, organisations } = fleet
  if (change === 'renamed') countUp(renamings, place)
  if (change === 'moved') organisations[place] = otherOrganisation(fleet, place)
  if (change === 'replaced') countUp(bodies, place)
  if (change === 'replaced' || change === 're-imaged') countUp(records, place)
}

function countUp(counts: Uint16Array, place: number): void {
  counts[place] = (counts[place] ?? 0) + 1
}

function otherOrganisation(fleet: FleetDay, place: number): number {
  const { organisationCount, organisations, day } = fleet
  const steps = 1 + (drawAt('organisation', place, day) % (organisationCount - 1))
  return ((organisations[place] ?? 0) + steps) % organisationCount
}
