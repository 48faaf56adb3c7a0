import { describe, expect, it } from 'vitest'
import { manyFigures } from './figures.ts'
import type { ManyRun } from './many-run.ts'
import { manyReport } from './report.ts'

const run = (changes: Partial<ManyRun>): ManyRun => ({
  ...{ series: 2000, threads: 2, seconds: 500, processorSeconds: 900, peakBytes: 2 ** 28 },
  delays: { medianMs: 10.1, p99Ms: 12.3, maxMs: 80, looks: 20_000 },
  outcomes: [
    { kind: 'weekly', model: 'combination', skilled: true },
    { kind: 'weekly', model: 'theta', skilled: true },
    { kind: 'walk', model: 'naive', skilled: false },
    { kind: 'gaps', model: null, skilled: false },
  ],
  ...changes,
})

const reportOf = (changes: Partial<ManyRun>, facts: readonly string[] = []) =>
  manyReport(run(changes), { facts, figures: manyFigures(run(changes)) })

describe('manyReport', () => {
  it('says what a series took, on the wall and of processors', () => {
    const report = reportOf({}, ['A fact.'])

    expect(report).toContain('- A fact.')
    expect(report).toMatch(/wall clock, s +\| +500\.0 +\| +0\.2500 /)
    expect(report).toMatch(/wall clock of a thread, s +\| +\| +0\.5000 /)
    expect(report).toMatch(/of processors, s +\| +900\.0 +\| +0\.4500 /)
    expect(report).toMatch(/MiB +\| +256 /)
  })

  it('says whether others had to wait', () => {
    const slow = { medianMs: 11, p99Ms: 130, maxMs: 900, looks: 20_000 }
    expect(reportOf({})).toContain('p99, ms, 2,000 series, under 100: 12.3, met.')
    expect(reportOf({ delays: slow })).toContain('under 100: 130, missed.')
    expect(reportOf({ series: 60 })).toContain('No aim is set for measurements of this size.')
  })

  it('counts by kind what was chosen, and where nothing was', () => {
    const lines = reportOf({})
      .split('\n')
      .map((line) => line.replaceAll(/ +/g, ' '))
    expect(lines).toContain('| kind | series | beats naive | combination | naive | none | theta |')
    expect(lines).toContain('| weekly | 2 | 2 | 1 | 0 | 0 | 1 |')
    expect(lines).toContain('| gaps | 1 | 0 | 0 | 0 | 1 | 0 |')
  })
})
