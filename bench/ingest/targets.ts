import { spreadOf } from '../report/spread.ts'
import type { LargeIngest } from './large-file.ts'
import type { IngestRound } from './round.ts'

/** From this size on aims are set. */
const ROWS = 1_000_000
const LARGE_BYTES = 2_000_000_000
const MB = 1_000_000
const MOST_MB = 400

/** One thing that is aimed at. */
interface Target {
  readonly what: string
  readonly bound: number
  readonly side: 'at most' | 'at least'
  figure(round: IngestRound): number
}

const TARGETS: readonly Target[] = [
  {
    ...{ what: "Times psql's time, whole process", bound: 2, side: 'at most' },
    figure: ({ muster, psql }) => muster.seconds / psql.seconds,
  },
  {
    ...{ what: "Times psql's time, its work alone", bound: 2, side: 'at most' },
    figure: ({ muster, psql }) => muster.workSeconds / psql.workSeconds,
  },
  {
    ...{ what: 'Times the speed of pandas, whole process', bound: 10, side: 'at least' },
    figure: ({ muster, pandas }) => pandas.seconds / muster.seconds,
  },
  {
    ...{ what: 'Times the speed of pandas, its work alone', bound: 10, side: 'at least' },
    figure: ({ muster, pandas }) => pandas.workSeconds / muster.workSeconds,
  },
  {
    ...{ what: 'Seconds for the same file again, whole process', bound: 1, side: 'at most' },
    figure: ({ again }) => again.seconds,
  },
  {
    ...{ what: 'Delay of the event loop, p99, ms', bound: 100, side: 'at most' },
    figure: ({ loop }) => loop.p99Ms,
  },
]

/** What was aimed at, and whether the medians keep to it; of a smaller file no aim is set. */
export function targetLines(
  { rows, rounds }: { readonly rows: number; readonly rounds: readonly IngestRound[] },
  large: LargeIngest | null,
): string {
  const lines = rows < ROWS ? ['- Fewer than 1,000,000 rows: no aim is set for them.'] : []
  for (const { what, bound, side, figure } of rows < ROWS ? [] : TARGETS) {
    const { median } = spreadOf(rounds.map(figure))
    lines.push(`- ${verdict({ what, bound, side }, median)}`)
  }
  return [...lines, ...(large === null ? [] : [`- ${memoryWords(large)}`])].join('\n')
}

function memoryWords({ file, muster }: LargeIngest): string {
  if (file.bytes < LARGE_BYTES) return 'Peak memory: less than 2 GB, no aim is set for it.'
  const what = 'Peak MB of Muster with the large file'
  return verdict({ what, bound: MOST_MB, side: 'at most' }, muster.peakBytes / MB)
}

function verdict({ what, bound, side }: Omit<Target, 'figure'>, found: number): string {
  const isMet = side === 'at most' ? found <= bound : found >= bound
  return `${what}, ${bound} ${side}: ${found.toFixed(2)}, ${isMet ? 'met' : 'missed'}.`
}
