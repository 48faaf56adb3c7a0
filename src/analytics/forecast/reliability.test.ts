import { describe, expect, it } from 'vitest'
import type { Choice } from './choose/choose-model.ts'
import type { FoldScore } from './choose/fold-score.ts'
import type { Candidate } from './choose/score-candidates.ts'
import type { ModelName } from './forecast-model.ts'
import { badgeOf, reliabilityOf } from './reliability.ts'

describe('reliabilityOf', () => {
  it('adds up what each ground earned', () => {
    const choice = skilled({ mae: 10, size: 100, coverage: 0.9, mase: 0.8 })
    const reliability = reliabilityOf(choice)

    // 40 x 0.9 + 25 x 0.2 / 0.3 + 20 x (1 - 0.05 / 0.25) + 15
    expect(reliability).toMatchObject({ kind: 'scored', score: 84, badge: 'B', held: false })
    expect(reliability.kind === 'scored' && reliability.parts.map(({ points }) => points)).toEqual([
      expect.closeTo(36, 9),
      expect.closeTo(25 * (0.2 / 0.3), 9),
      expect.closeTo(16, 9),
      15,
    ])
  })

  it('shows what each ground was measured at', () => {
    const choice = skilled({ mae: 10, size: 100, coverage: 0.9, mase: 0.8 })
    const reliability = reliabilityOf(choice)

    expect(
      reliability.kind === 'scored' &&
        reliability.parts.map(({ name, measured }) => [name, measured]),
    ).toEqual([
      ['closeness', 0.1],
      ['skill', expect.closeTo(0.2, 9)],
      ['coverage', expect.closeTo(0.9, 9)],
      ['steadiness', 0],
    ])
  })

  it('gives an A to what is close, skilled, covered and steady', () => {
    const choice = skilled({ mae: 2, size: 100, coverage: 0.95, mase: 0.6 })

    expect(reliabilityOf(choice)).toMatchObject({ score: 99, badge: 'A' })
  })

  it('never lets a forecast no better than naive above C', () => {
    const choice = unskilled({ mae: 0, size: 100, coverage: 0.95, mase: 1 })

    expect(reliabilityOf(choice)).toMatchObject({ score: 69, badge: 'C', held: true })
  })

  it('gives little to intervals that do not keep their word', () => {
    const choice = skilled({ mae: 60, size: 100, coverage: 0.6, mase: 0.99 })

    expect(reliabilityOf(choice)).toMatchObject({ badge: 'D' })
  })

  it('takes the level of the intervals into account', () => {
    const choice = skilled({ mae: 10, size: 100, coverage: 0.8, mase: 0.8 })
    const [at80, at95] = [80, 95].map((level) => reliabilityOf(choice, level))

    expect(at80?.kind === 'scored' && at80.parts[2]?.points).toBe(20)
    expect(at95?.kind === 'scored' && at95.parts[2]?.points).toBeCloseTo(8, 9)
  })

  it('says how many figures are lacking where there are no folds', () => {
    const kept = { model: 'naive' as const, parameters: {}, errorScale: 1 }
    const lack = { kind: 'no-skill', because: 'too-few', has: 23, needs: 56 } as const

    expect(reliabilityOf({ ...lack, kept, candidates: [] })).toEqual({
      ...{ kind: 'too-few', has: 23, needs: 56 },
    })
    expect(reliabilityOf({ kind: 'unknown', has: 1, needs: 2 })).toEqual({
      ...{ kind: 'too-few', has: 1, needs: 2 },
    })
  })
})

describe('badgeOf', () => {
  it.each([
    [100, 'A'],
    [85, 'A'],
    [84, 'B'],
    [70, 'B'],
    [69, 'C'],
    [55, 'C'],
    [54, 'D'],
    [0, 'D'],
  ])('gives %d an %s', (score, badge) => {
    expect(badgeOf(score)).toBe(badge)
  })
})

type Measured = Pick<FoldScore, 'mae' | 'size' | 'coverage' | 'mase'>

function skilled(measured: Measured): Choice {
  const kept = { model: 'theta' as const, parameters: {}, errorScale: 1 }
  const naive = candidate('naive', { ...measured, mase: 1 })
  return { kind: 'skilled', kept, candidates: [naive, candidate('theta', measured)] }
}

function unskilled(measured: Measured): Choice {
  const kept = { model: 'naive' as const, parameters: {}, errorScale: 1 }
  const counts = { has: 100, needs: 56 }
  const candidates = [candidate('naive', measured)]
  return { kind: 'no-skill', because: 'not-better', ...counts, kept, candidates }
}

function candidate(model: ModelName, measured: Measured): Candidate {
  const fold = { origin: 0, steps: 7, known: 7, rmse: 1, mape: 1, smape: 1, ...measured }
  return { model, errorScale: 1, mase: measured.mase, folds: [fold, { ...fold, origin: 7 }] }
}
