import { showSpread, spreadOf } from '../report/spread.ts'
import { table } from '../report/table.ts'
import { jobsAMinute, processCounts, runsOf, type WorkerRun } from './figures.ts'
import type { WorkerOptions } from './options.ts'

/** The result as a page. */
export function workersReport(
  runs: readonly WorkerRun[],
  { facts, options }: { readonly facts: readonly string[]; readonly options: WorkerOptions },
): string {
  return [
    '# Jobs done by 1, 2 and 4 worker processes',
    '',
    ...facts.map((fact) => `- ${fact}`),
    `- ${options.sources} recounts of two years of events (lane \`ingest\`) and ${options.sources} studies, every model chosen anew (lane \`figures\`), asked for at once.`,
    '- Processes and PostgreSQL share the machine. A lane does one job at a time, so at most two of these jobs run at once.',
    '',
    table(
      ['processes, median (min-max)', 'jobs', 'seconds', 'jobs a minute', 'took part'],
      processCounts(runs).map((processes) => {
        const spread = (figure: (run: WorkerRun) => number, digits: number) =>
          showSpread(spreadOf(runsOf(runs, processes).map(figure)), digits)
        return [
          ...[String(processes), spread(({ jobs }) => jobs, 0)],
          ...[spread(({ seconds }) => seconds, 1), spread(jobsAMinute, 0)],
          spread(({ tookPart }) => tookPart, 0),
        ]
      }),
    ),
    '',
  ].join('\n')
}
