import { mkdir, rm, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { buildWeb, isWebBuilt } from '../scripts/web-build.mjs'
import { type Database, openDatabase } from '../src/db/database.ts'
import { openKeyRing } from '../src/db/key-ring.ts'
import { dayIn } from '../src/lib/day.ts'
import { findChromium } from '../test/support/chromium.ts'
import { buildData } from './load/build-data.ts'
import { startMuster } from './load/served.ts'
import { freshOwnData } from './muster/own-data.ts'
import { postgresVersion } from './report/circumstances.ts'
import { keepResult } from './report/keep-result.ts'
import { type ScreensRun, screensFigures } from './screens/figures.ts'
import { readOptions, type ScreensOptions } from './screens/options.ts'
import { type BenchPerson, makePerson } from './screens/person.ts'
import { screensReport } from './screens/report.ts'
import { DEVICES, TODAY } from './screens/screens.ts'
import {
  type ColdAndWarm,
  openColdAndWarm,
  type Scrolling,
  scrollDevices,
  type Visit,
} from './screens/visit.ts'

const ROOT = join(import.meta.dirname, '..')
const WORK = join(import.meta.dirname, 'work/screens')

await benchScreens(readOptions(process.argv.slice(2)))

/** Fills an installation, serves it, opens its first screens in a browser, prints the result and keeps it. */
async function benchScreens(options: ScreensOptions): Promise<void> {
  const { devices, rounds, databaseUrl, keepIn } = options
  const executablePath = findChromium(process.env)
  if (executablePath === null) {
    throw new Error('no Chromium: install it, or set MUSTER_TEST_CHROMIUM to its program')
  }
  if (!isWebBuilt(ROOT) && !buildWeb(ROOT, process.execPath)) {
    throw new Error('the web app was not built; see above')
  }
  const dataFolder = join(WORK, 'data')
  const own = await freshOwnData(databaseUrl, dataFolder)
  try {
    await mkdir(WORK, { recursive: true })
    const database = await openDatabase(own.url === '' ? { dataFolder } : { url: own.url })
    try {
      const person = await fill(database, devices)
      const loads = loadavg()
      const run = await servedRun({ databaseUrl: own.url, executablePath, person, rounds })
      const { rows } = await database.pool.query(
        `select count(*) as findings, current_setting('server_version') as version from finding`,
      )
      const { findings, version } = rows[0]
      const server = { version, isOwn: databaseUrl === undefined }
      const all = { ...run, findings: Number(findings) }
      const figures = screensFigures(all, options)
      await keepResult({
        ...{ name: 'screens', figures, keepIn, loads },
        command: `node bench/screens.ts --devices ${devices} --rounds ${rounds}`,
        versions: postgresVersion(server),
        report: (facts) => screensReport(all, { facts, figures, options }),
      })
    } finally {
      await database.close()
    }
  } finally {
    await own.remove()
    await rm(WORK, { recursive: true, force: true })
  }
}

async function fill(database: Database, devices: number): Promise<BenchPerson> {
  const ring = await openKeyRing(join(WORK, 'key-ring.json'))
  await buildData({ database, ring }, dayIn('UTC', new Date()), devices)
  return makePerson(database)
}

interface Scene {
  /** Empty for the PostgreSQL that comes along. */
  readonly databaseUrl: string
  readonly executablePath: string
  readonly person: BenchPerson
  readonly rounds: number
}

async function servedRun(scene: Scene): Promise<Omit<ScreensRun, 'findings'>> {
  const { databaseUrl, executablePath, person, rounds } = scene
  const config = join(WORK, 'muster.yaml')
  const access = { requestsPerMinute: 100_000 } // all of it comes from one browser
  const never = { nightly: null, figures: null, collectAgain: null, retrain: null }
  const schedule = { ...never, inbox: null, alerts: null, housekeeping: null }
  const place = { dataFolder: 'data', keyRing: 'key-ring.json', server: { port: 0 } }
  const document = { ...place, sources: {}, access, schedule, timeZone: 'UTC' }
  await writeFile(config, JSON.stringify(document)) // JSON is YAML
  const served = await startMuster({ config, databaseUrl }, ['serve', 'listens at'])
  try {
    const address = /listens at (\S+)/u.exec(served.out())?.[1] ?? ''
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    try {
      return await visitInRounds({ browser, address, person }, rounds)
    } finally {
      await browser.close()
    }
  } finally {
    await served.stop()
  }
}

interface Round {
  readonly today: ColdAndWarm
  readonly devices: ColdAndWarm
  readonly scrolling: Scrolling
}

/** Opens each screen and scrolls, round by round; the first round fills the caches of server and database. */
async function visitInRounds(visit: Visit, rounds: number): Promise<Omit<ScreensRun, 'findings'>> {
  const all: Round[] = []
  for (let round = 0; round <= rounds; round++) {
    const today = await openColdAndWarm(visit, TODAY)
    const devices = await openColdAndWarm(visit, DEVICES)
    const scrolling = await scrollDevices(visit)
    console.error(JSON.stringify({ round, today, devices, scrolling }))
    if (round > 0) all.push({ today, devices, scrolling })
  }
  return {
    openings: (['cold', 'warm'] as const).flatMap((from) => [
      { screen: TODAY.name, from, rounds: all.map(({ today }) => today[from]) },
      { screen: DEVICES.name, from, rounds: all.map(({ devices }) => devices[from]) },
    ]),
    scrollings: all.map(({ scrolling }) => scrolling),
  }
}
