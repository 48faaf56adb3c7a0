import { describe, expect, it } from 'vitest'
import { daysOfSeries } from './days-of-series.ts'

const SERIES = { first: '2026-01-30', values: [1, null, 3, 4] }

describe('daysOfSeries', () => {
  it.each([
    [null, null, { from: 0, to: 3 }],
    ['2026-01-31', '2026-02-01', { from: 1, to: 2 }],
    ['2025-12-01', '2027-01-01', { from: 0, to: 3 }],
  ])('from %s to %s', (from, to, places) => {
    expect(daysOfSeries(SERIES, { from, to })).toEqual(places)
  })

  it('is empty for days that lie outside', () => {
    const { from, to } = daysOfSeries(SERIES, { from: '2026-03-01', to: '2026-03-02' })

    expect(to).toBeLessThan(from)
  })
})
