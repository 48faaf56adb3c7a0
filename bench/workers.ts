import { mkdir, rm, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, openDatabase } from '../src/db/database.ts'
import { jobDesk } from '../src/jobs/queue/ask.ts'
import { openBoss } from '../src/jobs/queue/open-boss.ts'
import { startMuster } from './load/served.ts'
import { freshOwnData } from './muster/own-data.ts'
import { postgresVersion } from './report/circumstances.ts'
import { keepResult } from './report/keep-result.ts'
import { type WorkerRun, workersFigures } from './workers/figures.ts'
import { fillEvents, jobsOf } from './workers/jobs.ts'
import { readOptions, type WorkerOptions } from './workers/options.ts'
import { workersReport } from './workers/report.ts'

const WORK = join(import.meta.dirname, 'work/workers')
const PROCESSES = [1, 2, 4]
const ASKER = { host: 'bench', pid: 1, version: '0' }
const BY = { actor: 'bench', cause: 'person', language: 'en' } as const

await benchWorkers(readOptions(process.argv.slice(2)))

/** Has the same jobs done by one, two and four processes, prints how fast they were and keeps it. */
async function benchWorkers(options: WorkerOptions): Promise<void> {
  const loads = loadavg()
  const dataFolder = join(WORK, 'data')
  const own = await freshOwnData(options.databaseUrl, dataFolder)
  try {
    await mkdir(WORK, { recursive: true })
    const database = await openDatabase(own.url === '' ? { dataFolder } : { url: own.url })
    try {
      const runs = await allRuns(database, { options, databaseUrl: own.url })
      const { rows } = await database.pool.query(
        `select current_setting('server_version') as version`,
      )
      const isOwn = options.databaseUrl === undefined
      const server = { version: rows[0].version, isOwn }
      await keepResult({
        ...{ name: 'workers', figures: workersFigures(runs), loads, keepIn: options.keepIn },
        command: `node bench/workers.ts --sources ${options.sources} --rounds ${options.rounds}`,
        versions: postgresVersion(server),
        report: (facts) => workersReport(runs, { facts, options }),
      })
    } finally {
      await database.close()
    }
  } finally {
    await own.remove()
    await rm(WORK, { recursive: true, force: true })
  }
}

interface Scene {
  readonly options: WorkerOptions
  readonly databaseUrl: string
}

async function allRuns(database: Database, { options, databaseUrl }: Scene): Promise<WorkerRun[]> {
  await fillEvents(database, options.sources)
  const config = join(WORK, 'muster.yaml')
  const never = { nightly: null, figures: null, collectAgain: null, retrain: null }
  const schedule = { ...never, inbox: null, alerts: null, housekeeping: null }
  const document = { dataFolder: 'data', keyRing: 'key-ring.json', sources: {}, schedule }
  await writeFile(config, JSON.stringify(document)) // JSON is YAML
  const runs: WorkerRun[] = []
  const { sources, rounds } = options
  for (let round = 1; round <= rounds; round += 1) {
    for (const processes of PROCESSES) {
      runs.push(await timed(database, { config, databaseUrl, processes, sources }))
      console.error(JSON.stringify({ round, ...runs.at(-1) }))
    }
  }
  return runs
}

interface Timing {
  readonly config: string
  readonly databaseUrl: string
  readonly processes: number
  readonly sources: number
}

/** Asks for all jobs at once of processes that wait for them already. */
async function timed(database: Database, { processes, sources, ...place }: Timing) {
  const boss = await openBoss(database, { looksAfter: false, onError: console.error })
  const desk = jobDesk({ database, who: ASKER, boss, wake: () => {} })
  const starting = Array.from({ length: processes }, () =>
    startMuster(place, ['work', 'does jobs']),
  )
  const workers = await Promise.all(starting)
  try {
    const jobs = jobsOf(sources)
    const from = performance.now()
    const asked = await Promise.all(jobs.map((job) => desk.ask(job, BY)))
    await allEnded(database, asked)
    const seconds = (performance.now() - from) / 1000
    const { rows } = await database.pool.query(
      'select count(distinct (host, pid)) as processes from run where id = any($1)',
      [asked],
    )
    return { processes, jobs: asked.length, seconds, tookPart: Number(rows[0].processes) }
  } finally {
    for (const worker of workers) await worker.stop()
    await boss.stop({ graceful: false })
  }
}

/** Throws unless each ends well, at its first try. */
async function allEnded({ pool }: Database, runs: readonly number[]): Promise<void> {
  for (;;) {
    const { rows } = await pool.query(
      `select count(*) filter (where ended_at is null) as open,
        count(*) filter (where ended_at is not null and (state not in ('agreed', 'differences') or tries <> 1)) as wrong,
        string_agg(distinct concat_ws(' ', task, state, tries, error), '; ') filter (where error is not null) as said
      from run
      where id = any($1)`,
      [runs],
    )
    const { wrong, said } = rows[0]
    if (wrong > 0) throw new Error(`${wrong} jobs did not end as they should: ${said}`)
    if (Number(rows[0].open) === 0) return
    await sleep(100)
  }
}
