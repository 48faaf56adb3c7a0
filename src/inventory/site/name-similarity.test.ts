import { describe, expect, it } from 'vitest'
import { nameSimilarity, similarNameFinder } from './name-similarity.ts'

describe('nameSimilarity', () => {
  it('is twice the shared pairs by all pairs: " n", "ht" and "t " of six and six', () => {
    expect(nameSimilarity('night', 'nacht')).toBe(0.5)
  })

  it('is 1 for equal names, 0 for names that share nothing, and 0 for nothing at all', () => {
    expect(nameSimilarity('alder birch', 'alder birch')).toBe(1)
    expect(nameSimilarity('abc', 'xyz')).toBe(0)
    expect(nameSimilarity('', '')).toBe(0)
    expect(nameSimilarity('a', 'a')).toBe(1)
  })

  it('is the same from either side', () => {
    expect(nameSimilarity('alder birch', 'alder and birch')).toBe(
      nameSimilarity('alder and birch', 'alder birch'),
    )
  })
})

describe('similarNameFinder', () => {
  it('finds the likeness of every name that shares a pair, and no others', () => {
    const names = ['alder birch', 'cedar', 'xylo', '']

    const found = similarNameFinder(names)('alder and birch')

    expect(found).toEqual(
      new Map([
        [0, nameSimilarity('alder birch', 'alder and birch')],
        [1, nameSimilarity('cedar', 'alder and birch')],
      ]),
    )
  })
})
