import type { KeptFigure } from '../report/kept-result.ts'
import { table } from '../report/table.ts'
import { targetLines } from '../report/target-lines.ts'
import { chosenTable } from './report.ts'
import type { StoredRun } from './stored-run.ts'

const COUNT = new Intl.NumberFormat('en')
const MIB = 1024 ** 2

/** The whole result of a study from the database into the database as Markdown. */
export function storedReport(
  run: StoredRun,
  { facts, figures }: { facts: readonly string[]; figures: readonly KeptFigure[] },
): string {
  const { series, threads, events, ingestSeconds, seconds, processorSeconds, delays } = run
  const mib = (bytes: number) => (bytes / MIB).toFixed(0)
  return [
    `# ${COUNT.format(series)} series studied end to end`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    `## ${COUNT.format(series)} series of 730 days, ${COUNT.format(events)} events, ${threads} worker threads`,
    table(
      ['', 'all', 'a series'],
      [
        ['study, wall clock, s', seconds.toFixed(1), (seconds / series).toFixed(4)],
        [
          'study, of processors, s',
          processorSeconds.toFixed(1),
          (processorSeconds / series).toFixed(4),
        ],
        [
          'events taken in before, s',
          ingestSeconds.toFixed(1),
          (ingestSeconds / series).toFixed(4),
        ],
        ['peak memory of the process, MiB', mib(run.peakBytes), ''],
        ['peak memory before the study, MiB', mib(run.peakBeforeBytes), ''],
      ],
    ),
    '## Waiting of others',
    table(
      ['delay of the main thread during the study, ms', 'median', 'p99', 'most', 'looks'],
      [
        [
          `while ${COUNT.format(series)} were studied`,
          ...[delays.medianMs, delays.p99Ms, delays.maxMs].map((ms) => ms.toFixed(1)),
          COUNT.format(delays.looks),
        ],
      ],
    ),
    targetLines(figures),
    '## What is kept',
    `Of each series a model with its folds and a year ahead; ${COUNT.format(run.anomalies)} anomalies among the last 90 days of each.`,
    chosenTable(run.outcomes),
    '## What was measured',
    WORDS,
  ]
    .join('\n\n')
    .concat('\n')
}

const WORDS = [
  'The series are taken in as files of events, as a person would send them, into the PostgreSQL that comes along; then',
  '`muster study` does all it does: reads fifty series at a time from the daily figures, judges the last 90 days of each,',
  'tries six ways of looking ahead in five folds, fits the best to all days, and keeps anomalies, models, folds and the next',
  '365 days in one transaction for each fifty. Seconds are those of the wall clock, from the start of the run to its end;',
  'those of processors are of this process with its threads, without the database server. Memory is the most that',
  'this process held, threads included. Delays are those Node tells when it looks at its event loop every 10 ms, which',
  'are part of each figure. That every series got a model that looks a year ahead is checked in the database.',
].join('\n')
