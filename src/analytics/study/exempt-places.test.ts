import { describe, expect, it } from 'vitest'
import { exemptPlaces } from './exempt-places.ts'

describe('exemptPlaces', () => {
  it('finds the days of a series, known or not, and leaves out those of another time', () => {
    const series = { first: '2026-02-27', values: [1, null, 3] }
    const days = ['2026-02-28', '2026-03-01', '2026-03-02', '2026-02-26']
    expect(exemptPlaces(series, days)).toEqual([1, 2])
  })
})
