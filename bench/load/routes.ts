import { addDays, type Day } from '../../src/lib/day.ts'

/** One kind of request of the mix. */
export interface LoadedRoute {
  readonly name: string
  /** Of a hundred requests. */
  readonly share: number
  /** Asked in turn. */
  readonly paths: readonly string[]
}

/** Sources of figures, each with one metric of two years. */
export const FIGURE_SOURCES = 20

/** What people and programs ask for of a day. */
export function loadedRoutes(today: Day): LoadedRoute[] {
  const figures = Array.from({ length: FIGURE_SOURCES }, (_, nth) => `pos-${nth}`)
  const span = `start_date=${addDays(today, -729)}&end_date=${today}`
  return [
    { name: 'devices, first page', share: 10, paths: ['/api/devices?limit=100'] },
    {
      name: 'devices, filtered',
      share: 15,
      paths: [
        '/api/devices?source=ninjaone&kind=server&limit=100',
        '/api/devices?source=threatlocker&limit=100&sort=last-contact',
        '/api/devices?noSite=true&limit=100',
        ...['10', '77', 'ws-0', 'srv'].map((text) => `/api/devices?text=${text}&limit=50`),
      ],
    },
    {
      name: 'devices, later pages',
      share: 5,
      paths: [2, 5, 10, 20].map((nth) => `/api/devices?limit=100&offset=${100 * (nth - 1)}`),
    },
    { name: 'counts', share: 10, paths: ['/api/counts', `/api/counts?asOf=${addDays(today, -7)}`] },
    {
      name: 'dashboard today',
      share: 15,
      paths: ['/api/dashboard/today', '/api/dashboard/comparison'],
    },
    {
      name: 'compare, a week',
      share: 5,
      paths: [0, 100].map(
        (offset) => `/api/compare?from=${addDays(today, -7)}&to=${today}&offset=${offset}`,
      ),
    },
    {
      name: 'findings',
      share: 15,
      paths: ['/api/findings?limit=50', '/api/findings?state=open&severity=high&limit=50'],
    },
    {
      name: 'metrics daily, 730 days',
      share: 10,
      paths: figures.map(
        (source) => `/api/metrics/daily?source_name=${source}&metric=sold&${span}`,
      ),
    },
    { name: 'anomalies kept', share: 5, paths: ['/api/anomalies?limit=100'] },
    { name: 'runs', share: 10, paths: ['/api/runs?limit=50'] },
  ]
}
