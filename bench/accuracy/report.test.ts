import { describe, expect, it } from 'vitest'
import { accuracyReport } from './report.ts'
import type { Score } from './score.ts'
import { measured } from './testing/measured.ts'

const PLAIN: Score = { smape: 10, mase: 2, within80: 0.8, within95: 0.951 }
const BETTER: Score = { ...PLAIN, smape: 9, mase: 1.8 }

describe('accuracyReport', () => {
  it('says that the target is met, and by how much', () => {
    const report = accuracyReport([measured(PLAIN, { scores: { automatic: BETTER } })], ['A fact.'])

    expect(report).toContain('- A fact.')
    expect(report).toContain('0.9000 against 1.0000, 0.1000 less, met.')
    expect(report).toContain('nearer than Theta on 1 of 1 series, and as near on 0.')
    expect(report).toMatch(
      /automatic choice \| +9\.00 \| 1\.800 \| 0\.900 \| +80\.0 % \| +95\.1 % \| +0 \|/,
    )
  })

  it('says that the target is missed', () => {
    const report = accuracyReport([measured(PLAIN, { scores: { theta: BETTER } })], [])
    expect(report).toContain('1.0000 against 0.9000, 0.1000 more, missed.')
  })

  it('shows frequencies that there are only, and where each series is from', () => {
    const report = accuracyReport([measured(PLAIN)], [])

    expect(report).toContain('## 1 monthly series, 18 steps ahead, a season of 12')
    expect(report).not.toContain('daily series')
    expect(report).toContain('- **box 1**, A or B: the gas board. gas.')
    expect(report).toMatch(/\| gas +\| +monthly \| +3 \| combination \|/)
  })

  it('tells apart the series that were known before', () => {
    const known = { ...measured(PLAIN).series, source: 'vega-datasets 1' }
    const all = [measured(PLAIN, { scores: { theta: BETTER } }), measured(PLAIN, { series: known })]

    expect(accuracyReport(all, [])).toContain(
      'The OWA on 1 of the 2 series: 1.0000 for the automatic choice, 0.9000 for Theta.',
    )
    expect(accuracyReport(all.slice(1), [])).toContain('0 of the 1 series.')
  })

  it('names what leaves all bounds, and what stood in', () => {
    const wild = [{ method: 'sarimax', reach: 7.25 } as const]
    const report = accuracyReport([measured(PLAIN, { wild, stoodIn: ['sarimax'] })], [])

    expect(report).toContain('- gas: SARIMAX reaches 7.3 ranges.')
    expect(report).toMatch(/SARIMAX +\|.* 1 \|/)
    expect(accuracyReport([measured(PLAIN)], [])).toContain('from its middle: none.')
  })
})
