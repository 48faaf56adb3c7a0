import { describe, expect, it } from 'vitest'
import { plantedPoints } from './planted-points.ts'

describe('plantedPoints', () => {
  const points = plantedPoints(730)

  it('is the same every time', () => {
    expect(plantedPoints(730)).toEqual(points)
  })

  it('has a row for each day and an odd one in each sixty', () => {
    expect(points.values).toHaveLength(730 * points.columns)
    expect(points.planted.size).toBe(12)
    expect([...points.planted].every((row) => row >= 0 && row < 730)).toBe(true)
  })

  it('has the weekday in the last column', () => {
    const weekdays = points.values.filter((_, at) => at % points.columns === points.columns - 1)
    expect([...weekdays.slice(0, 8)]).toEqual([6, 0, 1, 2, 3, 4, 5, 6])
  })
})
