import { describe, expect, it } from 'vitest'
import type { AnomalyRequest } from '../anomaly-request.ts'
import { noisyFigures, seriesOf } from '../testing/noisy-series.ts'
import { type ForestAnomalyOptions, forestAnomalies } from './forest-anomalies.ts'

function judged(request: AnomalyRequest, options?: ForestAnomalyOptions) {
  const answer = forestAnomalies(request, options)
  if (answer.kind === 'too-few') throw new Error(`too few: ${answer.has} of ${answer.needs}`)
  return answer
}

function withSpikes(): number[] {
  const values = noisyFigures({ days: 365, seed: 3 })
  values[100] = values[100]! + 60
  values[200] = values[200]! - 60
  return values
}

describe('forestAnomalies', () => {
  it('flags days that are far out, and not the days that follow them', () => {
    const { anomalies } = judged({ series: seriesOf(withSpikes()) })
    const near = anomalies.filter(({ index }) => index % 100 < 8)

    expect(near).toMatchObject([
      { index: 100, direction: 'high', method: 'isolation-forest' },
      { index: 200, direction: 'low', method: 'isolation-forest' },
    ])
  })

  it('says which feature isolates the day, and what is usual of it', () => {
    const values = noisyFigures({ days: 200, seed: 4, hasRhythm: false })
    values[150] = 500
    const [found] = judged({ series: seriesOf(values) }).anomalies.filter(
      ({ index }) => index === 150,
    )
    expect(found?.why).toMatchObject({ kind: 'isolated-by-feature', threshold: 0.62 })
    if (found?.why.kind !== 'isolated-by-feature') throw new Error('another reason')
    expect(['value', 'difference', 'rolling-deviation', 'rolling-mean']).toContain(
      found.why.feature,
    )
    expect(found.why.share).toBeGreaterThan(0.2)
    expect(Math.abs(found.expected - 100)).toBeLessThan(5)
  })

  it('flags few of the days of plain noise', () => {
    const flagged = [1, 2, 3, 4].flatMap(
      (seed) => judged({ series: seriesOf(noisyFigures({ days: 365, seed })) }).anomalies,
    )
    expect(flagged.length / (4 * 359)).toBeLessThan(0.012)
  })

  it('flags the asked share at most, the highest scores', () => {
    const series = seriesOf(withSpikes())
    const few = judged({ series }, { contamination: 0.01 })
    const many = judged({ series }, { contamination: 0.1 })

    expect(few.anomalies.length).toBeLessThanOrEqual(4)
    expect(few.anomalies.map(({ index }) => index)).toEqual(expect.arrayContaining([100, 200]))
    expect(many.anomalies.length).toBeGreaterThan(few.anomalies.length)
    expect(many.anomalies.length).toBeLessThanOrEqual(36)
  })

  it('knows the days before the range, and none after it', () => {
    const values = withSpikes()
    const range = { from: 90, to: 120 }
    const asked = judged({ series: seriesOf(values), range })

    expect(asked.anomalies).toMatchObject([{ index: 100 }])
    expect(asked.judgedDays).toBe(31)
    expect(judged({ series: seriesOf(values.slice(0, 121)), range })).toEqual(asked)
  })

  it('is the same for the same seed, and may differ for another', () => {
    const series = seriesOf(withSpikes())
    const scores = (seed: number) =>
      judged({ series }, { seed }).anomalies.map(({ score }) => score)
    expect(scores(3)).toEqual(scores(3))
    expect(scores(4)).not.toEqual(scores(3))
  })

  it('says what it has and needs below four weeks of days with features', () => {
    const series = seriesOf(noisyFigures({ days: 33, seed: 1 }))
    expect(forestAnomalies({ series })).toEqual({ kind: 'too-few', has: 27, needs: 28, of: 'days' })
  })

  it.each([{ contamination: 0.6 }, { contamination: 0.0001 }, { threshold: 1.1 }, { trees: 0 }])(
    'refuses %o',
    (options) => {
      const series = seriesOf(withSpikes())
      expect(() => forestAnomalies({ series }, options)).toThrow(RangeError)
    },
  )
})
