import { describe, expect, it } from 'vitest'
import { DAYS, dailySeries } from './daily-series.ts'

describe('dailySeries', () => {
  it('is the same every time, and no two series are alike', () => {
    const [one, other] = dailySeries(2, 'complete')

    expect(dailySeries(2, 'complete')).toEqual([one, other])
    expect(one).not.toEqual(other)
    expect(one).toHaveLength(DAYS)
  })

  it('leaves out about one day in twenty of the same figures', () => {
    const [whole = []] = dailySeries(1, 'complete')
    const [gapped = []] = dailySeries(1, 'gaps')
    const missing = gapped.filter((value) => value === null).length

    expect(missing).toBeGreaterThan(15)
    expect(missing).toBeLessThan(60)
    expect(gapped.every((value, day) => value === null || value === whole[day])).toBe(true)
  })
})
