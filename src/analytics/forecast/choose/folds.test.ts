import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layFolds, leastTraining } from './folds.ts'

const days = (count: number) => new Array<number>(count).fill(1)

describe('layFolds', () => {
  it('lays folds as long as the horizon up to the end', () => {
    const laid = layFolds(days(730), { shape: { period: 7 }, horizon: 30, folds: 5 })

    expect(laid).toMatchObject({
      kind: 'folds',
      folds: [580, 610, 640, 670, 700].map((origin) => ({ origin, steps: 30 })),
    })
  })

  it('needs 56 days for four weeks to learn from and four weeks to look back at', () => {
    const plan = { shape: { period: 7 }, horizon: 30, folds: 5 }

    expect(layFolds(days(23), plan)).toEqual({ kind: 'too-few', has: 23, needs: 56 })
    expect(layFolds(days(55), plan)).toEqual({ kind: 'too-few', has: 55, needs: 56 })
    expect(layFolds(days(56), plan)).toMatchObject({
      folds: [28, 35, 42, 49].map((origin) => ({ origin, steps: 7 })),
    })
  })

  it('looks back at no more than half of the steps, however far is to be looked ahead', () => {
    const laid = layFolds(days(730), { shape: { period: 7 }, horizon: 365, folds: 5 })

    expect(laid.kind === 'folds' && laid.folds[0]).toEqual({ origin: 365, steps: 73 })
  })

  it('counts known figures only', () => {
    const values = [...days(50), ...new Array<null>(50).fill(null)]
    const plan = { shape: { period: 7 }, horizon: 7, folds: 5 }

    expect(layFolds(values, plan)).toMatchObject({ kind: 'too-few', has: 50 })
  })

  it('lays folds side by side to the end, each with enough to learn from', () => {
    fc.assert(
      fc.property(
        fc.record({
          count: fc.integer({ min: 0, max: 900 }),
          period: fc.constantFrom(1, 7, 12, 52),
          horizon: fc.integer({ min: 1, max: 365 }),
          wished: fc.integer({ min: 1, max: 9 }),
        }),
        ({ count, period, horizon, wished }) => {
          const laid = layFolds(days(count), { shape: { period }, horizon, folds: wished })
          if (laid.kind === 'too-few') return laid.has < laid.needs

          const last = laid.folds.at(-1)!
          const touching = laid.folds.every(
            ({ origin, steps }, at) =>
              at === 0 ||
              (laid.folds[at - 1]!.origin + laid.folds[at - 1]!.steps === origin && steps > 0),
          )
          return (
            touching &&
            last.origin + last.steps === count &&
            last.steps <= horizon &&
            laid.folds.length >= 4 &&
            laid.folds[0]!.origin >= leastTraining(period)
          )
        },
      ),
    )
  })
})
