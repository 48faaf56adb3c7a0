import { describe, expect, it } from 'vitest'
import { reportOf, reportText } from './report.ts'
import type { DrillResult } from './tally.ts'

const OPTIONS = { only: [], kills: 9, seed: 3, isQuick: true, keep: false }
const WELL: DrillResult = {
  ...{ drill: 'kill-apply', attempts: 3, recovered: 3, lost: 0, wrong: 0, seconds: 4 },
  ...{ faults: [], notRun: [], seen: { 'killed at work': 3 } },
}
const UNWELL: DrillResult = {
  ...{ drill: 'disk-full', attempts: 2, recovered: 1, lost: 1, wrong: 0, seconds: 5 },
  ...{ faults: ['lost, attempt 2: an event'], notRun: ['a clock: no program'] },
  seen: { 'killed at work': 1 },
}
const report = reportOf(OPTIONS, [WELL, UNWELL], new Date('2026-03-01T12:00:00Z'))

describe('reportOf', () => {
  it('adds up what the drills came to', () => {
    expect(report.total).toEqual({ attempts: 5, recovered: 4, lost: 1, wrong: 0 })
    expect(report.seen).toEqual({ 'killed at work': 4 })
  })
})

describe('reportText', () => {
  it('has a line for each drill, what was lost, what was not run, and the seed', () => {
    const text = reportText(report)

    expect(text).toContain('| kill-apply | 3 | 3 | 0 | 0 | 0 | 4 |')
    expect(text).toContain('| all | 5 | 4 | 1 | 0 | 1 |')
    expect(text).toContain('- disk-full: lost, attempt 2: an event')
    expect(text).toContain('- disk-full: a clock: no program')
    expect(text).toContain('Seed 3, 9 kills.')
  })
})
