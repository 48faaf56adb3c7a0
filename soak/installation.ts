import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshOwnData } from '../bench/muster/own-data.ts'
import { makeFleet } from '../demo/fleet/fleet.ts'
import packageFile from '../package.json' with { type: 'json' }
import { type App, createApp } from '../src/app.ts'
import { loadConfig } from '../src/config.ts'
import { type DatabaseSettings, openDatabase, openUnshaped } from '../src/db/database.ts'
import { addDays, type Day } from '../src/lib/day.ts'
import { SILENT } from '../src/lib/progress.ts'
import { type SimulatedClock, simulatedClock, takeOverClock } from './clock.ts'
import { TIME_ZONE } from './due-jobs.ts'
import { type BadNight, badNightOf } from './estate/bad-nights.ts'
import { helpDeskWeeks } from './estate/help-desk.ts'
import { type Hook, startHook } from './estate/hook.ts'
import { makeOffice, type Office } from './estate/office.ts'
import { startVendors, type Vendors } from './estate/vendors.ts'
import type { SoakOptions } from './options.ts'

/** Always the same days, whenever it runs: with a leap year, and a Monday to begin with. */
export const FIRST_DAY: Day = '2024-01-01'
/** Short enough for records, links and runs to go long before the second year. */
export const RETENTION = { dailyFor: 30, monthEnds: 6, runDays: 90 } as const
/** The usual timetable, but for what looks every few minutes whether there is something to do. */
const SCHEDULE = { inbox: '0 6,18 * * *', alerts: '30 6,18 * * *' }
const HELP_DESK = 'helpdesk'

/** One Muster with a database of its own, and the world around it. */
export interface Installation {
  readonly folder: string
  readonly app: App
  readonly clock: SimulatedClock
  /** Lets the world come to the night of a day; gives what goes wrong on it. */
  liveUntil(day: Day): Promise<BadNight | null>
  /** Digests that people were sent. */
  digests(): number
  close(): Promise<void>
}

/** Makes an installation in a folder of its own; nothing of it is left once it is closed. */
export async function openInstallation(options: SoakOptions): Promise<Installation> {
  const { seed, days, devices } = options
  const folder = await mkdtemp(join(tmpdir(), 'muster-soak-'))
  const data = await freshOwnData(undefined, join(folder, 'data'))
  const clock = simulatedClock(new Date(`${FIRST_DAY}T00:00:00Z`))
  const [firstDay, lastDay] = [addDays(FIRST_DAY, -1), addDays(FIRST_DAY, days - 1)]
  const fleet = makeFleet({ seed, size: devices, firstDay, lastDay })
  const vendors = await startVendors(fleet, clock.now)
  const hook = await startHook()
  const office = await makeOffice({ folder, devices, seed })
  const weekOf = helpDeskWeeks({ seed, first: FIRST_DAY, days })
  await mkdir(join(folder, 'events', HELP_DESK), { recursive: true })
  const app = await openApp({ folder, clock, vendors, office, hook })
  return {
    ...{ folder, app, clock, digests: hook.count },
    liveUntil: async (day) => {
      const bad = badNightOf(day, seed)
      vendors.turnTo(addDays(day, -1), bad)
      await office.liveUntil(day)
      const week = weekOf(day)
      const file = join(folder, 'events', HELP_DESK, `week before ${day}.csv`)
      if (week !== null) await writeFile(file, week)
      return bad
    },
    close: async () => {
      await app.close()
      await vendors.close()
      await hook.close()
      await data.remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

interface World {
  readonly folder: string
  readonly clock: SimulatedClock
  readonly vendors: Vendors
  readonly office: Office
  readonly hook: Hook
}

function openApp({ folder, clock, vendors, office, hook }: World): Promise<App> {
  const settings = {
    ...{ language: 'en', timeZone: TIME_ZONE, schedule: SCHEDULE },
    sources: { ...vendors.sources, ...office.sources },
    tags: { protectedTags: ['MANUAL-*'] },
    fleet: { dailyFor: RETENTION.dailyFor, monthEnds: RETENTION.monthEnds },
    retention: { runDays: RETENTION.runDays },
    nightly: { apply: true },
    events: { inbox: 'events', mode: 'lenient' },
    alerts: { webhook: { url: hook.url, allowPrivateAddress: true } },
  }
  const config = loadConfig({
    ...{ folder, file: join(folder, 'muster.yaml'), text: JSON.stringify(settings) },
    env: { ...vendors.secrets, MUSTER_WEBHOOK_SECRET: 'a secret of a simulation' },
    language: 'en',
  })
  const effects = {
    ...{ actor: 'soak', host: hostname(), pid: process.pid, version: packageFile.version },
    ...{ now: clock.now, progress: SILENT, language: 'en' as const },
    signal: new AbortController().signal,
    input: async function* () {},
  }
  return createApp(config, effects, (place) => openOnClock(place, clock))
}

async function openOnClock(place: DatabaseSettings, clock: SimulatedClock) {
  const unshaped = await openUnshaped(place)
  try {
    await takeOverClock(unshaped, clock)
    await haveDaysOfMaintenance(unshaped.pool)
  } finally {
    await unshaped.close()
  }
  return openDatabase(place)
}

/** A simulated day takes seconds: PostgreSQL's own maintenance looks each second, that it may look on every day. */
async function haveDaysOfMaintenance(pool: App['database']['pool']): Promise<void> {
  await pool.query("alter system set autovacuum_naptime = '1s'")
}
