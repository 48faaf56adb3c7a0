import { table } from '../report/table.ts'
import type { RouteFigures } from './fire.ts'
import type { LoadOptions } from './options.ts'

/** What came of one run. */
export interface LoadRun {
  readonly routes: readonly RouteFigures[]
  /** Of the server's process: before the first request, half-way, after the last. */
  readonly residentBytes: readonly [number, number, number]
  readonly findings: number
}

const MIB = 1_048_576
/** Of each route, in milliseconds. */
const TARGET_P99 = 150

/** The result as a page. */
export function loadReport(
  { routes, residentBytes, findings }: LoadRun,
  { facts, options }: { readonly facts: readonly string[]; readonly options: LoadOptions },
): string {
  const [before, between, after] = residentBytes.map((bytes) => `${Math.round(bytes / MIB)} MiB`)
  const errors = routes.reduce((sum, route) => sum + route.errors, 0)
  const slow = routes.filter(({ p99 }) => p99 > TARGET_P99).map(({ name }) => name)
  const requests = routes.reduce((sum, route) => sum + route.requests, 0)
  return [
    '# Mixed reads from `muster serve`',
    '',
    ...facts.map((fact) => `- ${fact}`),
    `- ${options.devices} machines in each of two sources, ${findings} findings, 730 days of 20 metrics, 5,000 runs.`,
    `- ${options.rate} requests a second for ${options.seconds} s, sent at that rate whatever the answers; server, database and client share the machine.`,
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
    slow.length === 0
      ? `The 99th percentile of every route is within ${TARGET_P99} ms.`
      : `Not within ${TARGET_P99} ms at the 99th percentile: ${slow.join(', ')}.`,
    '',
  ].join('\n')
}
