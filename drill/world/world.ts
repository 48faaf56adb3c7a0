import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeChance } from '../../demo/chance.ts'
import { openDatabase } from '../../src/db/database.ts'
import { openBoss } from '../../src/jobs/queue/open-boss.ts'
import { addDays, dayIn } from '../../src/lib/day.ts'
import { type OddCounts, oddFile } from '../../test/support/event-files.ts'
import { type MusterAt, musterAt } from '../../test/support/muster-at.ts'
import { type ChangingFleet, startFleet } from './fleet.ts'
import { type FallibleMariadb, startMariadb } from './mariadb-server.ts'
import { makeOffice, type Office } from './office.ts'
import { type PostgresServer, startPostgres } from './postgres-server.ts'

/** Databases that trials begin with: history alone, a plan that waits, a plan that is applied. */
export type Start = 'history' | 'planned' | 'applied'

/** A file of events and what it comes to where nothing is known before. */
export interface EventFile {
  readonly path: string
  readonly rows: number
  readonly counts: OddCounts
}

/** One whole installation, with services that can fail: what most drills happen to. */
export interface World {
  readonly folder: string
  readonly config: string
  readonly postgres: PostgresServer
  readonly mariadb: FallibleMariadb
  readonly office: Office
  readonly fleet: ChangingFleet
  readonly events: EventFile
  /** Passwords, as the environment of its processes has them. */
  readonly secrets: Readonly<Record<string, string>>
  /** The plan of the starts that have one. */
  readonly plan: number
  /** Today in the zone of the configuration, where it is morning: no drill comes to midnight. */
  readonly today: string
  /** Nine in the morning of a day, so many from today. */
  morning(days: number): Date
  /** The command line in this process, at any hour, on a database. */
  at(url: string, now: () => Date): MusterAt
  close(): Promise<void>
}

/** How much is in it. */
export interface WorldSize {
  readonly computers: number
  readonly events: number
  /** Days of history; every sixth is collected. */
  readonly days: number
}

/** Days are kept one by one for so long: what the history has of before goes but for its month-ends. */
const DAILY_FOR = 30
const COLLECTED_EVERY = 6

/** Makes an installation: services, books, a vendor, a history, a plan that waits and one that is applied. */
export async function makeWorld(size: WorldSize): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-drill-'))
  await chmod(folder, 0o711) // the accounts of the services pass through
  const postgres = await startPostgres(join(folder, 'postgres'))
  const mariadb = await startMariadb()
  const office = await makeOffice(mariadb.server, {
    count: size.computers,
    inbox: join(folder, 'inbox'),
  })
  const fleet = await startFleet()
  const config = join(folder, 'muster.yaml')
  const zone = morningZone(new Date())
  await writeFile(config, JSON.stringify({ ...settingsOf(office, fleet), timeZone: zone.name }))
  const today = dayIn(zone.name, new Date())
  const secrets = {
    MUSTER_OCS_PASSWORD: office.target.password,
    MUSTER_NINJAONE_CLIENT_SECRET: fleet.vendor.clientSecret,
  }
  const unplanned = {
    ...{ folder, config, postgres, mariadb, office, fleet, secrets },
    events: await writeEvents(folder, size.events),
    today,
    morning: (days: number) => {
      const nine = Date.parse(`${addDays(today, days)}T09:00:00Z`)
      return new Date(nine - zone.hoursAhead * HOUR_MS)
    },
    at: (url: string, now: () => Date) =>
      musterAt({ env: { DATABASE_URL: url, ...secrets }, config, now }),
    close: async () => {
      await fleet.vendor.close()
      await postgres.close()
      await mariadb.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return { ...unplanned, plan: await makeStarts(unplanned, size.days) }
}

const HOUR_MS = 3_600_000
const MORNING_HOUR = 6
/** Zones reach from 12 hours behind to 14 ahead. */
const MOST_HOURS_BEHIND = 12

/** A zone of whole hours in which it is six in the morning; its name has the sign the other way round. */
function morningZone(now: Date): { readonly name: string; readonly hoursAhead: number } {
  const ahead = MORNING_HOUR - now.getUTCHours()
  const hoursAhead = ahead < -MOST_HOURS_BEHIND ? ahead + 24 : ahead
  const sign = hoursAhead > 0 ? '-' : '+'
  return { name: `Etc/GMT${sign}${Math.abs(hoursAhead)}`, hoursAhead }
}

function settingsOf({ target }: Office, { vendor }: ChangingFleet): object {
  const { host, port, user, database } = target
  const http = { allowPrivateAddress: true, requestsPerMinute: 60_000, retrySeconds: 3 }
  return {
    keyRing: 'keys.json',
    sources: {
      ocs: { host, port, user, database, inventoryField: 'NUMINV' },
      ninjaone: { baseUrl: vendor.url, clientId: vendor.clientId, pageSize: 20, http },
    },
    guards: { share: 1 },
    fleet: { dailyFor: DAILY_FOR },
    server: { port: 0 },
    schedule: NEVER,
  }
}

const NEVER = {
  ...{ nightly: null, figures: null, collectAgain: null, retrain: null, inbox: null },
  ...{ alerts: null, housekeeping: null },
}

async function writeEvents(folder: string, rows: number): Promise<EventFile> {
  await mkdir(folder, { recursive: true })
  const order = { rows, days: 20, metrics: ['sold', 'returned', 'visits'] }
  const { text, ...odd } = oddFile(order, makeChance(7))
  const path = join(folder, 'sales.csv')
  await writeFile(path, text)
  return { path, ...odd }
}

/** Makes the databases that trials begin with; gives the number of their plan. */
async function makeStarts(world: Omit<World, 'plan'>, days: number): Promise<number> {
  const { postgres, office } = world
  await postgres.ask('create database start_history')
  const historyUrl = postgres.url('start_history')
  await shape(historyUrl)
  for (let before = days; before > 0; before -= COLLECTED_EVERY) {
    world.fleet.turnTo(-before)
    await done(
      world.at(historyUrl, () => world.morning(-before)),
      'collect',
    )
  }
  world.fleet.turnTo(0)
  await postgres.copy('start_history', 'start_planned')
  const now = () => new Date()
  const planned = world.at(postgres.url('start_planned'), now)
  const { plan } = (await done(planned, 'plan')).plan
  await postgres.copy('start_planned', 'start_applied')
  await done(world.at(postgres.url('start_applied'), now), 'apply', `P${plan}`)
  await office.put('before')
  return plan
}

/** With the tables of the queue, as `muster migrate` makes them. */
async function shape(url: string): Promise<void> {
  const database = await openDatabase({ url })
  const boss = await openBoss(database, { looksAfter: false, onError: () => {} })
  await boss.stop({ graceful: false })
  await database.close()
}

async function done(muster: MusterAt, ...args: string[]) {
  const { code, answer } = await muster.json(...args)
  if (code === 0 || code === 2) return answer
  throw new Error(`muster ${args.join(' ')}: ${JSON.stringify(answer)}`)
}
