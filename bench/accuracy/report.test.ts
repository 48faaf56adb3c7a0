import { describe, expect, it } from 'vitest'
import { accuracyFigures } from './figures.ts'
import type { MeasuredSeries } from './measured-series.ts'
import { accuracyReport } from './report.ts'
import type { Score } from './score.ts'
import { measured } from './testing/measured.ts'

const PLAIN: Score = { smape: 10, mase: 2, within80: 0.8, within95: 0.951 }
const BETTER: Score = { ...PLAIN, smape: 9, mase: 1.8 }

const reportOf = (all: readonly MeasuredSeries[], facts: readonly string[] = []) =>
  accuracyReport(all, { facts, figures: accuracyFigures(all, { isWhole: true }) })

describe('accuracyReport', () => {
  it('says that the target is met, and by how much', () => {
    const report = reportOf([measured(PLAIN, { scores: { automatic: BETTER } })], ['A fact.'])

    expect(report).toContain('- A fact.')
    expect(report).toContain('- OWA, 1 series, Muster / peer, under 1: 0.9, met.')
    expect(report).toContain('nearer than Theta on 1 of 1 series, and as near on 0.')
    expect(report).toMatch(
      /automatic choice \| +9\.00 \| 1\.800 \| 0\.900 \| +80\.0 % \| +95\.1 % \| +0 \|/,
    )
  })

  it('says that the target is missed', () => {
    const report = reportOf([measured(PLAIN, { scores: { theta: BETTER } })])
    expect(report).toContain('under 1: 1.11, missed.')
  })

  it('sets no aim for some of the series', () => {
    const [owa] = accuracyFigures([measured(PLAIN)], { isWhole: false })

    expect([owa?.name, owa?.target]).toEqual(['OWA', undefined])
  })

  it('shows frequencies that there are only, and where each series is from', () => {
    const report = reportOf([measured(PLAIN)])

    expect(report).toContain('## 1 monthly series, 18 steps ahead, a season of 12')
    expect(report).not.toContain('daily series')
    expect(report).toContain('- **box 1**, A or B: the gas board. gas.')
    expect(report).toMatch(/\| gas +\| +monthly \| +3 \| combination \|/)
  })

  it('tells apart the series that were known before', () => {
    const known = { ...measured(PLAIN).series, source: 'vega-datasets 1' }
    const all = [measured(PLAIN, { scores: { theta: BETTER } }), measured(PLAIN, { series: known })]

    expect(reportOf(all)).toContain(
      'The OWA on 1 of the 2 series: 1.0000 for the automatic choice, 0.9000 for Theta.',
    )
    expect(reportOf(all.slice(1))).toContain('0 of the 1 series.')
  })

  it('names what leaves all bounds, and what stood in', () => {
    const wild = [{ method: 'sarimax', reach: 7.25 } as const]
    const report = reportOf([measured(PLAIN, { wild, stoodIn: ['sarimax'] })])

    expect(report).toContain('- gas: SARIMAX reaches 7.3 ranges.')
    expect(report).toMatch(/SARIMAX +\|.* 1 \|/)
    expect(reportOf([measured(PLAIN)])).toContain('from its middle: none.')
  })
})
