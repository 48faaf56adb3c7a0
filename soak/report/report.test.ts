import { describe, expect, it } from 'vitest'
import type { Judged } from './flatness.ts'
import type { SoakedMonth } from './months.ts'
import { isGood, reportText, type SoakReport, verdictOf } from './report.ts'

const MIB = 1024 ** 2
const flat: Judged = {
  ...{ name: 'nightly', unit: 'seconds', limit: 0.02, level: 4 },
  ...{ perMonth: 0.02, growth: 0.005, isFlat: true },
}
const growing: Judged = {
  ...{ name: 'database', unit: 'bytes', limit: 0.02, level: 100 * MIB },
  ...{ perMonth: 5 * MIB, growth: 0.05, isFlat: false },
}
const month: SoakedMonth = {
  ...{ month: '2024-01-01', days: 29, daySeconds: 5, jobSeconds: { nightly: 4.5 } },
  ...{ stepSeconds: { prune: 0.25 }, catalogBytes: 5 * MIB, reportBytes: 3 * MIB },
  memory: { held: 60 * MIB, resident: 200 * MIB, peak: 300 * MIB },
  database: { bytes: 40 * MIB, live: 12_345, dead: 67 },
  tables: [],
}
const report: SoakReport = {
  ...{ takenOn: '2026-11-22', command: 'npm run soak', versions: {}, loadAtStart: [1, 1, 1] },
  machine: { cores: 2, model: 'a processor', memoryGib: 8, system: 'Linux 6.1' },
  ...{ days: 730, devices: 2000, seed: 1, digests: 5, months: [month], breaches: [], growth: [] },
  isWhole: true,
  retention: { dailyFor: 30, monthEnds: 6, runDays: 90 },
  judgedSpan: { first: '2025-01', last: '2025-12' },
  judged: [flat],
}

describe('verdictOf', () => {
  it('calls flat what is', () => {
    expect(verdictOf(report)).toBe('Flat from 2025-01 to 2025-12.')
    expect(isGood(report)).toBe(true)
  })

  it('names what grows', () => {
    const other = { ...report, judged: [flat, growing] }
    expect(verdictOf(other)).toBe('Not flat: database.')
    expect(isGood(other)).toBe(false)
  })

  it('does not judge what is too short, and still fails for a breach', () => {
    const short = { ...report, judgedSpan: null, judged: [] }
    expect(verdictOf(short)).toBe('Too short to judge: twelve whole months at least are needed.')
    expect(isGood(short)).toBe(true)
    expect(isGood({ ...short, breaches: ['runs: run 1 has not ended'] })).toBe(false)
  })
})

it('says that somebody ended it', () => {
  expect(verdictOf({ ...report, isWhole: false })).toMatch(/^Ended before its last day\. /u)
})

describe('reportText', () => {
  const text = reportText({ ...report, judged: [growing], breaches: ['links: none'] })

  it('tells what was judged, in its unit', () => {
    expect(text).toMatch(/\| database +\| +100 MiB +\| +5 MiB +\| +5\.0 % +\| +2\.0 % +\| +NO \|/u)
  })

  it('tells each month, with what did not come left blank', () => {
    expect(text).toMatch(
      /\| 2024-01 +\| +29 \| +4\.50 \| +5\.00 \| +\| +60\.0 \| +200\.0 \| +300\.0 \| +40\.0 \| +5\.0 \| +12,345 \|/u,
    )
  })

  it('tells each breach', () => {
    expect(text).toContain('## Breaches\n\n- links: none')
    expect(reportText(report)).toContain('All invariants of the drills hold at the end.')
  })
})
