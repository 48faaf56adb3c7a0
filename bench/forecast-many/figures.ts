import { type Aim, figureOf } from '../report/figure.ts'
import type { KeptFigure } from '../report/kept-result.ts'
import { DELAYS_OVER, type Delays, type ManyRun } from './many-run.ts'
import type { StoredRun } from './stored-run.ts'

/** The 99th of a hundred looks at the main thread is to find it answering within this. */
const P99: Aim = { of: 'Muster', bound: 'under', value: 100 }
const COUNT = new Intl.NumberFormat('en')
const MIB = 1024 ** 2

/** The figures of series studied on threads; one run, in which each series is a measurement. */
export function manyFigures(run: ManyRun): KeptFigure[] {
  const { threads, seconds, series } = run
  const size = sizeWords(run)
  return [
    ...studyFigures(run),
    figureOf({
      ...{ name: 'a series, wall clock of a thread', unit: 's', size },
      muster: [(threads * seconds) / series],
    }),
  ]
}

/** The figures of series studied from the database into the database. */
export function storedFigures(run: StoredRun): KeptFigure[] {
  const { series, ingestSeconds } = run
  const size = sizeWords(run)
  return [
    ...studyFigures(run),
    figureOf({
      ...{ name: 'events of a series taken in before', unit: 's', size },
      muster: [ingestSeconds / series],
    }),
  ]
}

interface Study {
  readonly series: number
  readonly seconds: number
  readonly processorSeconds: number
  readonly peakBytes: number
  readonly delays: Delays
}

function studyFigures(run: Study): KeptFigure[] {
  const { series, seconds, processorSeconds, peakBytes, delays } = run
  const size = sizeWords(run)
  const own = (name: string, unit: string, value: number) => ({
    ...{ name, unit, size, muster: [value] },
  })
  return [
    figureOf(own('a series, wall clock', 's', seconds / series)),
    figureOf(own('a series, of processors', 's', processorSeconds / series)),
    figureOf(own('peak memory of the process', 'MiB', peakBytes / MIB)),
    figureOf({
      ...own('delay of the main thread, p99', 'ms', delays.p99Ms),
      aim: series < DELAYS_OVER ? null : P99,
    }),
  ]
}

function sizeWords({ series }: Pick<Study, 'series'>): string {
  return `${COUNT.format(series)} series`
}
