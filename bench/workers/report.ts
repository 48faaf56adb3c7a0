import { table } from '../report/table.ts'
import type { WorkerOptions } from './options.ts'

/** The same jobs, done by so many processes. */
export interface WorkerRun {
  readonly processes: number
  readonly jobs: number
  readonly seconds: number
  /** Processes that did at least one of them. */
  readonly tookPart: number
}

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
      ['processes', 'jobs', 'seconds', 'jobs a minute', 'took part'],
      runs.map(({ processes, jobs, seconds, tookPart }) => [
        ...[String(processes), String(jobs), seconds.toFixed(1)],
        ...[((jobs / seconds) * 60).toFixed(0), String(tookPart)],
      ]),
    ),
    '',
  ].join('\n')
}
