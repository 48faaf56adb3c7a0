import { describe, expect, it } from 'vitest'
import { buildingOutliers } from './building-outliers.ts'

/** Buildings named by their place in the list. */
function buildings(...counts: readonly number[]) {
  return counts.map((count, at) => ({ name: `B${at}`, count }))
}

describe('buildingOutliers', () => {
  it('names buildings more than 2 robust deviations away, with their direction', () => {
    // median 10, distances 30 2 1 1 0 2 9, their median 2: z = (40 - 10) / (1.4826 * 2)
    const verdict = buildingOutliers(buildings(40, 12, 11, 9, 10, 8, 1))

    expect(verdict).toMatchObject({
      kind: 'judged',
      outliers: [
        { name: 'B0', direction: 'high', median: 10 },
        { name: 'B6', direction: 'low', median: 10 },
      ],
    })
    const zs = verdict.kind === 'judged' ? verdict.outliers.map(({ z }) => z) : []
    expect(zs[0]).toBeCloseTo(10.117361, 6)
    expect(zs[1]).toBeCloseTo(-3.035208, 6)
  })

  it('finds nothing odd where counts differ a little', () => {
    expect(buildingOutliers(buildings(10, 11, 12, 9, 8, 10))).toEqual({
      kind: 'judged',
      outliers: [],
    })
  })

  it('does not judge fewer than six buildings', () => {
    const verdict = buildingOutliers(buildings(900, 1, 2, 3, 4))

    expect(verdict).toEqual({ kind: 'too-few', has: 5, needs: 6 })
  })

  it('makes up no deviation where half of the buildings are alike', () => {
    expect(buildingOutliers(buildings(5, 5, 5, 5, 5, 90))).toEqual({ kind: 'no-spread' })
  })
})
