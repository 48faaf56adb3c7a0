import { expect, it } from 'vitest'
import { makeChance } from './chance.ts'

const draws = (seed: number) => {
  const chance = makeChance(seed)
  return Array.from({ length: 1000 }, () => chance.below(10))
}

it('draws the same for the same seed and otherwise for another', () => {
  expect(draws(7)).toEqual(draws(7))
  expect(draws(7)).not.toEqual(draws(8))
})

it('draws every number below the limit and none beyond', () => {
  expect([...new Set(draws(7))].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

it('shuffles without losing or repeating', () => {
  const items = Array.from({ length: 100 }, (_, at) => at)
  const shuffled = makeChance(7).shuffled(items)

  expect(shuffled).not.toEqual(items)
  expect(shuffled.toSorted((one, other) => one - other)).toEqual(items)
})

it('refuses to pick from nothing', () => {
  expect(() => makeChance(7).pick([])).toThrow(RangeError)
})
