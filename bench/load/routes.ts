import type { Chance } from '../../demo/chance.ts'
import { addDays, type Day } from '../../src/lib/day.ts'

/** One kind of request of the mix. */
export interface LoadedRoute {
  readonly name: string
  /** Of a hundred requests. */
  readonly share: number
  /** The address of one request. */
  path(chance: Chance): string
}

/** Sources of figures, each with one metric of two years. */
export const FIGURE_SOURCES = 20

const FILTERS = [
  'source=ninjaone&kind=server',
  'source=threatlocker&sort=last-contact',
  'noSite=true',
]
const FINDINGS = ['limit=50', 'state=open&severity=high&limit=50', 'limit=50&offset=50']
const LATER_PAGES = 50

/** What is asked of an installation. */
export interface Asked {
  readonly today: Day
  /** Machines that may be asked for, by number. */
  readonly deviceIds: readonly number[]
  /** What may be searched for. */
  readonly serials: readonly string[]
}

/** What people and programs ask for of a day: much that all ask for, and much that nobody asked before. */
export function loadedRoutes({ today, deviceIds, serials }: Asked): LoadedRoute[] {
  const span = `start_date=${addDays(today, -729)}&end_date=${today}`
  const weekAgo = addDays(today, -7)
  const oneOf = (paths: readonly string[]) => (chance: Chance) => chance.pick(paths)
  return [
    { name: 'devices, first page', share: 10, path: () => '/api/devices?limit=100' },
    {
      name: 'devices, later pages',
      share: 5,
      path: (chance) => `/api/devices?limit=100&offset=${100 * (1 + chance.below(LATER_PAGES))}`,
    },
    {
      name: 'devices, filtered',
      share: 10,
      path: (chance) => `/api/devices?${chance.pick(FILTERS)}&limit=100`,
    },
    {
      name: 'devices, searched',
      share: 5,
      path: (chance) => `/api/devices?text=${chance.pick(serials)}&limit=50`,
    },
    { name: 'one device', share: 10, path: (chance) => `/api/devices/${chance.pick(deviceIds)}` },
    { name: 'counts', share: 10, path: oneOf(['/api/counts', `/api/counts?asOf=${weekAgo}`]) },
    {
      name: 'dashboard today',
      share: 15,
      path: oneOf(['/api/dashboard/today', '/api/dashboard/comparison']),
    },
    {
      name: 'compare, a week',
      share: 5,
      path: (chance) => `/api/compare?from=${weekAgo}&to=${today}&offset=${100 * chance.below(2)}`,
    },
    { name: 'findings', share: 10, path: (chance) => `/api/findings?${chance.pick(FINDINGS)}` },
    {
      name: 'metrics daily, 730 days',
      share: 10,
      path: (chance) =>
        `/api/metrics/daily?source_name=pos-${chance.below(FIGURE_SOURCES)}&metric=sold&${span}`,
    },
    { name: 'anomalies kept', share: 5, path: () => '/api/anomalies?limit=100' },
    { name: 'runs', share: 5, path: () => '/api/runs?limit=50' },
  ]
}
