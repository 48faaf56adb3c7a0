import { cpus, release, totalmem } from 'node:os'
import type { DrillOptions } from './options.ts'
import type { DrillResult } from './tally.ts'

/** What a run of drills came to. */
export interface DrillReport {
  readonly options: DrillOptions
  readonly at: string
  readonly machine: string
  readonly results: readonly DrillResult[]
  /** Over all drills. */
  readonly total: Pick<DrillResult, 'attempts' | 'recovered' | 'lost' | 'wrong'>
  /** What was met on the way, over all drills: how many kills came where, for instance. */
  readonly seen: Readonly<Record<string, number>>
}

/** Puts the results of drills together. */
export function reportOf(
  options: DrillOptions,
  results: readonly DrillResult[],
  at: Date,
): DrillReport {
  const sum = (figure: 'attempts' | 'recovered' | 'lost' | 'wrong') =>
    results.reduce((whole, result) => whole + result[figure], 0)
  const seen: Record<string, number> = {}
  for (const [what, times] of results.flatMap((result) => Object.entries(result.seen))) {
    seen[what] = (seen[what] ?? 0) + times
  }
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0)
  return {
    ...{ options, results, seen, at: at.toISOString() },
    machine: `${cpus().length} processors, ${gigabytes} GB, Linux ${release()}, Node ${process.version}`,
    total: {
      ...{ attempts: sum('attempts'), recovered: sum('recovered') },
      ...{ lost: sum('lost'), wrong: sum('wrong') },
    },
  }
}

/** The report as a page of text. */
export function reportText({ options, at, machine, results, total, seen }: DrillReport): string {
  const rows = results.map(rowOf)
  const faults = results.flatMap(({ drill, faults }) =>
    faults.map((fault) => `- ${drill}: ${fault}`),
  )
  const notRun = results.flatMap(({ drill, notRun }) => notRun.map((what) => `- ${drill}: ${what}`))
  const met = Object.entries(seen).map(([what, times]) => `- ${what}: ${times}`)
  return [
    '# Drills',
    '',
    `${at}. Seed ${options.seed}, ${options.kills} kills. ${machine}.`,
    '',
    row(['drill', 'attempts', 'recovered', 'lost', 'wrong', 'not run', 'seconds']),
    row(['---', '--:', '--:', '--:', '--:', '--:', '--:']),
    ...rows,
    row(['all', total.attempts, total.recovered, total.lost, total.wrong, notRun.length, '']),
    ...section('Lost or wrong', faults),
    ...section('Not run', notRun),
    ...section('Met on the way', met),
    '',
  ].join('\n')
}

/** A drill's line of the table. */
export function rowOf(result: DrillResult): string {
  const { drill, attempts, recovered, lost, wrong, notRun, seconds } = result
  return row([drill, attempts, recovered, lost, wrong, notRun.length, seconds])
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines]
}
