import { loadavg } from 'node:os'
import { manyFigures, storedFigures } from './forecast-many/figures.ts'
import { studyMany } from './forecast-many/many-run.ts'
import { type ForecastManyOptions, readOptions } from './forecast-many/options.ts'
import { manyReport } from './forecast-many/report.ts'
import { storedReport } from './forecast-many/stored-report.ts'
import { studyStored } from './forecast-many/stored-run.ts'
import { postgresVersion } from './report/circumstances.ts'
import { keepResult } from './report/keep-result.ts'

/** After so many the threads are warm, and it can be said how long all will take. */
const TOLD_AFTER = 100
const TOLD_EVERY = 1000

await benchForecastMany(readOptions(process.argv.slice(2)))

/** Studies many series, stored or only on threads, prints what it took and keeps it. */
async function benchForecastMany(options: ForecastManyOptions): Promise<void> {
  const loads = loadavg()
  const told = teller(options)
  await keepResult({
    ...(options.inMemory ? await inMemory(options, told) : await endToEnd(options, told)),
    ...{ loads, keepIn: options.keepIn },
  })
}

type Tell = (done: number, seconds: number) => void

async function inMemory(options: ForecastManyOptions, tell: Tell) {
  const { series, threads } = options
  const run = await studyMany(options, tell)
  const figures = manyFigures(run)
  return {
    ...{ name: 'forecast-many', figures },
    command: `node bench/forecast-many.ts --series ${series} --in-memory --threads ${threads}`,
    report: (facts: readonly string[]) => manyReport(run, { facts, figures }),
  }
}

async function endToEnd(options: ForecastManyOptions, tell: Tell) {
  const run = await studyStored(options, tell)
  const figures = storedFigures(run)
  return {
    ...{ name: 'forecast-many-stored', figures },
    command: `node bench/forecast-many.ts --series ${options.series}`,
    versions: postgresVersion({ version: run.serverVersion, isOwn: true }),
    report: (facts: readonly string[]) => storedReport(run, { facts, figures }),
  }
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
