import { describe, expect, it } from 'vitest'
import type { LaterTry, LedgerEntry } from '../../collect/queries.ts'
import { dayLines } from './day-lines.ts'
import { dayRanges } from './day-ranges.ts'

const ENTRY: LedgerEntry = {
  source: 'ninjaone',
  day: '2026-11-01',
  collection: 7,
  state: 'complete',
  tries: 1,
  records: 10,
  rejected: 0,
  missing: [],
  holds: [],
  error: null,
  history: null,
  isPruned: false,
  isMonthEnd: false,
  later: null,
  startedAt: new Date('2026-11-01T03:00:00Z'),
}
const linesOf = (entries: readonly Partial<LedgerEntry>[], language: 'en' | 'es' = 'en') =>
  dayLines(
    {
      from: '2026-10-31',
      to: '2026-11-01',
      sources: ['ninjaone', 'threatlocker'],
      entries: entries.map((entry) => ({ ...ENTRY, ...entry })),
    },
    language,
  )

describe('dayLines', () => {
  it('draw days by sources, with signs for what stands for a month and what is no longer kept', () => {
    const monthEnd = { day: '2026-10-31', isMonthEnd: true }
    const pruned = { source: 'threatlocker', isPruned: true }

    expect(linesOf([{}, pruned, monthEnd])).toEqual([
      'DAY         NinjaOne    ThreatLocker',
      '2026-11-01  complete    (complete)',
      '2026-10-31  complete *  -',
      '',
      '-  not collected: what was known before stayed in force',
      '*  stands for its month',
      '()  no longer kept: it cannot be asked as of that day',
    ])
  })

  it('explain no sign that is not there', () => {
    const all = ['2026-10-31', '2026-11-01'].flatMap((day) => [
      { day },
      { day, source: 'threatlocker' },
    ])

    expect(linesOf(all).slice(4)).toEqual([])
  })

  it('say why a day is not in the history, and what to do about it', () => {
    const held = {
      state: 'held',
      holds: [{ code: 'shrunk', source: 'ninjaone', before: 1_204, now: 400, limit: 0.2 }],
    } as const

    expect(linesOf([held]).slice(-3)).toEqual([
      '2026-11-01  NinjaOne  HELD  C7',
      '  400 records, 1,204 when it was last accepted. If that is right: muster accept C7 --by NAME',
      '  Nothing of it was taken in: what was known before stays in force.',
    ])
  })

  it('mark a day on which a later try was held or failed, and say why beside what stands', () => {
    const later: LaterTry = {
      ...{ collection: 9, state: 'failed', records: 0, rejected: 0, missing: [], holds: [] },
      error: { code: 'api.timed-out', details: { source: 'ninjaone', url: 'u', seconds: 30 } },
    }

    const lines = linesOf([{ later, isMonthEnd: true }])

    expect(lines[1]).toBe('2026-11-01  complete * +  -')
    expect(lines).toContain('+  tried again later, which was not taken in; the reason is below')
    expect(lines.slice(-4)).toEqual([
      '2026-11-01  NinjaOne  FAILED  C9',
      expect.stringContaining('did not finish its answer'),
      '  Nothing of it was taken in: what was known before stays in force.',
      '  C7, an earlier try of that day, stands.',
    ])
  })

  it('tell a kept failure in the words of today, and one of another version as it was kept', () => {
    const details = { source: 'ninjaone', url: 'https://x', seconds: 30 }
    const failed = { state: 'failed', error: { code: 'api.timed-out', details } } as const

    expect(linesOf([failed], 'es').at(-2)).toMatch(/^ {2}La fuente ninjaone no terminó/u)
    const other = { ...failed, error: { code: 'api.asleep', details: { hours: 8 } } }
    expect(linesOf([other]).at(-2)).toBe('  {"code":"api.asleep","details":{"hours":8}}')
  })

  it('say what of a partial day is missing, and that an interrupted one was not taken in', () => {
    const missing = [
      { code: 'fewer-than-said', place: '/v2/devices', expected: 100, received: 90 },
    ] as const

    expect(linesOf([{ state: 'partial', missing }])).toContain(
      '  The source says it has more than it gave: /v2/devices (90 of 100)',
    )
    expect(linesOf([{ state: 'interrupted' }], 'es')).toContain(
      '  Se trajo todo, pero la ejecución acabó antes de tiempo. Repita «muster collect».',
    )
  })

  it('say so when there is no source at all', () => {
    const none = { from: '2026-10-31', to: '2026-11-01', sources: [], entries: [] }

    expect(dayLines(none, 'en')).toEqual([
      'No source is configured, and none was collected on these days.',
    ])
  })
})

describe('dayRanges', () => {
  it('join days that follow each other', () => {
    expect(dayRanges(['2026-01-30', '2026-01-31', '2026-02-01', '2026-02-03'])).toEqual([
      '2026-01-30 - 2026-02-01',
      '2026-02-03',
    ])
    expect(dayRanges([])).toEqual([])
  })
})
