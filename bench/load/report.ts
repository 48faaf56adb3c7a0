import type { KeptFigure } from '../report/kept-result.ts'
import { table } from '../report/table.ts'
import { targetLines } from '../report/target-lines.ts'
import type { LoadRun } from './figures.ts'
import type { LoadOptions } from './options.ts'

interface Said {
  readonly facts: readonly string[]
  readonly figures: readonly KeptFigure[]
  readonly options: LoadOptions
}

const MIB = 1_048_576

/** The result as a page. */
export function loadReport(
  { routes, residentBytes, findings }: LoadRun,
  { facts, figures, options }: Said,
): string {
  const [before, between, after] = residentBytes.map((bytes) => `${Math.round(bytes / MIB)} MiB`)
  const errors = routes.reduce((sum, route) => sum + route.errors, 0)
  const requests = routes.reduce((sum, route) => sum + route.requests, 0)
  return [
    '# Mixed reads from `muster serve`',
    '',
    ...facts.map((fact) => `- ${fact}`),
    `- ${options.devices} machines in each of two sources, ${findings} findings, 730 days of 20 metrics, 5,000 runs.`,
    `- ${options.rate} requests a second for ${options.seconds} s, at instants of their own (a Poisson process), whatever the answers before; server, database and client share the machine.`,
    '- One device, searches and later pages are drawn anew for each request, so that hardly one was asked before.',
    '- Milliseconds from when a request was due to the end of its answer; waiting to be sent counts.',
    '',
    table(
      ['route', 'requests', 'errors', 'p50', 'p99', 'max'],
      routes.map(({ name, ...figures }) => [
        name,
        ...[figures.requests, figures.errors, figures.p50, figures.p99, figures.max].map(String),
      ]),
    ),
    '',
    `${requests} requests answered, ${errors} errors. Memory of the server: ${before} before, ${between} half-way, ${after} after.`,
    '',
    targetLines(figures),
    '',
  ].join('\n')
}
