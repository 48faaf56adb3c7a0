import { describe, expect, it } from 'vitest'
import type { AnomalyRequest } from '../anomaly-request.ts'
import { noisyFigures, seriesOf, WEEKDAYS } from '../testing/noisy-series.ts'
import { type ShapeAnomalyOptions, shapeAnomalies } from './shape-anomalies.ts'

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
/** A Monday. */
const AT = 252

function judged(request: AnomalyRequest, options?: ShapeAnomalyOptions) {
  const answer = shapeAnomalies(request, options)
  if (answer.kind === 'too-few') throw new Error(`too few: ${answer.has} of ${answer.needs}`)
  return answer
}

/** In how many of ten series something is reported from the planted day on, for some days. */
function findings(plant: (values: number[]) => void, { days }: { readonly days: number }): number {
  return SEEDS.filter((seed) => {
    const values = noisyFigures({ days: 320, seed })
    plant(values)
    const { anomalies } = judged({ series: seriesOf(values) })
    return anomalies.some(({ index }) => index >= AT && index < AT + days)
  }).length
}

function addOn(values: number[], days: number, amount: (day: number) => number): void {
  for (let day = AT; day < AT + days; day += 1) values[day] = values[day]! + amount(day)
}

describe('shapeAnomalies', () => {
  it('finds a week that is flat', () => {
    expect(findings((values) => values.fill(values[AT - 1]!, AT, AT + 7), { days: 8 })).toBe(10)
  })

  it('finds a weekend without its dip', () => {
    const plant = (values: number[]) => {
      values[AT + 5] = values[AT + 5]! + 20
      values[AT + 6] = values[AT + 6]! + 25
    }
    expect(findings(plant, { days: 8 })).toBeGreaterThanOrEqual(9)
  })

  it('finds a rhythm that has moved by two days', () => {
    const shift = (day: number) => WEEKDAYS[(day + 2) % 7]! - WEEKDAYS[day % 7]!
    expect(findings((values) => addOn(values, 14, shift), { days: 14 })).toBe(10)
  })

  it('finds no oddness in a week that is larger or higher but of the same shape', () => {
    const plant = (values: number[]) => {
      for (let day = AT; day < AT + 7; day += 1) values[day] = 3 * values[day]!
    }
    const onItsSunday = SEEDS.filter((seed) => {
      const values = noisyFigures({ days: AT + 7, seed })
      plant(values)
      const range = { from: AT + 6, to: AT + 6 }
      const { anomalies } = judged({ series: seriesOf(values), range })
      return anomalies.length > 0
    })
    expect(onItsSunday).toEqual([])
  })

  it('reports fewer than one day in two hundred of noise, with a rhythm or without', () => {
    for (const hasRhythm of [true, false]) {
      const flagged = SEEDS.flatMap((seed) => {
        const values = noisyFigures({ days: 320, seed, hasRhythm })
        return judged({ series: seriesOf(values) }).anomalies
      })
      expect(flagged.length / (10 * 270)).toBeLessThan(0.005)
    }
  })

  it('reports what goes on for a while once, and says what it looked at', () => {
    const values = noisyFigures({ days: 320, seed: 2 })
    values.fill(99, AT, AT + 21)
    const found = judged({ series: seriesOf(values), range: { from: AT, to: AT + 27 } }).anomalies

    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      ...{ value: 99, method: 'matrix-profile' },
      why: { kind: 'unlike-earlier-shapes', days: 7, threshold: 4 },
    })
    const { why } = found[0]!
    if (why.kind !== 'unlike-earlier-shapes') throw new Error('another reason')
    expect(why.distance).toBeGreaterThan(why.usualDistance)
    expect(why.nearestIndex).toBeLessThanOrEqual(AT - 7)
  })

  it('takes a shape that has lasted for four weeks and more for the new one', () => {
    const values = noisyFigures({ days: 420, seed: 3 })
    const shift = (day: number) => WEEKDAYS[(day + 2) % 7]! - WEEKDAYS[day % 7]!
    addOn(values, 420 - AT, shift)
    const { anomalies } = judged({ series: seriesOf(values), range: { from: AT, to: 419 } })
    expect(anomalies.map(({ index }) => index < AT + 14)).toContain(true)
    expect(anomalies.filter(({ index }) => index > AT + 42).length).toBeLessThanOrEqual(1)

    const range = { from: AT + 140, to: AT + 150 }
    const flat = values.fill(90, AT + 140, AT + 147)
    expect(judged({ series: seriesOf(flat), range }).anomalies).toHaveLength(1)
  })

  it('leaves small changes of an exact rhythm alone, and not larger ones', () => {
    const rhythm = Array.from({ length: 160 }, (_, day) => 1000 + 4 * WEEKDAYS[day % 7]!)
    const reported = (change: number) => {
      const values = rhythm.with(140, rhythm[140]! + change)
      return judged({ series: seriesOf(values) }).anomalies.map(({ index }) => index)
    }
    expect(reported(15)).toEqual([])
    expect(reported(100)).toEqual([140])
  })

  it('leaves quiet counts alone while they change little', () => {
    const values = Array.from({ length: 120 }, (_, day) => 600 + (day % 30 === 3 ? 4 : 0))
    expect(judged({ series: seriesOf(values) }).anomalies).toEqual([])
  })

  it('judges no sub-sequence with a gap', () => {
    const values: (number | null)[] = noisyFigures({ days: 200, seed: 4 })
    values[150] = null
    const range = { from: 148, to: 157 }
    expect(judged({ series: seriesOf(values), range })).toMatchObject({
      ...{ judgedDays: 3, unjudgedDays: 6 },
    })
  })

  it('says what it has and needs, in sub-sequences', () => {
    const weekdays = noisyFigures({ days: 200, seed: 5 }).map((value, day) =>
      day % 7 > 4 ? null : value,
    )
    expect(shapeAnomalies({ series: seriesOf(weekdays) })).toEqual({
      ...{ kind: 'too-few', has: 0, needs: 28, of: 'sub-sequences' },
    })
  })

  it.each([{ length: 3 }, { length: 91 }, { step: 0 }, { threshold: 0 }, { smallChange: -1 }])(
    'refuses %o',
    (options) => {
      expect(() => shapeAnomalies({ series: seriesOf([]) }, options)).toThrow(RangeError)
    },
  )
})
