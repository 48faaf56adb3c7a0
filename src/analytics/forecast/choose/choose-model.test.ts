import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../stats/seeded-random.ts'
import { dampedEts } from '../damped-ets.ts'
import type { ForecastModel } from '../forecast-model.ts'
import { theta } from '../theta/theta.ts'
import { chooseModel } from './choose-model.ts'

const MODELS = [theta, dampedEts]
const PLAN = { models: MODELS, horizon: 14 }
const WEEK = { period: 7 }
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]

describe('chooseModel', () => {
  it('finds no skill in most random walks', () => {
    const seeds = days(20, (seed) => seed)
    const choices = seeds.map((seed) => chooseModel({ values: walk(seed), shape: WEEK }, PLAN))
    const naives = choices.filter((choice) => choice.kind === 'no-skill')

    expect(naives.length).toBeGreaterThanOrEqual(14)
    expect(naives.every(({ because }) => because === 'not-better')).toBe(true)
  })

  it('finds skill in weeks about a level, whatever the chance', () => {
    for (const seed of SEEDS) {
      const noise = noiseOf(seed)
      const values = days(200, (day) => 100 + 20 * Math.sin((2 * Math.PI * day) / 7) + 4 * noise())
      const choice = chooseModel({ values, shape: WEEK }, PLAN)

      expect(choice.kind).toBe('skilled')
    }
  })

  it('takes smoothing with a slope where figures climb steadily by the week', () => {
    for (const seed of SEEDS) {
      const noise = noiseOf(seed)
      const values = days(300, (day) => 50 + day + (day % 7 < 5 ? 12 : 0) + 3 * noise())
      const choice = chooseModel({ values, shape: WEEK }, { ...PLAN, horizon: 30 })

      expect(choice).toMatchObject({ kind: 'skilled', kept: { model: 'damped-ets' } })
    }
  })

  it('takes a model that knows what comes, and no other', () => {
    const values = walk(3)
    const prophet: ForecastModel = {
      name: 'sarimax',
      least: () => 1,
      fit: (past) => ({
        parameters: { known: past.length },
        expected: past,
        ahead: (horizon) => ({
          mean: days(horizon, (step) => values[past.length + step] ?? 0),
          error: days(horizon, () => 1),
        }),
      }),
    }
    const choice = chooseModel({ values, shape: WEEK }, { ...PLAN, models: [...MODELS, prophet] })

    expect(choice).toMatchObject({
      kind: 'skilled',
      kept: { model: 'sarimax', parameters: { known: 200 }, errorScale: 0.9 },
    })
  })

  it('scores every candidate over the same folds', () => {
    const choice = chooseModel({ values: walk(5), shape: WEEK }, PLAN)
    const candidates = choice.kind === 'unknown' ? [] : choice.candidates

    expect(candidates.map(({ model }) => model)).toEqual([
      ...['naive', 'seasonal-naive', 'theta', 'damped-ets', 'combination'],
    ])
    expect(
      new Set(candidates.map(({ folds }) => folds.map(({ origin }) => origin).join())).size,
    ).toBe(1)
    expect(candidates[0]?.folds).toHaveLength(5)
  })

  it('says how many figures there are and are needed before there can be skill', () => {
    const values = days(23, (day) => 10 + (day % 7))

    expect(chooseModel({ values, shape: WEEK }, { models: MODELS, horizon: 30 })).toMatchObject({
      ...{ kind: 'no-skill', because: 'too-few', has: 23, needs: 56 },
      kept: { model: 'seasonal-naive' },
    })
  })

  it('answers exactly for figures that never vary', () => {
    for (const value of [0, 17]) {
      const values = days(100, () => value)

      expect(chooseModel({ values, shape: WEEK }, PLAN)).toMatchObject({
        ...{ kind: 'no-skill', because: 'never-varies' },
        kept: { model: 'naive', parameters: { variance: 0 } },
      })
    }
  })

  it('takes the last season where weeks repeat exactly', () => {
    const values = days(100, (day) => day % 7)

    expect(chooseModel({ values, shape: WEEK }, PLAN)).toMatchObject({
      ...{ kind: 'no-skill', because: 'not-better' },
      kept: { model: 'seasonal-naive' },
    })
  })

  it('keeps nothing where no more than one figure is known', () => {
    const unknown = days(60, () => null)
    const one = unknown.map((each, day) => (day === 9 ? 4 : each))

    expect(chooseModel({ values: unknown, shape: WEEK }, PLAN)).toMatchObject({
      kind: 'unknown',
      has: 0,
    })
    expect(chooseModel({ values: one, shape: WEEK }, PLAN)).toEqual({
      kind: 'unknown',
      has: 1,
      needs: 2,
    })
    expect(chooseModel({ values: [], shape: WEEK }, PLAN)).toMatchObject({
      kind: 'unknown',
      has: 0,
    })
  })

  it('bears weeks of gaps, in the middle and at the end', () => {
    const noise = noiseOf(4)
    const values = days(200, (day) =>
      day > 190 || (day > 80 && day < 100)
        ? null
        : 100 + 20 * Math.sin((2 * Math.PI * day) / 7) + noise(),
    )

    expect(chooseModel({ values, shape: WEEK }, PLAN)).toMatchObject({ kind: 'skilled' })
  })

  it('is plain data, which a worker can post', () => {
    const choice = chooseModel({ values: walk(2), shape: WEEK }, PLAN)

    expect(structuredClone(choice)).toEqual(choice)
    expect(JSON.parse(JSON.stringify(choice))).toEqual(choice)
  })
})

function days<T>(count: number, figure: (day: number) => T): T[] {
  return Array.from({ length: count }, (_, day) => figure(day))
}

function walk(seed: number): number[] {
  const noise = noiseOf(seed)
  let level = 100
  return days(200, () => {
    level += noise()
    return level
  })
}

/** Nearly normal, of deviation 1. */
function noiseOf(seed: number): () => number {
  const random = seededRandom(seed)
  return () => days(12, () => random.next()).reduce((sum, each) => sum + each, -6)
}
