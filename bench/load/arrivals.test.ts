import { expect, it } from 'vitest'
import { makeChance } from '../../demo/chance.ts'
import { arrivals } from './arrivals.ts'

it('spreads requests over the time, so many a second, neither evenly nor all at once', () => {
  const instants = arrivals({ rate: 200, seconds: 60 }, makeChance(1))
  const gaps = instants.slice(1).map((at, before) => at - (instants[before] ?? 0))
  const bySecond = Map.groupBy(instants, (at) => Math.floor(at / 1000))

  expect(instants.length).toBeGreaterThan(11_500)
  expect(instants.length).toBeLessThan(12_500)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0)
  expect(instants.at(-1)).toBeLessThan(60_000)
  expect([...bySecond.values()].every(({ length }) => length > 120 && length < 280)).toBe(true)
  expect(gaps.filter((gap) => gap > 5).length / gaps.length).toBeCloseTo(Math.exp(-1), 1)
})
