import { describe, expect, it } from 'vitest'
import { anomalyReport } from './report.ts'
import type { ForestSide } from './round.ts'

const side = (seconds: number, quality: number): ForestSide => ({
  ...{ growSeconds: seconds / 4, scoreSeconds: (seconds * 3) / 4, processorSeconds: seconds },
  ...{ peakBytes: 2 ** 27, quality },
})
const size = (muster: ForestSide, peer: ForestSide) => ({
  ...{ points: 730, planted: 12, rounds: [{ muster, peer, loadBefore: 0.5 }] },
})
const WITH = { facts: ['A fact.'], targets: { ratio: 1, quality: 0.02 } }

describe('anomalyReport', () => {
  it('says what is met', () => {
    const report = anomalyReport([size(side(0.1, 0.98), side(0.4, 0.97))], WITH)

    expect(report).toContain('- A fact.')
    expect(report).toContain('## 730 points, 12 of them planted')
    expect(report).toContain('1.00 at most: 0.25, met.')
    expect(report).toContain("within 0.02 of the peer's: +0.0100, met.")
  })

  it('says what is missed', () => {
    const report = anomalyReport([size(side(0.5, 0.9), side(0.4, 0.97))], WITH)

    expect(report).toContain('1.00 at most: 1.25, missed.')
    expect(report).toContain("within 0.02 of the peer's: -0.0700, missed.")
  })

  it('refuses to tell of nothing', () => {
    expect(() => anomalyReport([], WITH)).toThrow(RangeError)
  })
})
