import { execFile } from 'node:child_process'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual, promisify } from 'node:util'
import { type Database, type DatabaseSettings, openDatabase } from '../../src/db/database.ts'
import { calendarDay } from '../history/collect.ts'
import { createDaily } from '../history/daily.ts'
import { fleetOn } from '../history/fleet/fleet-day.ts'
import { assertDaily, assertHistory } from '../history/truth.ts'
import { freshOwnData, type OwnData } from '../muster/own-data.ts'
import { watchServer } from '../muster/server-memory.ts'
import { connectionWords } from '../peer/connection-words.ts'
import type { CollectedOnce, Order } from './collect-process.ts'
import { expectedShift } from './expected-shift.ts'
import type { SideRun } from './side-run.ts'
import type { Vendor } from './vendor.ts'

/** Both sides on the same day, one after the other. */
export interface FleetDayRound {
  readonly muster: CollectedOnce & {
    /** Most memory its own PostgreSQL held at once; 0 when that is a server elsewhere. */
    readonly databaseBytes: number
  }
  readonly peer: SideRun
  readonly loadBefore: number
  readonly serverVersion: string
}

/** What a round is made with. */
export interface Scene {
  readonly devices: number
  readonly vendor: Vendor
  /** The Python of the peer. */
  readonly python: string
  readonly databaseUrl: string | undefined
  readonly folder: string
}

const run = promisify(execFile)
const COLLECT_PROCESS = join(import.meta.dirname, 'collect-process.ts')
const PEER = join(import.meta.dirname, 'fleet_day.py')
/** The days of the fleet that are collected: one before, and then the one that is measured. */
const [BEFORE, DAY] = [0, 1] as const
const SOURCE = 'ninjaone'

/** Into an empty database the day before, and then the day itself: once by each side. */
export async function fleetDayRound(scene: Scene, number: number): Promise<FleetDayRound> {
  const dataFolder = join(scene.folder, 'data')
  const own = await freshOwnData(scene.databaseUrl, dataFolder)
  try {
    const settings = own.url === '' ? { dataFolder } : { url: own.url }
    const database = await openDatabase(settings)
    try {
      return await roundIn({ ...scene, own, settings, database }, number)
    } finally {
      await database.close()
    }
  } finally {
    await own.remove()
  }
}

interface Installed extends Scene {
  readonly own: OwnData
  readonly settings: DatabaseSettings
  readonly database: Database
}

async function roundIn(installed: Installed, number: number): Promise<FleetDayRound> {
  const { vendor, database } = installed
  await createDaily(database)
  await vendor.show(BEFORE)
  await collect(installed, BEFORE)
  await collectAsPeer(installed, BEFORE)
  await database.pool.query('vacuum (analyze)')
  await vendor.show(DAY)
  const [loadBefore = 0] = loadavg()
  const sides = { loadBefore, serverVersion: await versionOf(database) }
  if (number % 2 === 1) {
    const muster = await collectWatched(installed)
    return { ...sides, muster, peer: await collectAsPeer(installed, DAY) }
  }
  const peer = await collectAsPeer(installed, DAY)
  return { ...sides, muster: await collectWatched(installed), peer }
}

async function collectWatched(installed: Installed): Promise<FleetDayRound['muster']> {
  const { devices, database, own } = installed
  const cluster = await own.cluster()
  const watch = cluster === null ? null : watchServer(cluster)
  const collected = await collect(installed, DAY).finally(() => watch?.stop())
  const [before, fleet] = [fleetOn(devices, BEFORE), fleetOn(devices, DAY)]
  const expected = expectedShift(before, fleet)
  if (!isDeepStrictEqual(collected.history, expected)) {
    const words = [collected.history, expected].map((shift) => JSON.stringify(shift)).join(', not ')
    throw new Error(`${devices} devices: the day came to ${words}`)
  }
  await assertHistory(database, { source: SOURCE, fleet, day: calendarDay(DAY) })
  return { ...collected, databaseBytes: (await watch?.stop()) ?? 0 }
}

async function collect(installed: Installed, day: number): Promise<CollectedOnce> {
  const { settings, vendor, folder } = installed
  const order: Order = {
    database: settings,
    keyRing: join(folder, 'key-ring.json'),
    account: vendor.account,
    day: calendarDay(day),
  }
  const { stdout } = await run(process.execPath, [COLLECT_PROCESS, JSON.stringify(order)])
  return whole('Muster', installed, JSON.parse(stdout) as CollectedOnce)
}

async function collectAsPeer(installed: Installed, day: number): Promise<SideRun> {
  const { vendor, python, database, devices } = installed
  const { url, clientId, clientSecret } = vendor.account
  const { stdout } = await run(python, [PEER, calendarDay(day)], {
    env: {
      ...process.env,
      NINJAONE_URL: url,
      NINJAONE_CLIENT_ID: clientId,
      NINJAONE_CLIENT_SECRET: clientSecret,
      MUSTER_BENCH_DSN: connectionWords(installed.settings, database),
    },
  })
  const fleet = fleetOn(devices, day)
  await assertDaily(database, { source: SOURCE, fleet, day: calendarDay(day) })
  return whole('the peer', installed, JSON.parse(stdout) as SideRun)
}

/** A side's run, once it is known to have collected every device; throws otherwise. */
function whole<Run extends SideRun>(side: string, { devices }: Scene, taken: Run): Run {
  const { seconds, waitedSeconds, records } = taken
  const words = `${seconds.toFixed(2)} s, ${waitedSeconds.toFixed(2)} s of them waiting`
  console.error(`${devices} devices, ${side}: ${words}`)
  if (records === devices) return taken
  throw new Error(`${side} collected ${records} of ${devices} devices`)
}

async function versionOf({ pool }: Database): Promise<string> {
  const { rows } = await pool.query(`select current_setting('server_version') as version`)
  return rows[0].version
}
