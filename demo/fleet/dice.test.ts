import { describe, expect, it } from 'vitest'
import { happens, makeDice, pick } from './dice.ts'

const dice = makeDice(7)
const rolls = Array.from({ length: 10_000 }, (_, key) => dice('model', key))

describe('makeDice', () => {
  it('answers a question the same whatever was asked before', () => {
    const other = makeDice(7)
    const backwards = rolls.map((_, at) => other('model', rolls.length - 1 - at))

    expect(backwards.toReversed()).toEqual(rolls)
  })

  it('answers otherwise for another seed, purpose, key or turn', () => {
    const answers = [
      dice('model', 1),
      makeDice(8)('model', 1),
      dice('home', 1),
      dice('model', 2),
      dice('model', 1, 1),
    ]
    expect(new Set(answers).size).toBe(answers.length)
  })

  it('spreads evenly', () => {
    const tenths = Map.groupBy(rolls, (roll) => Math.floor((roll / 2 ** 32) * 10))
    const sizes = [...tenths.values()].map(({ length }) => length)

    expect(tenths.size).toBe(10)
    expect(Math.min(...sizes)).toBeGreaterThan(900)
    expect(Math.max(...sizes)).toBeLessThan(1100)
  })
})

it('happens in the share of rolls asked for', () => {
  expect(rolls.filter((roll) => happens(roll, 1))).toHaveLength(rolls.length)
  expect(rolls.filter((roll) => happens(roll, 0))).toHaveLength(0)
  expect(rolls.filter((roll) => happens(roll, 0.25)).length).toBeGreaterThan(2300)
  expect(rolls.filter((roll) => happens(roll, 0.25)).length).toBeLessThan(2700)
})

it('refuses to pick from nothing', () => {
  expect(() => pick([], 1)).toThrow(RangeError)
})
