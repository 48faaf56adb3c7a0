import { mkdir, rm, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeChance } from '../demo/chance.ts'
import { type Database, openDatabase } from '../src/db/database.ts'
import { openKeyRing } from '../src/db/key-ring.ts'
import { dayIn } from '../src/lib/day.ts'
import { buildData, readingToken } from './load/build-data.ts'
import { type LoadRun, loadFigures } from './load/figures.ts'
import { fireAll } from './load/fire.ts'
import { type LoadOptions, readOptions } from './load/options.ts'
import { loadReport } from './load/report.ts'
import { loadedRoutes } from './load/routes.ts'
import { startMuster } from './load/served.ts'
import { whatToAsk } from './load/what-to-ask.ts'
import { freshOwnData } from './muster/own-data.ts'
import { postgresVersion } from './report/circumstances.ts'
import { keepResult } from './report/keep-result.ts'

const WORK = join(import.meta.dirname, 'work/load')
const WARM_UP_SECONDS = 5
const SEED = 1

await benchLoad(readOptions(process.argv.slice(2)))

/** Fills an installation, serves it, asks it at a steady rate, prints the result and keeps it. */
async function benchLoad(options: LoadOptions): Promise<void> {
  const { devices, rate, seconds, databaseUrl, keepIn } = options
  const loads = loadavg()
  const dataFolder = join(WORK, 'data')
  const own = await freshOwnData(databaseUrl, dataFolder)
  try {
    await mkdir(WORK, { recursive: true })
    const database = await openDatabase(own.url === '' ? { dataFolder } : { url: own.url })
    try {
      const { run, version } = await loadRun(database, { options, databaseUrl: own.url })
      const figures = loadFigures(run, options)
      await keepResult({
        ...{ name: 'load', figures, keepIn, loads },
        command: `node bench/load.ts --devices ${devices} --rate ${rate} --seconds ${seconds}`,
        versions: postgresVersion({ version, isOwn: databaseUrl === undefined }),
        report: (facts) => loadReport(run, { facts, figures, options }),
      })
    } finally {
      await database.close()
    }
  } finally {
    await own.remove()
    await rm(WORK, { recursive: true, force: true })
  }
}

async function loadRun(
  database: Database,
  { options, databaseUrl }: { readonly options: LoadOptions; readonly databaseUrl: string },
): Promise<{ run: LoadRun; version: string }> {
  const today = dayIn('UTC', new Date())
  const ring = await openKeyRing(join(WORK, 'key-ring.json'))
  await buildData({ database, ring }, today, options.devices)
  const token = await readingToken(database)
  const config = join(WORK, 'muster.yaml')
  const server = { port: 0 }
  const access = { requestsPerMinute: 100_000 } // all of it comes from one caller
  const document = { dataFolder: 'data', keyRing: 'key-ring.json', sources: {}, server, access }
  await writeFile(config, JSON.stringify(document)) // JSON is YAML
  const served = await startMuster({ config, databaseUrl }, ['serve', 'listens at'])
  try {
    const address = /listens at (\S+)/u.exec(served.out())?.[1] ?? ''
    const routes = loadedRoutes(await whatToAsk(database, today))
    const { rate, seconds } = options
    const fire = { address, token, rate, chance: makeChance(SEED) }
    await fireAll(routes, { ...fire, seconds: WARM_UP_SECONDS })
    const before = await served.residentBytes()
    const half = sleep((seconds * 1000) / 2).then(() => served.residentBytes())
    const figures = await fireAll(routes, { ...fire, seconds })
    const residentBytes = [before, await half, await served.residentBytes()] as const
    const { rows } = await database.pool.query(
      `select count(*) as findings, current_setting('server_version') as version from finding`,
    )
    const { findings, version } = rows[0]
    return { run: { routes: figures, residentBytes, findings }, version }
  } finally {
    await served.stop()
  }
}
