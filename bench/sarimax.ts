import { mkdir, rm, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { ensurePythonWith } from './anomaly/python-with.ts'
import { keepResult } from './report/keep-result.ts'
import { dailySeries, KINDS, type Kind } from './sarimax/daily-series.ts'
import { type SarimaxRounds, sarimaxFigures } from './sarimax/figures.ts'
import { readOptions, type SarimaxOptions } from './sarimax/options.ts'
import { sarimaxReport } from './sarimax/report.ts'
import { type SarimaxRound, sarimaxRound } from './sarimax/round.ts'

const WORK = join(import.meta.dirname, 'work/sarimax')
const TARGETS = { times: 2, likelihood: 0.001, searchSeconds: 1 }
const NOTE =
  'Invented series, each made by the process that is fitted with coefficients of its own.'
const STATSMODELS = {
  ...{ module: 'statsmodels', name: 'statsmodels', debianPackage: 'python3-statsmodels' },
}

await benchSarimax(readOptions(process.argv.slice(2)))

/** Fits daily series of two kinds beside a peer, prints the result and keeps it. */
async function benchSarimax(options: SarimaxOptions): Promise<void> {
  const loads = loadavg()
  const python = ensurePythonWith(STATSMODELS)
  const kinds: SarimaxRounds[] = []
  for (const kind of KINDS) kinds.push(await benchKind(kind, options, python.program))
  const { series, rounds, keepIn } = options
  const figures = sarimaxFigures(kinds, TARGETS)
  await keepResult({
    ...{ name: 'sarimax', figures, keepIn, loads, versions: { peer: python.versions } },
    command: `node bench/sarimax.ts --series ${series} --rounds ${rounds}`,
    report: (facts) => sarimaxReport(kinds, { facts: [...facts, NOTE], figures }),
  })
}

async function benchKind(
  kind: Kind,
  { series, rounds: times }: SarimaxOptions,
  python: string,
): Promise<SarimaxRounds> {
  const place = { python, seriesFile: join(WORK, 'series.json'), fitsFile: join(WORK, 'fits.json') }
  try {
    await mkdir(WORK, { recursive: true })
    await writeFile(place.seriesFile, JSON.stringify(dailySeries(series, kind)))
    const rounds: SarimaxRound[] = []
    for (let number = 1; number <= times; number += 1) {
      rounds.push(sarimaxRound(place, kind, number))
      console.error(`${kind}, round ${number} of ${times}`)
    }
    return { kind, rounds }
  } finally {
    await rm(WORK, { recursive: true, force: true })
  }
}
