import { expect, it } from 'vitest'
import { makeChance } from '../../demo/chance.ts'
import { loadedRoutes } from './routes.ts'

const ASKED = { today: '2026-11-21', deviceIds: [7], serials: ['SN7'] }

it('shares all requests out', () => {
  const routes = loadedRoutes(ASKED)

  expect(routes.reduce((sum, { share }) => sum + share, 0)).toBe(100)
  expect(new Set(routes.map(({ name }) => name)).size).toBe(routes.length)
})

it('asks for machines and texts of the installation', () => {
  const paths = loadedRoutes(ASKED).map((route) => route.path(makeChance(1)))

  expect(paths).toContain('/api/devices/7')
  expect(paths).toContain('/api/devices?text=SN7&limit=50')
})
