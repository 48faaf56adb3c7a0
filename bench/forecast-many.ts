import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import packageFile from '../package.json' with { type: 'json' }
import { studyMany } from './forecast-many/many-run.ts'
import { type ForecastManyOptions, readOptions } from './forecast-many/options.ts'
import { manyReport } from './forecast-many/report.ts'
import { storedReport } from './forecast-many/stored-report.ts'
import { studyStored } from './forecast-many/stored-run.ts'

const RESULTS = join(import.meta.dirname, 'results')
const GIB = 1024 ** 3
/** After so many the threads are warm, and it can be said how long all will take. */
const TOLD_AFTER = 100
const TOLD_EVERY = 1000

await benchForecastMany(readOptions(process.argv.slice(2)))

/** Studies many series, stored or only on threads, prints what it took and keeps it. */
async function benchForecastMany(options: ForecastManyOptions): Promise<void> {
  const loads = loadavg()
  const told = teller(options)
  const { name, report } = options.inMemory
    ? await inMemory(options, loads, told)
    : await endToEnd(options, loads, told)
  console.log(report)
  if (!options.keep) return
  await mkdir(RESULTS, { recursive: true })
  await writeFile(join(RESULTS, name), report)
}

type Tell = (done: number, seconds: number) => void

async function inMemory(options: ForecastManyOptions, loads: readonly number[], tell: Tell) {
  const { series, threads } = options
  const run = await studyMany(options, tell)
  const command = `--series ${series} --in-memory --threads ${threads}`
  return { name: 'forecast-many.md', report: manyReport(run, factsOf(command, loads)) }
}

async function endToEnd(options: ForecastManyOptions, loads: readonly number[], tell: Tell) {
  const { series } = options
  const run = await studyStored(options, tell)
  const server = `PostgreSQL ${run.serverVersion}, the one that comes along.`
  const facts = [...factsOf(`--series ${series}`, loads), server]
  return { name: 'forecast-many-stored.md', report: storedReport(run, facts) }
}

/** Says how far it is, once the threads are warm and then from thousand to thousand. */
function teller({ series }: ForecastManyOptions): Tell {
  let next = TOLD_AFTER
  return (done, seconds) => {
    if (done < next) return
    next = done < TOLD_EVERY ? TOLD_EVERY : next + TOLD_EVERY
    const left = ((seconds / done) * (series - done)) / 60
    console.error(
      `${done} of ${series} studied in ${seconds.toFixed(0)} s, about ${left.toFixed(1)} minutes left`,
    )
  }
}

/** On what and with what the figures were taken, one fact a line. */
function factsOf(command: string, loads: readonly number[]): string[] {
  const [processor] = cpus()
  const system = `${type()} ${release().split('.').slice(0, 2).join('.')}`
  const memory = (totalmem() / GIB).toFixed(0)
  return [
    `Taken on ${new Date().toISOString().slice(0, 10)} with \`node bench/forecast-many.ts ${command}\`.`,
    `Machine: ${cpus().length} cores (${processor?.model.trim()}), ${memory} GiB of memory, ${system}.`,
    `Muster ${packageFile.version} on Node ${process.versions.node}.`,
    `Load average when the run began: ${loads.map((load) => load.toFixed(2)).join(', ')} (1, 5 and 15 minutes).`,
  ]
}
