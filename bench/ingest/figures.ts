import { type Aim, figureOf } from '../report/figure.ts'
import type { KeptFigure } from '../report/kept-result.ts'
import type { LargeIngest } from './large-file.ts'
import type { IngestRound } from './round.ts'
import type { SideRun } from './side-run.ts'

/** All rounds with a file of one size. */
export interface IngestSize {
  readonly rows: number
  readonly bytes: number
  readonly rounds: readonly IngestRound[]
}

/** What was measured; `sizes` from the smallest to the full one, `large` only where it was asked for. */
export interface Measured {
  readonly sizes: readonly IngestSize[]
  readonly large: LargeIngest | null
}

/** From this size on aims are set. */
const ROWS = 1_000_000
const LARGE_BYTES = 2_000_000_000
const MB = 1_000_000
const MIB = 1024 ** 2
const COUNT = new Intl.NumberFormat('en')
const AIMS = {
  psql: { of: 'ratio', bound: 'at most', value: 2 },
  pandas: { of: 'ratio', bound: 'at least', value: 10 },
  again: { of: 'Muster', bound: 'at most', value: 1 },
  loop: { of: 'Muster', bound: 'at most', value: 100 },
  large: { of: 'Muster', bound: 'at most', value: 400 },
} as const satisfies Readonly<Record<string, Aim>>

/** All figures of files of events; the large file, which no peer reads, comes first. */
export function ingestFigures({ sizes, large }: Measured): KeptFigure[] {
  return [...(large === null ? [] : largeFigures(large)), ...sizes.flatMap(sizeFigures)]
}

function sizeFigures(measured: IngestSize): KeptFigure[] {
  const { rows, rounds } = measured
  const size = `${COUNT.format(rows)} rows`
  const aimed = (aim: Aim) => (rows < ROWS ? null : aim)
  const own = (name: string, unit: string, figure: (round: IngestRound) => number) => ({
    ...{ name, unit, size, muster: rounds.map(figure) },
  })
  return [
    ...besidePeers(measured, 'whole process', ({ seconds }) => seconds),
    ...besidePeers(measured, 'its work alone', ({ workSeconds }) => workSeconds),
    figureOf({
      ...own('peak memory, beside pandas', 'MiB', ({ muster }) => muster.peakBytes / MIB),
      peer: { name: 'pandas', values: rounds.map(({ pandas }) => pandas.peakBytes / MIB) },
    }),
    figureOf({
      ...own('the same file again, whole process', 's', ({ again }) => again.seconds),
      aim: aimed(AIMS.again),
    }),
    figureOf(own('every other row known, whole process', 's', ({ half }) => half.seconds)),
    figureOf({
      ...own('delay of the event loop, p99', 'ms', ({ loop }) => loop.p99Ms),
      aim: aimed(AIMS.loop),
    }),
  ]
}

/** Muster beside psql, and beside pandas, whose ratio tells how many times as fast Muster is. */
function besidePeers(
  { rows, rounds }: IngestSize,
  name: string,
  secondsOf: (run: SideRun) => number,
): KeptFigure[] {
  const both = {
    ...{ unit: 's', size: `${COUNT.format(rows)} rows` },
    muster: rounds.map(({ muster }) => secondsOf(muster)),
  }
  return [
    figureOf({
      ...{ ...both, name: `${name}, beside psql`, aim: rows < ROWS ? null : AIMS.psql },
      peer: { name: 'psql \\copy', values: rounds.map(({ psql }) => secondsOf(psql)) },
    }),
    figureOf({
      ...{ ...both, name: `${name}, beside pandas`, aim: rows < ROWS ? null : AIMS.pandas },
      peer: { name: 'pandas', values: rounds.map(({ pandas }) => secondsOf(pandas)) },
      ratioOf: 'peer / Muster',
    }),
  ]
}

function largeFigures({ file, muster }: LargeIngest): KeptFigure[] {
  const name = `a file of ${COUNT.format(file.rows)} rows`
  return [
    figureOf({ name: `${name}, whole process`, unit: 's', muster: [muster.seconds] }),
    figureOf({
      ...{ name: `${name}, peak memory`, unit: 'MB', muster: [muster.peakBytes / MB] },
      aim: file.bytes < LARGE_BYTES ? null : AIMS.large,
    }),
  ]
}
