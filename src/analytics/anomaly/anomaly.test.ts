import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnomalyAnswer } from './anomaly.ts'
import type { AnomalyRequest } from './anomaly-request.ts'
import { forestAnomalies } from './forest/forest-anomalies.ts'
import { rollingZ } from './rolling-z.ts'
import { seasonalRobustZ } from './seasonal/seasonal-robust-z.ts'
import { shapeAnomalies } from './shape/shape-anomalies.ts'
import { noisyFigures, seriesOf } from './testing/noisy-series.ts'

type Method = (request: AnomalyRequest) => AnomalyAnswer

const SMALL_FOREST = { trees: 20 }
const METHODS: readonly (readonly [string, Method])[] = [
  ['rollingZ', (request) => rollingZ(request, { minPeriods: 3 })],
  ['seasonalRobustZ', seasonalRobustZ],
  ['forestAnomalies', (request) => forestAnomalies(request, SMALL_FOREST)],
  ['shapeAnomalies', (request) => shapeAnomalies(request)],
]

/** From nothing known to both ends of what a number can be; long enough that all methods judge. */
const ANY_FIGURES = fc
  .tuple(
    fc.constantFrom<fc.Arbitrary<number | null>[]>(
      [fc.constant(null)],
      [fc.constant(7), fc.constant(null)],
      [fc.constant(0.1), fc.constant(0.1), fc.constant(-1e300)],
      [fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, 0, Number.MIN_VALUE)],
      [fc.double()],
      [fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), fc.double()],
    ),
    fc.integer({ min: 0, max: 130 }),
  )
  .chain(([kinds, length]) =>
    fc.array(fc.oneof(...kinds), { minLength: length, maxLength: length }),
  )

/** As far apart as numbers can be, many times over: what is added to such a figure has to stay a number. */
const EXTREME_FIGURES = fc.array(
  fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, 0, Number.MIN_VALUE),
  { minLength: 30, maxLength: 60 },
)

describe.each(METHODS)('%s', (_, method) => {
  it('gives finite figures or null for any series, and each day once', () => {
    fc.assert(
      fc.property(fc.oneof(ANY_FIGURES, EXTREME_FIGURES), (values) => {
        const answer = method({ series: seriesOf(values) })
        if (answer.kind === 'too-few') {
          expect(answer.has).toBeLessThan(answer.needs)
          return
        }
        const days = answer.anomalies.map(({ index }) => index)
        expect(days).toEqual([...new Set(days)].toSorted((one, other) => one - other))
        for (const { index, value, expected, score, why } of answer.anomalies) {
          expect(value).toBe(values[index])
          const figures = Object.values(why).filter((each) => typeof each === 'number')
          for (const figure of [value, expected, score ?? 0, ...figures]) {
            expect(Number.isFinite(figure)).toBe(true)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('finds nothing in a constant, and nothing to judge in nothing', () => {
    const constant = new Array<number>(120).fill(0.1)
    expect(method({ series: seriesOf(constant) })).toMatchObject({ kind: 'judged', anomalies: [] })
    const unknown = new Array<null>(120).fill(null)
    expect(method({ series: seriesOf(unknown) })).toMatchObject({ kind: 'too-few', has: 0 })
    expect(method({ series: seriesOf([]) })).toMatchObject({ kind: 'too-few', has: 0 })
    expect(method({ series: seriesOf([5]) })).toMatchObject({ kind: 'too-few' })
  })

  it('answers the same each time', () => {
    const series = seriesOf(noisyFigures({ days: 150, seed: 5, noise: 12 }))
    expect(method({ series })).toEqual(method({ series }))
  })

  it('never lets a later day change what it says of an earlier range', () => {
    const values = noisyFigures({ days: 160, seed: 6, noise: 12 })
    values[90] = 400
    const range = { from: 60, to: 120 }
    const then = method({ series: seriesOf(values.slice(0, 121)), range })
    expect(method({ series: seriesOf(values), range })).toEqual(then)
  })

  it('never reports a day of which a person spoke', () => {
    const values = noisyFigures({ days: 150, seed: 7 })
    values[100] = 400
    const answer = method({ series: seriesOf(values), exempt: new Set([100]) })
    const days = answer.kind === 'judged' ? answer.anomalies.map(({ index }) => index) : [100]
    expect(days).not.toContain(100)
  })
})

/** Where figures have another unit or another zero, the same days are odd. */
describe.each(METHODS)('%s', (_, method) => {
  it('flags the same days in another unit', () => {
    const values = noisyFigures({ days: 200, seed: 8 })
    values[120] = 190
    values[150] = 20
    const daysOf = (figures: readonly number[]) => {
      const answer = method({ series: seriesOf(figures) })
      return answer.kind === 'judged' ? answer.anomalies.map(({ index }) => index) : null
    }
    const found = daysOf(values)
    expect(found).not.toEqual([])
    expect(daysOf(values.map((value) => value * 1024))).toEqual(found)
    expect(daysOf(values.map((value) => value / 1024))).toEqual(found)
  })
})

/** A week's shape upside down is odd on a day of its own choice, so that its side says less. */
describe.each(METHODS.slice(0, 3))('%s', (_, method) => {
  it('turns sides round with the sign', () => {
    const values = noisyFigures({ days: 200, seed: 9, hasRhythm: false })
    values[130] = 60
    const sideOf = (figures: readonly number[]) => {
      const answer = method({ series: seriesOf(figures) })
      const found = answer.kind === 'judged' ? answer.anomalies : []
      return found.find(({ index }) => index === 130)?.direction
    }
    expect(sideOf(values)).toBe('low')
    expect(sideOf(values.map((value) => -value))).toBe('high')
  })
})
