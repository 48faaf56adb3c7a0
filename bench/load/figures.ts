import { type Aim, figureOf } from '../report/figure.ts'
import type { KeptFigure } from '../report/kept-result.ts'
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
/** Of each route, with so many machines and more in each source. */
const DEVICES = 100_000
const P99_MS: Aim = { of: 'Muster', bound: 'at most', value: 150 }

/** How long answers of each route took, what failed, and what the server held; one run has no rounds. */
export function loadFigures(
  { routes, residentBytes }: LoadRun,
  { devices }: Pick<LoadOptions, 'devices'>,
): KeptFigure[] {
  const [before, , after] = residentBytes
  const asked = routes.filter(({ requests }) => requests > 0)
  return [
    ...asked.map(({ name, p99 }) =>
      figureOf({
        ...{ name: `${name}: p99`, unit: 'ms', muster: [p99] },
        aim: devices < DEVICES ? null : P99_MS,
      }),
    ),
    ...asked.map(({ name, p50 }) => figureOf({ name: `${name}: p50`, unit: 'ms', muster: [p50] })),
    figureOf({
      ...{ name: 'requests without a good answer', unit: '' },
      muster: [routes.reduce((sum, { errors }) => sum + errors, 0)],
    }),
    figureOf({ name: 'memory of the server before', unit: 'MiB', muster: [before / MIB] }),
    figureOf({ name: 'memory of the server after', unit: 'MiB', muster: [after / MIB] }),
  ]
}
