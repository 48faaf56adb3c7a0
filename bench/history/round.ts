import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { openKeyRing } from '../../src/db/key-ring.ts'
import { countStore } from '../../src/inventory/count/store.ts'
import { matchDay } from '../../src/inventory/link/match-day.task.ts'
import { linkStore } from '../../src/inventory/link/store.ts'
import { DEFAULT_MATCH_OPTIONS } from '../../src/inventory/match/match-record.ts'
import { placeOrganisations } from '../../src/inventory/site/place-organisations.task.ts'
import { siteStore } from '../../src/inventory/site/store.ts'
import { freshOwnData } from '../muster/own-data.ts'
import { calendarDay, collectInto, type Installation } from './collect.ts'
import { createDaily, dropDaily, fillDaily } from './daily.ts'
import { memoryFeeds } from './feeds.ts'
import { type FleetDay, firstDay, fleetOn, nextDay } from './fleet/fleet-day.ts'
import type { HistoryOptions } from './options.ts'
import { type Answered, askAll, SPANS, STRIDE } from './questions.ts'
import { sizeOf, type TableSize } from './table-size.ts'
import { assertHistory, SOURCE_NAMES } from './truth.ts'

/** One day of both sources, as it was collected. */
export interface DayTaken {
  readonly seconds: number
  /** Of these, spent on making the rows, which stands for the vendors. */
  readonly makingSeconds: number
  /** Versions that were opened. */
  readonly opened: number
}

/** What came of one run of all days. */
export interface HistoryRound {
  readonly days: readonly DayTaken[]
  /** `record`, `record_version`, `record_pulse`: the history. */
  readonly history: readonly TableSize[]
  readonly payload: TableSize
  readonly daily: TableSize
  /** Records that were compared with the fleet itself, on five days. */
  readonly compared: number
  /** What the questions were asked of. */
  readonly asked: { readonly days: number; readonly versions: number; readonly links: number }
  readonly answers: readonly Answered[]
  readonly serverVersion: string
}

/** What the history is kept in. */
const HISTORY = ['record', 'record_version', 'record_pulse']
/** Machines are matched and counted on every such day; a night does so daily. */
const MATCHED_EVERY = 7

/** Collects all days into an empty database, weighs them beside daily rows, and asks about them. */
export async function historyRound(options: HistoryOptions, work: string): Promise<HistoryRound> {
  const own = await freshOwnData(options.databaseUrl, join(work, 'data'))
  try {
    await mkdir(work, { recursive: true })
    const database = await openDatabase(
      own.url === '' ? { dataFolder: join(work, 'data') } : { url: own.url },
    )
    try {
      const ring = await openKeyRing(join(work, 'key-ring.json'))
      return await roundIn({ database, ring }, options)
    } finally {
      await database.close()
    }
  } finally {
    await own.remove()
    await rm(work, { recursive: true, force: true })
  }
}

async function roundIn(into: Installation, options: HistoryOptions): Promise<HistoryRound> {
  const { database } = into
  const days: DayTaken[] = []
  await createDaily(database)
  let fleet = firstDay(options.devices)
  for (;;) {
    days.push(await takeDay(into, fleet, options.days))
    const filled = await fillDaily(database, calendarDay(fleet.day))
    assertSame(`rows of day ${fleet.day}`, filled, fleet.count * SOURCE_NAMES.length)
    if (days.length === options.days) break
    fleet = nextDay(fleet)
  }
  const sizes = await sizesIn(database)
  const compared = await compareDays(database, options)
  await dropDaily(database)
  const added = await growTo(options.versions, into, fleet)
  const asked = await askedOf(database, days.length + added)
  const { day } = fleet
  const asking = { ...options, database, day, count: options.devices }
  await keepAsked(database, day)
  const answers = await askAll(asking)
  return { ...sizes, days, compared, asked, answers, serverVersion: await versionOf(database) }
}

async function takeDay(into: Installation, fleet: FleetDay, days: number): Promise<DayTaken> {
  const clock = { seconds: 0 }
  const from = performance.now()
  const collected = await collectInto(into, calendarDay(fleet.day), memoryFeeds(fleet, clock))
  const seconds = (performance.now() - from) / 1000
  await keepHouse(into.database, { day: fleet.day, days })
  const opened = collected.reduce((sum, { history }) => sum + history.opened + history.changed, 0)
  const words = `${seconds.toFixed(2)} s, ${opened} versions opened`
  console.error(`${calendarDay(fleet.day)}, ${fleet.count} machines: ${words}`)
  return { seconds, makingSeconds: clock.seconds, opened }
}

/** A night, and how many days are weighed. */
interface Night {
  readonly day: number
  readonly days: number
}

/** What is done between one night and the next: sites and links, and the server's own maintenance. */
async function keepHouse(database: Database, { day, days }: Night): Promise<void> {
  if (day === days - 1 || day % MATCHED_EVERY === 0) await matchAndCount(database, day)
  await database.pool.query(`vacuum (analyze) ${HISTORY.join(', ')}, payload, device_link`)
}

/** The days that are asked about, as their nights would have left them. */
async function keepAsked(database: Database, day: number): Promise<void> {
  const days = [0, ...SPANS].map((span) => day - span).filter((asked) => asked >= 0)
  for (const asked of days.toReversed()) await matchAndCount(database, asked)
  await database.pool.query(`vacuum (analyze) ${HISTORY.join(', ')}, device_link`)
}

async function matchAndCount(database: Database, day: number): Promise<void> {
  await placeOrganisations(siteStore(database), calendarDay(day), ['ninjaone'])
  await matchDay(linkStore(database), calendarDay(day), DEFAULT_MATCH_OPTIONS)
  await countStore(database).count([calendarDay(day)])
}

async function sizesIn(database: Database) {
  await database.pool.query('vacuum (analyze) daily')
  const history: TableSize[] = []
  for (const table of HISTORY) history.push(await sizeOf(database, table))
  const payload = await sizeOf(database, 'payload')
  return { history, payload, daily: await sizeOf(database, 'daily') }
}

/** The first day, the last, and three between them; gives how many records were compared. */
async function compareDays(database: Database, { devices, days }: HistoryOptions): Promise<number> {
  for (const quarter of [0, 1, 2, 3, 4]) {
    const fleet = fleetOn(devices, Math.round((quarter * (days - 1)) / 4))
    for (const source of SOURCE_NAMES) {
      await assertHistory(database, { source, fleet, day: calendarDay(fleet.day) })
    }
  }
  return 5 * SOURCE_NAMES.length * devices
}

/** Collects one further day in five until so many versions are kept; gives how many were collected. */
async function growTo(versions: number, into: Installation, from: FleetDay): Promise<number> {
  let [fleet, added] = [from, 0]
  while ((await countOf(into.database, 'record_version')) < versions) {
    for (let step = 0; step < STRIDE; step += 1) fleet = nextDay(fleet)
    await takeDay(into, fleet, fleet.day)
    added += 1
  }
  return added
}

async function askedOf(database: Database, days: number): Promise<HistoryRound['asked']> {
  const versions = await countOf(database, 'record_version')
  return { days, versions, links: await countOf(database, 'device_link') }
}

async function countOf({ pool }: Database, table: string): Promise<number> {
  const { rows } = await pool.query(`select count(*) as count from ${table}`)
  return rows[0].count
}

async function versionOf({ pool }: Database): Promise<string> {
  const { rows } = await pool.query(`select current_setting('server_version') as version`)
  return rows[0].version
}

function assertSame(what: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`${what}: ${found}, not ${expected}`)
}
