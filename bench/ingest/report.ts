import type { KeptFigure } from '../report/kept-result.ts'
import { showSpread, spreadOf } from '../report/spread.ts'
import { table } from '../report/table.ts'
import { targetLines } from '../report/target-lines.ts'
import type { IngestSize, Measured } from './figures.ts'
import type { LargeIngest } from './large-file.ts'
import type { IngestRound } from './round.ts'
import type { SideRun } from './side-run.ts'

interface Said {
  readonly facts: readonly string[]
  readonly figures: readonly KeptFigure[]
  readonly isOwn: boolean
}

type SideName = 'muster' | 'psql' | 'pandas' | 'again' | 'half'
type Figure = (run: SideRun) => number

const COUNT = new Intl.NumberFormat('en')
const MIB = 1024 ** 2
const MB = 1_000_000
const SIDES: readonly SideName[] = ['muster', 'psql', 'pandas']

/** The whole result as Markdown; `isOwn`: on the PostgreSQL that comes along. */
export function ingestReport({ sizes, large }: Measured, { facts, figures, isOwn }: Said): string {
  const full = sizes.at(-1)
  if (!full || full.rounds.length === 0) throw new RangeError('nothing was measured')
  return [
    '# Event files taken in, beside psql and pandas',
    facts.map((fact) => `- ${fact}`).join('\n'),
    `## ${COUNT.format(full.rows)} rows, ${mb(full.bytes)} MB`,
    startWords(isOwn),
    comparisonTable(full, isOwn),
    ratioTable(full),
    targetLines(figures),
    '## Round by round, in seconds of the whole process',
    roundTable(full),
    '## Growth, in seconds of the whole process',
    growthTable(sizes),
    '## Sent again',
    againTable(sizes),
    '## What others wait while a file is taken in, in ms',
    loopTable(sizes),
    ...(large === null ? [] : ['## A large file', largeWords(large)]),
    '## Where the time goes, in seconds',
    stepTable(full),
    '## What was checked',
    checkedWords(sizes),
  ]
    .join('\n\n')
    .concat('\n')
}

function startWords(isOwn: boolean): string {
  return isOwn
    ? 'The whole process of Muster starts its PostgreSQL and stops it; for the peers it runs already.'
    : 'The server runs already for all sides.'
}

function comparisonTable({ rows, rounds }: IngestSize, isOwn: boolean): string {
  const line = (what: string, figure: Figure, digits: number) => [
    what,
    ...SIDES.map((side) =>
      showSpread(spreadOf(rounds.map((round) => figure(round[side]))), digits),
    ),
  ]
  return table(
    ['median (min-max)', 'Muster', 'psql \\copy', 'pandas'],
    [
      line('whole process, s', ({ seconds }) => seconds, 2),
      line('its work alone, s', ({ workSeconds }) => workSeconds, 2),
      line('rows a second of its work', ({ workSeconds }) => rows / workSeconds, 0),
      line('peak MiB', ({ peakBytes }) => peakBytes / MIB, 0),
      ...(isOwn
        ? [line('PostgreSQL, peak MiB', ({ databaseBytes }) => databaseBytes / MIB, 0)]
        : []),
    ],
  )
}

function ratioTable({ rounds }: IngestSize): string {
  const line = (what: string, ratio: (round: IngestRound) => number) => [
    what,
    showSpread(spreadOf(rounds.map(ratio)), 2),
  ]
  return table(
    ['round by round, median (min-max)', 'times'],
    [
      line('Muster / psql, whole process', ({ muster, psql }) => muster.seconds / psql.seconds),
      line('Muster / psql, work', ({ muster, psql }) => muster.workSeconds / psql.workSeconds),
      line('pandas / Muster, whole process', (it) => it.pandas.seconds / it.muster.seconds),
      line('pandas / Muster, work', (it) => it.pandas.workSeconds / it.muster.workSeconds),
    ],
  )
}

function roundTable({ rounds }: IngestSize): string {
  return table(
    ['round', 'Muster', 'its work alone', 'psql', 'pandas', 'load before'],
    rounds.map(({ muster, psql, pandas, loadBefore }, at) => [
      String(at + 1),
      ...[muster.seconds, muster.workSeconds, psql.seconds, pandas.seconds].map((each) =>
        each.toFixed(2),
      ),
      loadBefore.toFixed(1),
    ]),
  )
}

/** Medians, and how many times those of the smallest size they are. */
function growthTable(sizes: readonly IngestSize[]): string {
  const [smallest] = sizes
  if (!smallest) throw new RangeError('nothing was measured')
  return table(
    ['rows', 'Muster', 'its work alone', 'psql', 'pandas', 'Muster, MiB', 'pandas, MiB'],
    sizes.map((size) => {
      const shown = (side: SideName, figure: Figure, digits: number) => {
        const found = medianOf(size, side, figure)
        const times = found / medianOf(smallest, side, figure)
        return `${found.toFixed(digits)} (x ${times.toFixed(1)})`
      }
      return [
        COUNT.format(size.rows),
        shown('muster', ({ seconds }) => seconds, 2),
        shown('muster', ({ workSeconds }) => workSeconds, 2),
        shown('psql', ({ seconds }) => seconds, 2),
        shown('pandas', ({ seconds }) => seconds, 2),
        shown('muster', ({ peakBytes }) => peakBytes / MIB, 0),
        shown('pandas', ({ peakBytes }) => peakBytes / MIB, 0),
      ]
    }),
  )
}

function againTable(sizes: readonly IngestSize[]): string {
  const words = [
    ['again', 'the same file'],
    ['half', 'every other row known'],
  ] as const
  return table(
    ['rows', 'what', 'whole process, s', 'its work alone, s', 'peak MiB'],
    sizes.flatMap(({ rows, rounds }) =>
      words.map(([side, what]) => {
        const spread = (figure: Figure, digits: number) =>
          showSpread(spreadOf(rounds.map((round) => figure(round[side]))), digits)
        return [
          ...[COUNT.format(rows), what],
          spread(({ seconds }) => seconds, 2),
          spread(({ workSeconds }) => workSeconds, 2),
          spread(({ peakBytes }) => peakBytes / MIB, 0),
        ]
      }),
    ),
  )
}

function loopTable(sizes: readonly IngestSize[]): string {
  const shown = ['medianMs', 'meanMs', 'p99Ms', 'maxMs'] as const
  return table(
    ['rows', 'median', 'mean', 'p99', 'most', 'looks', 'its work, s'],
    sizes.map(({ rows, rounds }) => [
      COUNT.format(rows),
      ...shown.map((name) => showSpread(spreadOf(rounds.map(({ loop }) => loop[name])), 1)),
      showSpread(spreadOf(rounds.map(({ loop }) => loop.looks)), 0),
      showSpread(spreadOf(rounds.map(({ loop }) => loop.seconds)), 2),
    ]),
  )
}

function largeWords({ file: { rows, bytes }, muster }: LargeIngest): string {
  const { seconds, workSeconds, peakBytes, databaseBytes } = muster
  const perSecond = COUNT.format(Math.round(rows / workSeconds))
  return [
    `${COUNT.format(rows)} rows, ${mb(bytes)} MB: ${seconds.toFixed(1)} s, the work alone ${workSeconds.toFixed(1)} s, ${perSecond} rows a second.`,
    `Peak memory of Muster ${mb(peakBytes)} MB, of its PostgreSQL ${databaseBytes === 0 ? 'not measured' : `${mb(databaseBytes)} MB`}. Every row was kept.`,
  ].join('\n')
}

function stepTable({ rounds }: IngestSize): string {
  const sides = [
    ['muster', 'Muster'],
    ['half', 'Muster, half known'],
    ['pandas', 'pandas'],
  ] as const
  return table(
    ['step', 'median (min-max)'],
    sides.flatMap(([side, words]) =>
      (rounds[0]?.[side].steps ?? []).map(({ name }) => {
        const msOf = ({ steps }: SideRun) => steps.find((step) => step.name === name)?.ms ?? 0
        const seconds = rounds.map((round) => msOf(round[side]) / 1000)
        return [`${words}: ${name}`, showSpread(spreadOf(seconds), 2)]
      }),
    ),
  )
}

function medianOf({ rounds }: IngestSize, side: SideName, figure: Figure): number {
  return spreadOf(rounds.map((round) => figure(round[side]))).median
}

/** Millions of bytes. */
function mb(bytes: number): string {
  return COUNT.format(Math.round(bytes / MB))
}

function checkedWords(sizes: readonly IngestSize[]): string {
  const rounds = sizes.reduce((sum, size) => sum + size.rounds.length, 0)
  return [
    `In each of the ${rounds} rounds every side held after its work just as many events of each metric as the file, with`,
    'the same sum to the last hundredth; Muster and pandas also the count, the sum and the number of subjects of each',
    'metric on each day. Muster answered as well how many rows were new and how many known. A difference ends the benchmark.',
  ].join('\n')
}
