import { describe, expect, it } from 'vitest'
import type { CollectedDay } from '../../collect/collect-day.task.ts'
import type { FleetSummary } from '../../jobs/fleet/keep-fleet.task.ts'
import { AppError } from '../../lib/errors.ts'
import { collectLines } from './collect-lines.ts'

const DAY = '2026-11-21'
const TAKEN: CollectedDay = {
  id: 12,
  source: 'ninjaone',
  day: DAY,
  state: 'complete',
  origin: 'https://eu.example',
  inputHash: null,
  records: 1_204,
  rejections: [],
  notes: [],
  missing: [],
  holds: [],
  failure: null,
  history: { opened: 3, changed: 12, closed: 1, unchanged: 1_189 },
}
const FLEET: FleetSummary = {
  sites: { made: 1, sameName: 2, unmapped: 0 },
  matching: {
    day: DAY,
    records: 1_204,
    devices: 1_203,
    pairsCompared: 40,
    ambiguous: 0,
    clashes: 0,
    merged: 0,
    links: { opened: 0, changed: 0, closed: 0, unchanged: 1_204 },
  },
  counted: [DAY],
  monthEnds: [],
  isDueToGo: false,
}
const lines = (source: Partial<CollectedDay>, fleet: FleetSummary | null = null) =>
  collectLines({ day: DAY, sources: [{ ...TAKEN, ...source }], fleet, checks: null }, 'en')

describe('collectLines', () => {
  it('tell what each source came to, and what was made of the day', () => {
    expect(lines({}, FLEET)).toEqual([
      DAY,
      '  SOURCE    STATE     RECORDS  REFUSED  MISSING  NEW  CHANGED  GONE   SAME',
      '  NinjaOne  complete    1,204        0        0    3       12     1  1,189',
      '',
      'Sites: 1 organisation became a site, 2 placed by their names',
      'Matching: 1,204 records, 1,203 machines (pairs compared: 40)',
      'Counted: 2026-11-21',
    ])
  })

  it('say of a held source why, and how it is accepted; nothing of it is counted as gone', () => {
    const held = lines({
      ...{ state: 'held', records: 400, history: null },
      holds: [{ code: 'shrunk', source: 'ninjaone', before: 1_204, now: 400, limit: 0.2 }],
    })

    expect(held.slice(2)).toEqual([
      '  NinjaOne  HELD       400        0        0    -        -     -     -',
      '',
      'NinjaOne C12 https://eu.example',
      '  400 records, 1,204 when it was last accepted. If that is right: muster accept C12 --by NAME',
      '  Nothing of it was taken in: what was known before stays in force.',
      '',
      'Nothing of this day was taken in: what was known before stays in force.',
    ])
  })

  it('count nothing of a source that failed, which is another thing than zero', () => {
    const failure = new AppError('api.timed-out', { source: 'ninjaone', url: 'u', seconds: 9 })
    const failed = lines({ state: 'failed', records: 0, history: null, failure })

    expect(failed[2]).toBe(
      '  NinjaOne  FAILED        -        -        -    -        -     -     -',
    )
    expect(failed[5]).toContain('did not finish its answer')
  })

  it('list refused rows and remarks with their places, and no more rows than a screen takes', () => {
    const rejections = Array.from({ length: 25 }, (_, at) => {
      return { place: `page 3 item ${at}`, code: 'id-missing', raw: '{}' } as const
    })
    const notes = [{ code: 'unapproved-excluded', place: 'ninjaone', detail: '4' }] as const

    const told = lines({ rejections, notes })

    expect(told.filter((line) => line.includes('page 3 item'))).toHaveLength(20)
    expect(told).toContain('  and 5 more; --json lists them all')
    expect(told.some((line) => line.endsWith('were left out: ninjaone (4)'))).toBe(true)
  })

  it('count how many records of a partial day did not come', () => {
    const missing = [
      { code: 'fewer-than-said', place: '/v2/devices', expected: 1_300, received: 1_204 },
    ] as const

    const told = lines({ state: 'partial', history: null, missing })

    expect(told[2]).toMatch(/partial {4}1,204 {8}0 {7}96/u)
    expect(told).toContain('  Run "muster collect" again; if it stays so, ask the vendor.')
  })

  it('name what a person must decide, what was counted again, and month-ends kept', () => {
    const matching = { ...FLEET.matching, ambiguous: 4, clashes: 1, merged: 2 }
    const end = { source: 'ninjaone', month: '2026-10-01', day: '2026-10-30', insteadOf: null }
    const told = lines(
      {},
      {
        ...{ ...FLEET, sites: { made: 0, sameName: 0, unmapped: 1 }, matching },
        ...{ counted: [DAY, '2026-11-22'], monthEnds: [end] },
      },
    )

    expect(told.slice(5)).toEqual([
      '  1 organisation for a person to place: muster site-map',
      'Matching: 1,204 records, 1,203 machines (pairs compared: 40)',
      '  2 machines turned out to be another one',
      '  4 questions for a person to decide: muster link',
      "  1 person's decision was set aside, because others forbid what was said",
      'Counted: 2026-11-21, and 1 day after it again',
      'Month-end kept: NinjaOne 2026-10-30',
    ])
  })

  it('say which day no longer ends a month, and that a day too old goes out again', () => {
    const end = {
      ...{ source: 'ninjaone', month: '2026-10-01', day: '2026-10-31', insteadOf: '2026-10-30' },
    }
    const told = lines({}, { ...FLEET, monthEnds: [end], isDueToGo: true })

    expect(told).toContain('Month-end kept: NinjaOne 2026-10-31, in place of 2026-10-30')
    expect(told.at(-1)).toMatch(/^NOT KEPT FOR LONG: 2026-11-21 .* raise fleet\.dailyFor/u)
  })

  it('say so when no source is configured', () => {
    expect(collectLines({ day: DAY, sources: [], fleet: null, checks: null }, 'es')).toEqual([
      'No hay ninguna fuente configurada. Añada una en «sources» de la configuración.',
    ])
  })
})
