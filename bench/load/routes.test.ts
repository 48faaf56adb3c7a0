import { expect, it } from 'vitest'
import { loadedRoutes } from './routes.ts'

it('shares all requests out', () => {
  const routes = loadedRoutes('2026-11-21')

  expect(routes.reduce((sum, { share }) => sum + share, 0)).toBe(100)
  expect(new Set(routes.map(({ name }) => name)).size).toBe(routes.length)
})
