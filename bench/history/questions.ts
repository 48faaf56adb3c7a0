import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Database } from '../../src/db/database.ts'
import { allBridges } from '../../src/inventory/compare/all-bridges.ts'
import { bridgeOf } from '../../src/inventory/compare/bridge.ts'
import { changesOf } from '../../src/inventory/compare/machine-change.ts'
import {
  comparedBetween,
  kindCountsOn,
  type Span,
  statesBetween,
} from '../../src/inventory/compare/queries.ts'
import { compareStore } from '../../src/inventory/compare/store.ts'
import {
  countMachinesOn,
  daysBehind,
  type MachineFilter,
  machinesOn,
} from '../../src/inventory/list/queries.ts'
import { listStore } from '../../src/inventory/list/store.ts'
import { addDays } from '../../src/lib/day.ts'
import { calendarDay } from './collect.ts'
import { type FleetDay, fleetOn } from './fleet/fleet-day.ts'
import { machineAt } from './fleet/machine.ts'
import { SOURCE_NAMES } from './truth.ts'

/** A question as it was answered, time and again. */
export interface Answered {
  readonly name: string
  readonly seconds: readonly number[]
  /** Whether it is asked on a screen, where a person waits. */
  readonly isWaitedFor: boolean
  /** What the answer came to. */
  readonly found: string
}

/** A question about a day that is over, and what must come of it. */
interface Question extends Pick<Answered, 'name' | 'isWaitedFor'> {
  /** Gives what the answer came to; throws when it is wrong. */
  ask(): Promise<string>
  /** What the database is asked for it. */
  readonly statements: readonly RawBuilder<unknown>[]
}

const TIMES = 5
/** After the days that are weighed, versions are added by collecting one day in so many. */
export const STRIDE = 5
/** How many days before it a day is compared with: days that were collected. */
export const SPANS = [STRIDE, 2 * STRIDE, 6 * STRIDE]
const TEXT = 'reception'
const PAGE = { sort: 'name', limit: 50, offset: 0 } as const
const FIRST_PAGE = { site: undefined, limit: 50, offset: 0 }
const EVERYTHING: MachineFilter = { source: null, site: null, kind: null, text: null }
const COUNT = new Intl.NumberFormat('en')
const SOURCES = SOURCE_NAMES.length

export interface Asking {
  readonly database: Database
  readonly count: number
  /** Days since the first; the question is about this one and those before it. */
  readonly day: number
  /** How each statement was carried out goes to the error output. */
  readonly isExplained: boolean
}

/** Asks for the first page of a day's list, and what changed up to it, each five times. */
export async function askAll(asking: Asking): Promise<Answered[]> {
  const fleet = fleetOn(asking.count, asking.day)
  const spans = SPANS.filter((days) => days <= asking.day)
  const questions = [
    listPage(asking, { name: 'page of 50 by name', fleet, text: null }),
    listPage(asking, { name: `the same, with "${TEXT}" in it`, fleet, text: TEXT }),
    ...spans.map((days) => comparison(asking, fleet, days)),
    ...spans.slice(-1).map((days) => wholeComparison(asking, fleet, days)),
  ]
  const answered: Answered[] = []
  for (const question of questions) {
    answered.push(await answer(question))
    if (asking.isExplained) await explain(asking.database, question)
  }
  return answered
}

async function answer({ name, isWaitedFor, ask }: Question): Promise<Answered> {
  const seconds: number[] = []
  let found = ''
  for (let time = 0; time < TIMES; time += 1) {
    const from = performance.now()
    found = await ask()
    seconds.push((performance.now() - from) / 1000)
  }
  return { name, seconds, isWaitedFor, found }
}

function listPage(
  { database }: Asking,
  { name, fleet, text }: { name: string; fleet: FleetDay; text: string | null },
): Question {
  const day = calendarDay(fleet.day)
  const filter = { ...EVERYTHING, text }
  const expected = SOURCES * (text === null ? fleet.count : namedWith(fleet, text))
  return {
    name: `${name}, ${day}`,
    isWaitedFor: true,
    statements: [machinesOn(day, filter, PAGE), countMachinesOn(day, filter), daysBehind(day)],
    async ask() {
      const { items, total } = await listStore(database).machines(day, filter, PAGE)
      const isWhole = items.length === Math.min(PAGE.limit, expected)
      if (total !== expected || !isWhole) {
        throw new Error(`${name}: ${items.length} of ${total}, not of ${expected}`)
      }
      return `${COUNT.format(total)} machines`
    },
  }
}

function namedWith(fleet: FleetDay, text: string): number {
  let named = 0
  for (let place = 0; place < fleet.count; place += 1) {
    if (machineAt(fleet, place).host.toLowerCase().includes(text)) named += 1
  }
  return named
}

/** Every bridge in all and of each site, and the first page of what differs; throws unless each bridge comes to what is counted. */
function comparison({ database, count }: Asking, fleet: FleetDay, days: number): Question {
  const last = calendarDay(fleet.day)
  const span: Span = { first: addDays(last, -days), last }
  const expected = cameAndWent(fleetOn(count, fleet.day - days), fleet)
  return {
    name: `compared with ${days} days before`,
    isWaitedFor: true,
    statements: [kindCountsOn(span.first), kindCountsOn(last), comparedBetween(span, FIRST_PAGE)],
    async ask() {
      const compared = await compareStore(database).page(span, FIRST_PAGE)
      const bridges = allBridges(compared)
      const { start, added, removed, end } = bridgeOf('total', undefined, compared)
      const found = [start, added, -removed, end].join(' ')
      const right = [count * SOURCES, expected, expected, count * SOURCES].join(' ')
      if (found !== right) throw new Error(`${span.first} to ${last}: ${found}, not ${right}`)
      const { total } = compared
      return `${COUNT.format(total)} machines differ, ${COUNT.format(bridges.length)} bridges`
    },
  }
}

/** The same with every machine that differs, as for a file. */
function wholeComparison({ database }: Asking, fleet: FleetDay, days: number): Question {
  const last = calendarDay(fleet.day)
  const span: Span = { first: addDays(last, -days), last }
  return {
    name: `compared with ${days} days before, every machine told`,
    isWaitedFor: false,
    statements: [statesBetween(span)],
    async ask() {
      const { courses } = await compareStore(database).between(span)
      const changes = courses.flatMap((course) => changesOf(course, span))
      return `${COUNT.format(courses.length)} machines, ${COUNT.format(changes.length)} changes`
    },
  }
}

/** Records that are there on one day only; there are as many on the other. */
function cameAndWent(before: FleetDay, after: FleetDay): number {
  const others = after.records.filter((record, place) => record !== before.records[place])
  return others.length * SOURCES
}

async function explain({ db }: Database, { name, statements }: Question): Promise<void> {
  for (const statement of statements) {
    const explained = sql<{ 'QUERY PLAN': string }>`explain (analyze, buffers) ${statement}`
    const { rows } = await explained.execute(db)
    console.error([name, ...rows.map((row) => row['QUERY PLAN'])].join('\n'), '\n')
  }
}
