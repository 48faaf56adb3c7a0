import { expect, it } from 'vitest'
import { chartDays } from './chart-days.ts'

const FIGURES = [
  { day: '2026-02-26', value: 4 },
  { day: '2026-03-01', value: 0 },
]
const FORECAST = [{ day: '2026-03-02', mean: 2, lower: 1, upper: 3 }]

it('leaves days without a figure open, and keeps a zero that is one', () => {
  const days = chartDays({ figures: FIGURES, anomalies: [], forecast: [] })

  expect(days.map(({ day, value }) => [day, value])).toEqual([
    ['2026-02-26', 4],
    ['2026-02-27', null],
    ['2026-02-28', null],
    ['2026-03-01', 0],
  ])
})

it('joins the forecast and its band to the last figure', () => {
  const days = chartDays({ figures: FIGURES, anomalies: [], forecast: FORECAST })

  expect(days.at(-2)).toMatchObject({ day: '2026-03-01', mean: 0, lower: 0, upper: 0 })
  expect(days.at(-1)).toMatchObject({ day: '2026-03-02', value: null, lower: 1, upper: 3 })
  expect(days[0]).toMatchObject({ mean: null, lower: null, upper: null })
})

it('draws nothing of nothing', () => {
  expect(chartDays({ figures: [], anomalies: [], forecast: [] })).toEqual([])
})
