import type { KeptFigure } from '../report/kept-result.ts'
import { table } from '../report/table.ts'
import { targetLines } from '../report/target-lines.ts'
import { KINDS } from './daily-kinds.ts'
import { DELAYS_OVER, type ManyRun, type Outcome } from './many-run.ts'

const COUNT = new Intl.NumberFormat('en')
const MIB = 1024 ** 2

/** The whole result as Markdown. */
export function manyReport(
  run: ManyRun,
  { facts, figures }: { facts: readonly string[]; figures: readonly KeptFigure[] },
): string {
  const { series, threads, delays } = run
  const watched = Math.min(DELAYS_OVER, series)
  return [
    `# ${COUNT.format(series)} series forecast`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    `## ${COUNT.format(series)} series of 730 days on ${threads} worker threads`,
    costTable(run),
    '## Waiting of others',
    table(
      ['delay of the main thread, ms', 'median', 'p99', 'most', 'looks'],
      [
        [
          `while ${COUNT.format(watched)} were studied`,
          ...[delays.medianMs, delays.p99Ms, delays.maxMs].map((ms) => ms.toFixed(1)),
          COUNT.format(delays.looks),
        ],
      ],
    ),
    targetLines(figures),
    '## What was chosen',
    chosenTable(run.outcomes),
    '## What was measured',
    WORDS,
  ]
    .join('\n\n')
    .concat('\n')
}

const WORDS = [
  'Each series is studied as in a night: its last four weeks looked at for anomalies, six ways of looking ahead tried in',
  'five folds of 28 days, the one that does best fitted to all days, and the next 365 days forecast with it; no model is',
  'known before. The series are made while others are studied, two go to a thread at a time, fifty are under way at once,',
  'and what comes of them returns to the main thread; reading them from the database and keeping what comes of them is',
  'not part of it. Seconds are those of the wall clock, from the start of the threads on. Six kinds take turns: a',
  "week's rhythm on a trend, counts that fall away on holidays, levels that shift, random walks, demand on one day in",
  'five, and counts of which one day in twenty is not known. Delays are those Node tells when it looks at its event loop',
  'every 10 ms, which are part of each figure.',
].join('\n')

function costTable({ series, threads, seconds, processorSeconds, peakBytes }: ManyRun): string {
  return table(
    ['', 'all', 'a series'],
    [
      ['wall clock, s', seconds.toFixed(1), (seconds / series).toFixed(4)],
      ['wall clock of a thread, s', '', ((threads * seconds) / series).toFixed(4)],
      ['of processors, s', processorSeconds.toFixed(1), (processorSeconds / series).toFixed(4)],
      ['peak memory of the process, MiB', (peakBytes / MIB).toFixed(0), ''],
    ],
  )
}

/** Which models were chosen for which kind. */
export function chosenTable(outcomes: readonly Outcome[]): string {
  const models = [...new Set(outcomes.map(({ model }) => model ?? 'none'))].toSorted()
  return table(
    ['kind', 'series', 'beats naive', ...models],
    KINDS.map((kind) => {
      const inside = outcomes.filter((outcome) => outcome.kind === kind)
      const counted = models.map((name) => inside.filter(({ model }) => (model ?? 'none') === name))
      return [
        ...[kind, COUNT.format(inside.length)],
        COUNT.format(inside.filter(({ skilled }) => skilled).length),
        ...counted.map((found) => COUNT.format(found.length)),
      ]
    }),
  )
}
