import { readdir, readFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { accuracyFigures } from './accuracy/figures.ts'
import { type MeasuredSeries, measureSeries } from './accuracy/measured-series.ts'
import { type AccuracyOptions, readOptions } from './accuracy/options.ts'
import { type PublicSeries, parseSeriesFile } from './accuracy/public-series.ts'
import { accuracyReport } from './accuracy/report.ts'
import { keepResult } from './report/keep-result.ts'

const SERIES = join(import.meta.dirname, 'accuracy/series')
const NOTE =
  'The figures are the same on every machine, but for the last digits of its mathematics.'

await benchAccuracy(readOptions(process.argv.slice(2)))

/** Forecasts the ends of public series in every way, prints how near each came and keeps it. */
async function benchAccuracy({ every, keepIn }: AccuracyOptions): Promise<void> {
  const loads = loadavg()
  const started = performance.now()
  const measured: MeasuredSeries[] = []
  for (const series of (await readSeries()).filter((_, at) => at % every === 0)) {
    measured.push(measureSeries(series))
    console.error(`${series.name}: ${((performance.now() - started) / 1000).toFixed(1)} s so far`)
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  const figures = accuracyFigures(measured, { isWhole: every === 1 })
  await keepResult({
    ...{ name: 'accuracy', figures, keepIn, loads },
    command: `node bench/accuracy.ts${every === 1 ? '' : ` --every ${every}`}`,
    report: (facts) => {
      const took = `It took ${seconds} seconds on one thread.`
      return accuracyReport(measured, { facts: [...facts, took, NOTE], figures })
    },
  })
}

async function readSeries(): Promise<PublicSeries[]> {
  const names = (await readdir(SERIES)).toSorted()
  const texts = await Promise.all(names.map((name) => readFile(join(SERIES, name), 'utf8')))
  return texts.flatMap(parseSeriesFile)
}
