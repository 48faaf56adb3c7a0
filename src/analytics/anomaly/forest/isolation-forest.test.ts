import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../stats/seeded-random.ts'
import { normalDraw } from '../testing/noisy-series.ts'
import { forestScores } from './forest-scores.ts'
import { isolatingColumn } from './isolating-column.ts'
import {
  growIsolationForest,
  type IsolationForestOptions,
  type Points,
} from './isolation-forest.ts'

function scoresOf(points: Points, options?: IsolationForestOptions): Float64Array {
  return forestScores(growIsolationForest(points, options), points)
}

/** Sixty points that a formula gives, then one far out, another, and one in their midst. */
function formulaPoints(): Points {
  const rows = Array.from({ length: 60 }, (_, at) => [
    Math.sin(at * 12.9898) * 3,
    Math.cos(at * 4.1414) * 2 + (at % 7),
    (at * at) % 11,
  ])
  rows.push([30, 3, 5], [0, 40, 5], [0, 3, 5])
  return { values: Float64Array.from(rows.flat()), columns: 3 }
}

const isPlanted = (row: number) => row % 50 === 7

/** A thousand correlated points in four columns, twenty of them out of line in one. */
function correlatedPoints(): Points {
  const random = seededRandom(20)
  const values: number[] = []
  for (let row = 0; row < 1000; row += 1) {
    const shared = normalDraw(random)
    for (let column = 0; column < 4; column += 1) {
      const odd = isPlanted(row) && column === row % 4 ? 2.2 : 0
      values.push(shared + 0.6 * normalDraw(random) + odd)
    }
  }
  return { values: Float64Array.from(values), columns: 4 }
}

/** The chance that a planted point scores above another: the area under the ROC curve. */
function rankingQuality(scores: Float64Array): number {
  const planted = scores.filter((_, row) => isPlanted(row))
  const others = scores.filter((_, row) => !isPlanted(row))
  const wins = planted.reduce(
    (sum, score) => sum + others.filter((other) => other < score).length,
    0,
  )
  return wins / (planted.length * others.length)
}

describe('growIsolationForest', () => {
  it('scores as scikit-learn 1.2 does: -score_samples of IsolationForest(3000, max_samples=63)', () => {
    const scores = scoresOf(formulaPoints(), { trees: 3000, sampleSize: 63 })

    // The mean of three random states; they differ by 0.004 from each other.
    const expected = [0.7202, 0.7196, 0.3981, 0.4863, 0.4194, 0.5289]
    for (const [at, row] of [60, 61, 62, 0, 17, 33].entries()) {
      expect(Math.abs(scores[row]! - expected[at]!)).toBeLessThan(0.012)
    }
  })

  it('ranks planted points as well: scikit-learn 1.2 comes to 0.862 (0.009 from state to state)', () => {
    const points = correlatedPoints()
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8]

    const found = seeds.map((seed) => rankingQuality(scoresOf(points, { seed })))

    const average = found.reduce((sum, quality) => sum + quality, 0) / seeds.length
    expect(Math.abs(average - 0.862)).toBeLessThan(0.02)
  })

  it('ranks these better with larger samples', () => {
    const points = correlatedPoints()
    const small = rankingQuality(scoresOf(points, { sampleSize: 16 }))
    const all = rankingQuality(scoresOf(points, { sampleSize: 1000, maxDepth: 100 }))
    expect(all).toBeGreaterThan(small)
  })

  it('is the same forest for the same seed, and another for another', () => {
    const points = formulaPoints()
    expect(scoresOf(points, { seed: 4 })).toEqual(scoresOf(points, { seed: 4 }))
    expect(scoresOf(points, { seed: 4 })).not.toEqual(scoresOf(points, { seed: 5 }))
  })

  it('takes points for what they are to each other: another unit or zero changes next to nothing', () => {
    const points = formulaPoints()
    const moved = { ...points, values: points.values.map((value) => value * 4 + 1024) }
    const scores = scoresOf(points)
    for (const [row, score] of scoresOf(moved).entries()) expect(score).toBeCloseTo(scores[row]!, 6)
  })

  it('gives each point a score above 0 and up to 1, whatever the points', () => {
    const FIGURE = fc.oneof(
      fc.constantFrom(0, 1, Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    )
    const ROWS = fc.array(fc.tuple(FIGURE, FIGURE), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(ROWS, (rows) => {
        const points = { values: Float64Array.from(rows.flat()), columns: 2 }
        const scores = scoresOf(points, { trees: 10 })
        expect(scores).toHaveLength(rows.length)
        expect(scores.every((score) => score > 0 && score <= 1)).toBe(true)
      }),
    )
  })

  it('gives 0.5 to all where all are equal', () => {
    const points = { values: new Float64Array(80).fill(3), columns: 2 }
    for (const score of scoresOf(points)) expect(score).toBeCloseTo(0.5, 12)
  })

  it('keeps to the depth and to the sample', () => {
    const points = correlatedPoints()
    const shallow = growIsolationForest(points, { trees: 3, sampleSize: 64, maxDepth: 1 })
    const counts = [...shallow.roots].map((root) => shallow.sizes[root])
    expect(counts).toEqual([64, 64, 64])
    expect(shallow.features.filter((_, at) => (shallow.sizes[at] ?? 0) > 0)).toHaveLength(9)
  })

  it.each([{ trees: 0 }, { sampleSize: 1 }, { maxDepth: -1 }, { trees: 1.5 }])(
    'refuses %o',
    (options) => {
      expect(() => growIsolationForest(formulaPoints(), options)).toThrow(RangeError)
    },
  )

  it('refuses no points', () => {
    const points = { values: new Float64Array(0), columns: 2 }
    expect(() => growIsolationForest(points)).toThrow(RangeError)
  })
})

describe('isolatingColumn', () => {
  it('names the column in which a point is far out', () => {
    const points = formulaPoints()
    const forest = growIsolationForest(points)

    const first = isolatingColumn(forest, [30, 3, 5])
    const second = isolatingColumn(forest, [0, 40, 5])

    expect(first.column).toBe(0)
    expect(second.column).toBe(1)
    expect(Math.min(first.share, second.share)).toBeGreaterThan(0.5)
  })

  it('names none in particular where nothing parts the points', () => {
    const points = { values: new Float64Array(80).fill(3), columns: 2 }
    expect(isolatingColumn(growIsolationForest(points), [3, 3])).toEqual({ column: 0, share: 0 })
  })
})
