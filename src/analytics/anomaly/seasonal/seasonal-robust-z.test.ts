import { describe, expect, it } from 'vitest'
import type { AnomalyRequest } from '../anomaly-request.ts'
import { noisyFigures, seriesOf } from '../testing/noisy-series.ts'
import { type SeasonalRobustZOptions, seasonalRobustZ } from './seasonal-robust-z.ts'

function judged(request: AnomalyRequest, options?: SeasonalRobustZOptions) {
  const answer = seasonalRobustZ(request, options)
  if (answer.kind === 'too-few') throw new Error(`too few: ${answer.has} of ${answer.needs}`)
  return answer
}

function daysIn(values: readonly (number | null)[], options?: SeasonalRobustZOptions): number[] {
  return judged({ series: seriesOf(values) }, options).anomalies.map(({ index }) => index)
}

describe('seasonalRobustZ', () => {
  it('flags a Saturday that is like a Monday, and says why', () => {
    const values = noisyFigures({ days: 120, seed: 2 })
    const quiet = daysIn(values)
    values[103] = 101

    const found = judged({ series: seriesOf(values) }).anomalies

    expect(found.map(({ index }) => index)).toEqual([...quiet, 103].toSorted((a, b) => a - b))
    const saturday = found.find(({ index }) => index === 103)
    expect(saturday).toMatchObject({ day: '2024-04-13', value: 101, direction: 'high' })
    expect(saturday?.expected).toBeGreaterThan(76)
    expect(saturday?.expected).toBeLessThan(84)
    expect(saturday?.why).toMatchObject({ kind: 'far-from-weekday', weekday: 6, isFloor: false })
  })

  it('scores by the spread it tells of', () => {
    const values = noisyFigures({ days: 120, seed: 3 })
    values[100] = 160
    const [found] = judged({ series: seriesOf(values), range: { from: 100, to: 100 } }).anomalies
    const why = found?.why
    if (why?.kind !== 'far-from-weekday') throw new Error('another reason')
    expect(found?.score).toBeCloseTo((160 - found!.expected) / why.spread, 12)
    expect(why.level + why.weekdayEffect).toBeCloseTo(found!.expected, 9)
  })

  it.each([
    { what: 'noise', drift: 0, hasRhythm: false },
    { what: 'a weekly rhythm', drift: 0, hasRhythm: true },
    { what: 'a drift', drift: 0.5, hasRhythm: true },
  ])('flags fewer than one day in a hundred of $what', ({ drift, hasRhythm }) => {
    const flagged = [1, 2, 3, 4].flatMap((seed) =>
      daysIn(noisyFigures({ days: 400, seed, drift, hasRhythm })),
    )
    expect(flagged.length / (4 * 372)).toBeLessThan(0.01)
  })

  it('finds nine of ten days that are seven deviations out', () => {
    const seeds = Array.from({ length: 40 }, (_, at) => at + 1)
    const found = seeds.filter((seed) => {
      const values = noisyFigures({ days: 150, seed })
      values[140] = values[140]! + 21
      return daysIn(values).includes(140)
    })
    expect(found.length).toBeGreaterThanOrEqual(36)
  })

  it('does not let a run of odd days hide the next', () => {
    const values = noisyFigures({ days: 150, seed: 4 })
    for (const index of [100, 101, 102, 104]) values[index] = values[index]! + 60
    expect(daysIn(values)).toEqual(expect.arrayContaining([100, 101, 102, 104]))
  })

  it('measures later days by what was ordinary, however many were odd', () => {
    const values = noisyFigures({ days: 150, seed: 4 })
    const oddDays = Array.from({ length: 56 }, (_, at) => 80 + at).filter((day) => day % 5 < 2)
    const spreadOn = (figures: readonly number[]) => {
      const { anomalies } = judged({ series: seriesOf(figures.with(140, 200)) })
      const why = anomalies.find(({ index }) => index === 140)?.why
      return why?.kind === 'far-from-weekday' ? why.spread : Number.NaN
    }
    const often = values.map((value, day) =>
      oddDays.includes(day) ? value + 40 * (-1) ** day : value,
    )

    expect(spreadOn(often) / spreadOn(values)).toBeLessThan(1.5)
  })

  it('takes a level that lasts for a week for the new one', () => {
    const values = noisyFigures({ days: 200, seed: 10 }).map((value, day) =>
      day < 100 ? value : value + 60,
    )
    const after = daysIn(values).filter((index) => index >= 100)
    expect(after.slice(0, 7)).toEqual([100, 101, 102, 103, 104, 105, 106])
    expect(after.slice(7).length).toBeLessThanOrEqual(1)
  })

  it('takes a weekday that has changed its ways for four weeks as it is now', () => {
    const values = noisyFigures({ days: 250, seed: 11 }).map((value, day) =>
      day >= 100 && day % 7 === 5 ? value + 45 : value,
    )
    const saturdays = daysIn(values).filter((index) => index >= 100 && index % 7 === 5)
    expect(saturdays).toEqual([103, 110, 117, 124])
  })

  it('flags the same days from another zero where no share of the level counts as small', () => {
    const values = noisyFigures({ days: 200, seed: 15, noise: 12 }).map(Math.round)
    const options = { threshold: 2, smallChangeShare: 0 }
    const found = daysIn(values, options)
    expect(found.length).toBeGreaterThan(3)
    expect(
      daysIn(
        values.map((value) => value + 8192),
        options,
      ),
    ).toEqual(found)
  })

  it('leaves small changes alone, however quiet it was before', () => {
    const quiet = (last: number) => [...new Array<number>(60).fill(3), last]
    expect(daysIn(quiet(4))).toEqual([])
    expect(daysIn(quiet(5))).toEqual([60])
    expect(daysIn(quiet(5), { smallChange: 3 })).toEqual([])
    const large = (last: number) => [...new Array<number>(60).fill(600), last]
    expect(daysIn(large(589))).toEqual([])
    expect(daysIn(large(587))).toEqual([60])
    expect(daysIn(large(598), { smallChangeShare: 0 })).toEqual([60])
  })

  it('flags a change from a constant 0 without a score where no floor is given', () => {
    const series = seriesOf([...new Array<number>(60).fill(0), 0.5])
    expect(judged({ series }).anomalies).toEqual([])
    expect(judged({ series }, { smallChange: 0 }).anomalies).toMatchObject([
      { index: 60, score: null, why: { kind: 'constant-history-changed', constant: 0 } },
    ])
  })

  it('uses the history before the range, whatever range is asked', () => {
    const values = noisyFigures({ days: 200, seed: 12, noise: 12 })
    values[150] = 300
    const all = judged({ series: seriesOf(values) }, { threshold: 2 }).anomalies
    const range = { from: 140, to: 180 }

    const part = judged({ series: seriesOf(values), range }, { threshold: 2 })

    expect(part.anomalies).toEqual(all.filter(({ index }) => index >= 140 && index <= 180))
    expect(part.judgedDays).toBe(41)
  })

  it('says what it has and needs below four weeks', () => {
    const series = seriesOf(noisyFigures({ days: 28, seed: 1 }))
    expect(seasonalRobustZ({ series })).toEqual({ kind: 'too-few', has: 27, needs: 28, of: 'days' })
  })

  it('judges a series that rests at weekends, and not its first Saturday', () => {
    const values: (number | null)[] = noisyFigures({ days: 150, seed: 13 }).map((value, day) =>
      day % 7 > 4 ? null : value,
    )
    values[142] = 200
    values[145] = 200 // a Saturday
    const { anomalies, unjudgedDays } = judged({
      ...{ series: seriesOf(values), range: { from: 140, to: 149 } },
    })
    expect(anomalies.map(({ index }) => index)).toEqual([142])
    expect(unjudgedDays).toBe(1)
  })

  it('lets a person take odd days out of the baselines, so that they never become the new way', () => {
    const holidays = [77, 84, 91, 98] // four Mondays
    const values = noisyFigures({ days: 120, seed: 14 }).with(105, 200)
    for (const day of holidays) values[day] = 160
    const expectedOn = (exempt: ReadonlySet<number>) => {
      const { anomalies } = judged({ series: seriesOf(values), exempt })
      return anomalies.find(({ index }) => index === 105)?.expected ?? 0
    }
    expect(Math.abs(expectedOn(new Set(holidays)) - 100)).toBeLessThan(6)
    expect(Math.abs(expectedOn(new Set()) - 160)).toBeLessThan(6)
  })

  it.each([{ weeks: 3 }, { weeks: 53 }, { threshold: 0 }, { smallChange: -1 }])(
    'refuses %o',
    (options) => {
      expect(() => seasonalRobustZ({ series: seriesOf([]) }, options)).toThrow(RangeError)
    },
  )
})
