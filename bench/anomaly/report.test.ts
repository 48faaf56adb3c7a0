import { describe, expect, it } from 'vitest'
import { anomalyFigures, type ForestSize } from './figures.ts'
import { anomalyReport } from './report.ts'
import type { ForestSide } from './round.ts'

const side = (seconds: number, quality: number): ForestSide => ({
  ...{ growSeconds: seconds / 4, scoreSeconds: (seconds * 3) / 4, processorSeconds: seconds },
  ...{ peakBytes: 2 ** 27, quality },
})
const size = (muster: ForestSide, peer: ForestSide) => ({
  ...{ points: 730, planted: 12, rounds: [{ muster, peer, loadBefore: 0.5 }] },
})
const reportOf = (sizes: readonly ForestSize[]) =>
  anomalyReport(sizes, {
    ...{ facts: ['A fact.'], figures: anomalyFigures(sizes, { ratio: 1, quality: 0.02 }) },
  })

describe('anomalyReport', () => {
  it('says what is met', () => {
    const report = reportOf([size(side(0.1, 0.98), side(0.4, 0.97))])

    expect(report).toContain('- A fact.')
    expect(report).toContain('## 730 points, 12 of them planted')
    expect(report).toContain('grow and score, s, 730 points, Muster / peer, 1 at most: 0.25, met.')
    expect(report).toContain("apart from the peer's by, 730 points, 0.02 at most: 0.01, met.")
  })

  it('says what is missed', () => {
    const report = reportOf([size(side(0.5, 0.9), side(0.4, 0.97))])

    expect(report).toContain('1 at most: 1.25, missed.')
    expect(report).toContain('0.02 at most: 0.07, missed.')
  })

  it('refuses to tell of nothing', () => {
    expect(() => reportOf([])).toThrow(RangeError)
  })
})
