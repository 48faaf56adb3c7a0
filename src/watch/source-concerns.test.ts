import { describe, expect, it } from 'vitest'
import { addDays } from '../lib/day.ts'
import { AlertSettings } from './alert-settings.ts'
import { dueDay, sourceConcerns } from './source-concerns.ts'

const { freshness } = AlertSettings.parse({})
const at = (now: string, timeZone = 'UTC') => ({ now: new Date(now), timeZone })
const complete = (source: string, lastDay: string | null) => ({
  source,
  lastDay,
  last: lastDay === null ? null : { state: 'complete', collection: 7, day: lastDay },
})

describe('dueDay', () => {
  it.each([
    ['2026-11-21T05:59:59Z', 'UTC', '2026-11-19'],
    ['2026-11-21T06:00:00Z', 'UTC', '2026-11-20'],
    // Havana is five hours behind UTC in November: its 06:00 is 11:00Z
    ['2026-11-21T10:59:00Z', 'America/Havana', '2026-11-19'],
    ['2026-11-21T11:00:00Z', 'America/Havana', '2026-11-20'],
  ])('of yesterday by 06:00 is, at %s in %s, %s', (now, timeZone, day) => {
    expect(dueDay('06:00', 'yesterday', at(now, timeZone))).toBe(day)
  })

  it('goes by the clock on the wall on both sides of a change to summer time', () => {
    // Madrid went from UTC+1 to UTC+2 on 2026-03-29 at 01:00Z
    const madrid = (now: string) => dueDay('06:00', 'yesterday', at(now, 'Europe/Madrid'))
    expect(madrid('2026-03-28T04:59:00Z')).toBe('2026-03-26')
    expect(madrid('2026-03-28T05:00:00Z')).toBe('2026-03-27')
    expect(madrid('2026-03-29T03:59:00Z')).toBe('2026-03-27')
    expect(madrid('2026-03-29T04:00:00Z')).toBe('2026-03-28')
  })

  it('lets a deadline in the hour that the clock leaves out pass as the clock moves on', () => {
    // On that day Madrid has no 02:30: after 01:59 (00:59Z) comes 03:00 (01:00Z)
    const madrid = (now: string) => dueDay('02:30', 'yesterday', at(now, 'Europe/Madrid'))
    expect(madrid('2026-03-29T00:29:00Z')).toBe('2026-03-27')
    expect(madrid('2026-03-29T02:00:00Z')).toBe('2026-03-28')
  })

  it.each([
    // where and when clocks are changed, at midnight too, and by half an hour
    ['America/Havana', '2026-03-08', '2026-11-01'],
    ['Europe/Madrid', '2026-03-29', '2026-10-25'],
    ['Asia/Beirut', '2026-03-29', '2026-10-25'],
    ['Australia/Lord_Howe', '2026-10-04', '2026-04-05'],
  ])('moves on once a day and never back, as clocks are changed in %s', (timeZone, ...days) => {
    const quarters = days.flatMap((day) =>
      Array.from({ length: 4 * 96 }, (_, n) => Date.parse(`${day}T00:00Z`) + (n - 192) * 900_000),
    )
    for (const by of ['00:00', '00:30', '02:15', '23:45']) {
      const due = quarters.map((ms) => dueDay(by, 'yesterday', { now: new Date(ms), timeZone }))
      for (const [at, day] of due.entries()) {
        const before = due[at - 1] ?? day
        const isNextStretch = at === quarters.length / 2
        if (!isNextStretch) expect([before, addDays(before, 1)]).toContain(day)
      }
      expect(new Set(due).size).toBeGreaterThanOrEqual(8)
    }
  })

  it('asks for the day itself where that is wanted', () => {
    expect(dueDay('06:00', 'today', at('2026-11-21T05:59:00Z'))).toBe('2026-11-20')
    expect(dueDay('06:00', 'today', at('2026-11-21T06:00:00Z'))).toBe('2026-11-21')
  })
})

describe('sourceConcerns', () => {
  const keys = (...asked: Parameters<typeof sourceConcerns>) =>
    sourceConcerns(...asked).map(({ key }) => key)
  const noon = at('2026-11-21T12:00:00Z')

  it('calls a source late whose yesterday is not complete after the deadline', () => {
    const sources = [complete('ocs', '2026-11-20'), complete('ninjaone', '2026-11-19')]

    expect(sourceConcerns(sources, freshness, noon)).toEqual([
      {
        kind: 'source-late',
        key: 'source-late:ninjaone',
        details: {
          ...{ source: 'ninjaone', due: '2026-11-20', by: '06:00' },
          ...{ lastDay: '2026-11-19', lastState: 'complete' },
        },
        pastAt: null,
      },
    ])
  })

  it('calls a source late that was never collected', () => {
    expect(keys([complete('ocs', null)], freshness, noon)).toEqual(['source-late:ocs'])
  })

  it('waits for the deadline of a source of its own, and asks nothing of one without', () => {
    const sources = [complete('ocs', '2026-11-19'), complete('files', '2026-11-01')]
    const later = { ...freshness, sources: { ocs: '13:00', files: null } }

    expect(keys(sources, later, noon)).toEqual([])
    expect(keys(sources, later, at('2026-11-21T13:00:00Z'))).toEqual(['source-late:ocs'])
  })

  it.each(['held', 'partial'])('tells of a delivery that is %s, late or not', (state) => {
    const last = { state, collection: 41, day: '2026-11-21' }
    const source = { source: 'ocs', lastDay: '2026-11-20', last }

    expect(keys([source], freshness, noon)).toEqual(['source-held:ocs'])
  })
})
