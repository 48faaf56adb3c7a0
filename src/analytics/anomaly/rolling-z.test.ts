import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rollingZ } from './rolling-z.ts'
import { seriesOf } from './testing/noisy-series.ts'

describe('rollingZ', () => {
  it('has the means, deviations and scores that NumPy and SciPy have (mean, tstd)', () => {
    const series = seriesOf([5, 7, 6, 9, 5, 8, 6, 7, 20, 6, -4, 7])

    const answer = rollingZ({ series }, { threshold: 2 })

    expect(answer).toMatchObject({ kind: 'judged', judgedDays: 5, unjudgedDays: 7 })
    expect(answer.kind === 'judged' && answer.anomalies).toMatchObject([
      { index: 8, day: '2024-01-09', value: 20, direction: 'high', method: 'rolling-z' },
      { index: 10, day: '2024-01-11', value: -4, direction: 'low', method: 'rolling-z' },
    ])
    const [high, low] = answer.kind === 'judged' ? answer.anomalies : []
    expect(high?.score).toBeCloseTo(9.770294090586082, 10)
    expect(high?.expected).toBeCloseTo(6.857142857142857, 12)
    expect(low?.score).toBeCloseTo(-2.466519279857935, 10)
    expect(low?.why).toMatchObject({ kind: 'far-from-recent-mean', days: 7, threshold: 2 })
  })

  it('flags a change after a constant history with its side and without a score', () => {
    const answer = rollingZ({ series: seriesOf([4, 4, 4, 4, 4, 4, 4, 5]) })

    expect(answer).toMatchObject({
      anomalies: [
        {
          ...{ index: 7, expected: 4, score: null, direction: 'high' },
          why: { kind: 'constant-history-changed', constant: 4, days: 7 },
        },
      ],
    })
  })

  it('takes what rounding makes of a constant for that constant', () => {
    const third = 0.1 + 0.2
    const answer = rollingZ({ series: seriesOf([0.3, third, 0.3, third, 0.3, 0.3, 0.3, third]) })
    expect(answer).toMatchObject({ kind: 'judged', anomalies: [], judgedDays: 1 })
  })

  it('uses the history before the asked range and judges nothing outside it', () => {
    const values = [5, 7, 6, 9, 5, 8, 6, 50, 6, 7, 60]
    const answer = rollingZ({ series: seriesOf(values), range: { from: 7, to: 8 } })
    expect(answer).toMatchObject({ kind: 'judged', judgedDays: 2, anomalies: [{ index: 7 }] })
  })

  it('says how many days it has and needs, and flags nothing', () => {
    const answer = rollingZ({ series: seriesOf([1, 2, 1, 2, 900]) })
    expect(answer).toEqual({ kind: 'too-few', has: 4, needs: 7, of: 'days' })
  })

  it('needs as many known days as asked for, and never takes a gap for a figure', () => {
    const values = [5, null, 6, 9, null, 8, 6, 50, null]
    const strict = rollingZ({ series: seriesOf(values) })
    const lenient = rollingZ({ series: seriesOf(values) }, { minPeriods: 5 })

    expect(strict).toEqual({ kind: 'too-few', has: 5, needs: 7, of: 'days' })
    expect(lenient).toMatchObject({ kind: 'judged', judgedDays: 1, anomalies: [{ index: 7 }] })
  })

  it('leaves days of which a person spoke out of baselines and reports', () => {
    const values = [5, 7, 6, 9, 5, 8, 6, 50, 6, 40]
    const request = { series: seriesOf(values), exempt: new Set([7]) }

    const answer = rollingZ(request, { minPeriods: 5 })

    expect(answer).toMatchObject({ kind: 'judged', anomalies: [{ index: 9, why: { days: 6 } }] })
    expect(rollingZ({ series: seriesOf(values) })).toMatchObject({ anomalies: [{ index: 7 }] })
  })

  it('reports the asked side alone', () => {
    const series = seriesOf([5, 7, 6, 9, 5, 8, 6, 50, 6, 7, 5, 8, 6, 9, 7, -40])
    const sides = (direction: 'high' | 'low') => {
      const answer = rollingZ({ series, direction })
      return answer.kind === 'judged' ? answer.anomalies.map(({ index }) => index) : []
    }
    expect(sides('high')).toEqual([7])
    expect(sides('low')).toEqual([15])
  })

  it('scores the same in another unit and from another zero', () => {
    const FIGURES = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 8, maxLength: 30 })
    const scores = (values: readonly number[]) => {
      const answer = rollingZ({ series: seriesOf(values) }, { threshold: 0.5 })
      return answer.kind === 'judged' ? answer.anomalies.map(({ score }) => score ?? 0) : []
    }
    fc.assert(
      fc.property(FIGURES, fc.integer({ min: -6, max: 6 }), (values, power) => {
        const moved = scores(values.map((value) => value * 2 ** power + 4096))
        const kept = scores(values)
        expect(moved).toHaveLength(kept.length)
        for (const [at, score] of moved.entries()) expect(score).toBeCloseTo(kept[at]!, 6)
      }),
    )
  })

  it.each([
    { window: 1 },
    { window: 366 },
    { window: 7.5 },
    { threshold: 0 },
    { threshold: Number.NaN },
    { minPeriods: 8 },
    { minPeriods: 1 },
  ])('refuses %o', (options) => {
    expect(() => rollingZ({ series: seriesOf([]) }, options)).toThrow(RangeError)
  })
})
