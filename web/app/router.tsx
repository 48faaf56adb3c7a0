import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { Forbidding } from './forbidding.tsx'
import { NotFound } from './not-found.tsx'
import { PageFailed } from './page-failed.tsx'
import { PAGES, type PageEntry } from './page-list.ts'
import { Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

/** Addresses are plain (`?site=Norte&state=open`), every value a text; filters are read by `useFilters`. */
export function makeRouter() {
  return createRouter({
    routeTree: root.addChildren(PAGES.map(routeOf)),
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultErrorComponent: PageFailed,
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const said = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
      const text = new URLSearchParams(said.map(([key, value]) => [key, String(value)])).toString()
      return text === '' ? '' : `?${text}`
    },
  })
}

function routeOf({ path, needs, load }: PageEntry) {
  const Loaded = lazyRouteComponent(() => load().then((page) => ({ default: page })))
  return createRoute({
    getParentRoute: () => root,
    path,
    component: () => (
      <Forbidding needs={needs}>
        <Loaded />
      </Forbidding>
    ),
    loader: () => Loaded.preload?.(),
  })
}
