import { readFileSync, writeFileSync } from 'node:fs'
import { fitSarimax } from '../../src/analytics/forecast/sarimax/fit-sarimax.ts'
import { sarimax } from '../../src/analytics/forecast/sarimax/sarimax.ts'
import type { Figures } from '../../src/analytics/series.ts'
import type { FitTimes } from './sides.ts'

const MICROSECONDS = 1_000_000
const ORDER = { p: 1, d: 1, q: 1, P: 0, D: 1, Q: 1, s: 7 }

const [seriesFile = '', fitsFile = ''] = process.argv.slice(2)
console.log(JSON.stringify(fitAll(JSON.parse(readFileSync(seriesFile, 'utf8')))))

/** What the peer does, with the same file, and then the search for an order: see `peer/sarimax.py`. */
function fitAll(series: readonly Figures[]): FitTimes {
  const fits: number[][] = []
  const fitEach = () =>
    series.map((figures) =>
      timed(() => {
        const fit = fitSarimax(figures, ORDER)
        if (!fit) throw new Error('a series was not fitted')
        const { ar, ma, seasonalMa } = fit.coefficients
        fits.push([...ar, ...ma, ...seasonalMa, fit.variance])
      }),
    )
  const processorBefore = process.cpuUsage()
  const seconds = fitEach()
  const { user, system } = process.cpuUsage(processorBefore)
  const warmSeconds = fitEach()
  const searchSeconds = series.map((figures) =>
    timed(() => {
      if (!sarimax.fit(figures, { period: ORDER.s })) throw new Error('no order was found')
    }),
  )
  writeFileSync(fitsFile, JSON.stringify(fits.slice(0, series.length)))
  return { seconds, processorSeconds: (user + system) / MICROSECONDS, warmSeconds, searchSeconds }
}

function timed(work: () => void): number {
  const started = performance.now()
  work()
  return (performance.now() - started) / 1000
}
