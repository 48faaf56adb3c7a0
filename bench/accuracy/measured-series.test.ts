import { describe, expect, it } from 'vitest'
import type { Figures } from '../../src/analytics/series.ts'
import { FREQUENCIES } from './frequency.ts'
import { measureSeries } from './measured-series.ts'
import type { PublicSeries } from './public-series.ts'

const yearly = FREQUENCIES.find(({ name }) => name === 'yearly')
if (!yearly) throw new Error('no years')
const seriesOf = (values: Figures): PublicSeries => ({
  ...{ name: 'x', source: 'a', licence: 'b', origin: 'c', frequency: yearly, values },
})

describe('measureSeries', () => {
  it('scores the last value by what was held out', () => {
    const history = [5, 7, 6, 8, 7, 9, 8, 10, 9, 11, 10, 12]
    const { scores } = measureSeries(seriesOf([...history, 12, 13, 11, 12, 12, 12]))

    expect(scores.naive.mase).toBeCloseTo(2 / 6 / (17 / 11), 12)
    expect(scores['naive-2']).toMatchObject({ mase: scores.naive.mase, within95: null })
  })

  it('lets the last value stand in for what cannot be fitted, and says so', () => {
    const { scores, stoodIn, skilled, chosen } = measureSeries(
      seriesOf([3, 4, 5, 6, 7, 8, 9, 10, 11]),
    )

    expect(stoodIn).toContain('sarimax')
    expect(scores.sarimax).toEqual(scores.naive)
    expect([skilled, chosen]).toEqual([false, 'naive'])
  })

  it('names methods whose intervals leave all bounds', () => {
    const { wild } = measureSeries(seriesOf([0, 9, 0, 9, 0, 9, 0, 9, 1, 1, 1, 1, 1, 1]))
    expect(wild.map(({ method }) => method)).toContain('naive')
    expect(wild.every(({ reach }) => reach > 3)).toBe(true)
  })
})
