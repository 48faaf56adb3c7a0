import { describe, expect, it } from 'vitest'
import { leftNeighbour } from './left-neighbour.ts'
import { type SubSequence, subSequenceAt } from './sub-sequence.ts'

const FIGURES = [
  ...[97, 103, 109, 106, 100, 91, 90, 97, 111, 116, 105, 91],
  ...[86, 99, 101, 101, 109, 100, 93, 88, 89, 102, 108, 107],
]
const EXACT = { smallChange: 0, smallChangeShare: 0 }

/** Start of the nearest and distance to it, of each sub-sequence of a week. */
function profileOf(figures: readonly (number | null)[], step: number) {
  const earlier: (SubSequence | null)[] = []
  return figures.slice(6).map((_, start) => {
    const own = subSequenceAt(figures, { start, length: 7 }, EXACT)
    const found = own && leftNeighbour(earlier, own, { step, fewest: 1 })
    earlier.push(own)
    return found ? [found.nearest.start, found.distance] : null
  })
}

describe('leftNeighbour', () => {
  it('gives the left matrix profile as worked out with SciPy 1.10 (zscore) over all pairs', () => {
    const expected = [
      ...[
        [0, 1.8128572922],
        [1, 1.8590172593],
        [2, 2.2073845862],
        [3, 2.037011049],
      ],
      ...[
        [4, 2.066574332],
        [5, 1.7950124953],
        [0, 1.4224703492],
        [0, 1.3212375607],
      ],
      ...[
        [8, 1.3618653737],
        [2, 1.2461087106],
        [3, 1.2642692322],
      ],
    ]
    const found = profileOf(FIGURES, 1)
    expect(found.slice(0, 7)).toEqual(new Array(7).fill(null))
    for (const [at, [start, distance]] of expected.entries()) {
      expect(found[at + 7]?.[0]).toBe(start)
      expect(found[at + 7]?.[1]).toBeCloseTo(distance!, 9)
    }
  })

  it('compares whole weeks apart alone, where asked', () => {
    const found = profileOf(FIGURES, 7)
    expect(found[13]?.[0]).toBe(6)
    expect(found[13]?.[1]).toBeCloseTo(1.4524725527, 9)
    expect(found[14]?.[1]).toBeCloseTo(1.3212375607, 9)
  })

  it('has none for sub-sequences with a gap, and compares with none of them', () => {
    const found = profileOf(FIGURES.with(8, Number.NaN), 1)
    expect(found.slice(2, 9)).toEqual(new Array(7).fill(null))
    expect(found[13]?.[0]).not.toBe(5)
  })
})
