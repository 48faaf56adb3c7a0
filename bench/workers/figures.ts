import { figureOf } from '../report/figure.ts'
import type { KeptFigure } from '../report/kept-result.ts'

/** The same jobs, done by so many processes. */
export interface WorkerRun {
  readonly processes: number
  readonly jobs: number
  readonly seconds: number
  /** Processes that did at least one of them. */
  readonly tookPart: number
}

/** Jobs a minute for each number of processes, round by round. */
export function workersFigures(runs: readonly WorkerRun[]): KeptFigure[] {
  return processCounts(runs).map((processes) =>
    figureOf({
      ...{ name: `${processes} worker ${processes === 1 ? 'process' : 'processes'}` },
      unit: 'jobs a minute',
      muster: runsOf(runs, processes).map(jobsAMinute),
    }),
  )
}

export function processCounts(runs: readonly WorkerRun[]): number[] {
  return [...new Set(runs.map(({ processes }) => processes))]
}

export function runsOf(runs: readonly WorkerRun[], processes: number): WorkerRun[] {
  return runs.filter((run) => run.processes === processes)
}

export function jobsAMinute({ jobs, seconds }: WorkerRun): number {
  return (jobs / seconds) * 60
}
