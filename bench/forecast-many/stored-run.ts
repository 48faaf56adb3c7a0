import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { finished } from 'node:stream/promises'
import { type App, createApp } from '../../src/app.ts'
import { readConfig } from '../../src/cli/read-config.ts'
import { studyFigures } from '../../src/jobs/analytics/study.task.ts'
import { ingestFiles } from '../../src/jobs/events/ingest.task.ts'
import { addDays } from '../../src/lib/day.ts'
import type { Progress } from '../../src/lib/progress.ts'
import { freshOwnData } from '../muster/own-data.ts'
import { kindOf, makeDaily } from './daily-kinds.ts'
import { type Delays, delaysOf, EVERY_MS, FIRST, type Outcome } from './many-run.ts'

/** What it took to take series in as events, and to study them from the database into the database. */
export interface StoredRun {
  readonly series: number
  readonly threads: number
  readonly events: number
  readonly ingestSeconds: number
  readonly seconds: number
  /** Of all threads of this process; PostgreSQL's own are not among them. */
  readonly processorSeconds: number
  readonly delays: Delays
  /** The most the process held before the study began, and in all. */
  readonly peakBeforeBytes: number
  readonly peakBytes: number
  readonly anomalies: number
  readonly outcomes: readonly Outcome[]
  readonly serverVersion: string
}

/** So many series stand in one file. */
const IN_FILE = 250
const SOURCE = 'bench'
/** As many threads as a study takes: one for each processor, four at most. */
const THREADS = Math.min(availableParallelism(), 4)

/** Takes so many series in as files of events and has all of them studied, in an installation of their own. */
export async function studyStored(
  { series }: { readonly series: number },
  tell: (done: number, seconds: number) => void = () => undefined,
): Promise<StoredRun> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-forecast-many-'))
  await chmod(folder, 0o711) // the account of the database passes through
  const own = await freshOwnData(undefined, join(folder, 'data'))
  try {
    const paths = await writeFiles(folder, series)
    const config = join(folder, 'muster.yaml')
    await writeFile(config, JSON.stringify({ dataFolder: 'data', sources: {} })) // JSON is YAML
    const app = await appOn(config, tell)
    try {
      return await runOn(app, paths, series)
    } finally {
      await app.close()
    }
  } finally {
    await own.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

async function runOn(app: App, paths: readonly string[], series: number): Promise<StoredRun> {
  const ingestStarted = performance.now()
  const { summary: taken } = await ingestFiles(app, {
    ...{ inputs: paths.map((path) => ({ kind: 'path', path })), source: SOURCE },
    ...{ defaultMetric: null, mode: 'strict', onConflict: 'keep', profile: {} },
    ...{ savedBy: null, rejectedTo: null },
  })
  const ingestSeconds = secondsSince(ingestStarted)
  const events = taken.files.reduce(
    (sum, { result }) => sum + (result.kind === 'taken' ? result.upload.inserted : 0),
    0,
  )
  await app.database.pool.query('vacuum (analyze)')
  const peakBeforeBytes = peakNow()
  const watch = monitorEventLoopDelay({ resolution: EVERY_MS })
  const processorBefore = process.cpuUsage()
  watch.enable()
  const started = performance.now()
  const { state, summary } = await studyFigures(app, { source: SOURCE, metric: null, anew: false })
  const seconds = secondsSince(started)
  watch.disable()
  const { user, system } = process.cpuUsage(processorBefore)
  if (state !== 'agreed' || summary.chosen !== series) {
    throw new Error(`of ${series} series ${summary.chosen} got a model: ${JSON.stringify(summary)}`)
  }
  const outcomes = await keptOutcomes(app)
  if (outcomes.length !== series) throw new Error(`${outcomes.length} models of ${series} are kept`)
  const version = await app.database.pool.query(`select current_setting('server_version') as found`)
  return {
    ...{ series, threads: THREADS, events, ingestSeconds, seconds, outcomes, peakBeforeBytes },
    ...{ processorSeconds: (user + system) / 1e6, delays: delaysOf(watch), peakBytes: peakNow() },
    ...{ anomalies: summary.anomalies, serverVersion: String(version.rows[0].found) },
  }
}

/** What is kept of each series; each must look a year ahead. */
async function keptOutcomes({ database }: App): Promise<Outcome[]> {
  const { rows } = await database.pool.query<{ metric: string; model: string; skilled: boolean }>(
    `select metric, model, is_skilled as skilled from forecast_model
    where cardinality(mean) = 365 and known > 600`,
  )
  return rows.map(({ metric, model, skilled }) => ({
    kind: kindOf(Number(metric)),
    model,
    skilled,
  }))
}

async function writeFiles(folder: string, series: number): Promise<string[]> {
  const paths: string[] = []
  for (let from = 0; from < series; from += IN_FILE) {
    const path = join(folder, `series-${from}.csv`)
    const stream = createWriteStream(path)
    stream.write('time,metric,value\n')
    for (let number = from; number < Math.min(series, from + IN_FILE); number += 1) {
      if (!stream.write(linesOf(number))) await once(stream, 'drain')
    }
    stream.end()
    await finished(stream)
    paths.push(path)
  }
  return paths
}

function linesOf(number: number): string {
  return makeDaily(number)
    .flatMap((value, at) => (value === null ? [] : [`${addDays(FIRST, at)},${number},${value}\n`]))
    .join('')
}

async function appOn(config: string, tell: (done: number, seconds: number) => void): Promise<App> {
  return createApp(await readConfig({}, config, 'en'), {
    ...{ actor: 'bench', host: hostname(), pid: process.pid, version: '0', now: () => new Date() },
    ...{ progress: toldProgress(tell), language: 'en', signal: new AbortController().signal },
    input: () => process.stdin,
  })
}

function toldProgress(tell: (done: number, seconds: number) => void): Progress {
  return {
    step: (name, work) => {
      const started = performance.now()
      return work((done) => {
        if (name === 'study-series') tell(done, secondsSince(started))
      })
    },
  }
}

function secondsSince(started: number): number {
  return (performance.now() - started) / 1000
}

function peakNow(): number {
  return process.resourceUsage().maxRSS * 1024
}
