import type { Plugin } from 'vite'
import { ROUTES } from '../../src/contract/routes.ts'

const NAME = 'virtual:route-table'
const RESOLVED = `\0${NAME}`

/** Gives the web app method and path of every route, without the schemas they are declared with. */
export function routeTable(): Plugin {
  return {
    name: 'muster-route-table',
    resolveId: (id) => (id === NAME ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null
      const table = Object.entries(ROUTES).map(([name, { method, path }]) => [
        name,
        { method, path },
      ])
      return `export const ROUTE_TABLE = ${JSON.stringify(Object.fromEntries(table))}`
    },
  }
}
