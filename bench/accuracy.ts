import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import packageFile from '../package.json' with { type: 'json' }
import { type MeasuredSeries, measureSeries } from './accuracy/measured-series.ts'
import { type PublicSeries, parseSeriesFile } from './accuracy/public-series.ts'
import { accuracyReport } from './accuracy/report.ts'

const SERIES = join(import.meta.dirname, 'accuracy/series')
const RESULT = join(import.meta.dirname, 'results/accuracy.md')
const GIB = 1024 ** 3

const { values } = parseArgs({ options: { 'no-result': { type: 'boolean', default: false } } })
await benchAccuracy(!values['no-result'])

/** Forecasts the ends of public series in every way, prints how near each came and keeps it. */
async function benchAccuracy(keep: boolean): Promise<void> {
  const loads = loadavg()
  const started = performance.now()
  const measured: MeasuredSeries[] = []
  for (const series of await readSeries()) {
    measured.push(measureSeries(series))
    console.error(`${series.name}: ${((performance.now() - started) / 1000).toFixed(1)} s so far`)
  }
  const seconds = (performance.now() - started) / 1000
  const report = accuracyReport(measured, factsOf(seconds, loads))
  console.log(report)
  if (!keep) return
  await mkdir(join(RESULT, '..'), { recursive: true })
  await writeFile(RESULT, report)
}

async function readSeries(): Promise<PublicSeries[]> {
  const names = (await readdir(SERIES)).toSorted()
  const texts = await Promise.all(names.map((name) => readFile(join(SERIES, name), 'utf8')))
  return texts.flatMap(parseSeriesFile)
}

/** On what and with what the figures were taken, one fact a line. */
function factsOf(seconds: number, loads: readonly number[]): string[] {
  const [processor] = cpus()
  const system = `${type()} ${release().split('.').slice(0, 2).join('.')}`
  const memory = (totalmem() / GIB).toFixed(0)
  return [
    `Taken on ${new Date().toISOString().slice(0, 10)} with \`node bench/accuracy.ts\`, in ${seconds.toFixed(0)} seconds on one thread.`,
    `Machine: ${cpus().length} cores (${processor?.model.trim()}), ${memory} GiB of memory, ${system}.`,
    `Muster ${packageFile.version} on Node ${process.versions.node}.`,
    `Load average when the run began: ${loads.map((load) => load.toFixed(2)).join(', ')} (1, 5 and 15 minutes).`,
    'The figures are the same on every machine, but for the last digits of its mathematics.',
  ]
}
