import { describe, expect, it } from 'vitest'
import { isTable, spacedOut } from './summary-shape.ts'

describe('spacedOut', () => {
  it.each([
    ['pairsCompared', 'Pairs compared'],
    ['missing-in-edr', 'Missing in edr'],
    ['last_try', 'Last try'],
    ['', ''],
  ])('writes %s as %s', (name, words) => {
    expect(spacedOut(name)).toBe(words)
  })
})

describe('isTable', () => {
  it('is a list of objects only, and not an empty one', () => {
    expect([[{ a: 1 }], [], [1], [{ a: 1 }, null], { a: 1 }].map(isTable)).toEqual([
      ...[true, false, false, false, false],
    ])
  })
})
