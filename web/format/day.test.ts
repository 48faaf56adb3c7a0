import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, formatDay } from './day.ts'

describe('formatDay', () => {
  it.each(['America/Havana', 'Pacific/Kiritimati', 'UTC'])('keeps its day in %s', (zone) => {
    const before = process.env.TZ
    process.env.TZ = zone
    try {
      expect(formatDay('2026-11-20', 'en')).toBe('20 Nov 2026')
      expect(formatDay('2026-11-20', 'es', 'short')).toBe('20 nov')
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })
})

describe('addDays', () => {
  it('goes over the ends of months and the night of a changed clock', () => {
    expect([addDays('2026-03-01', -1), addDays('2026-03-08', 1)]).toEqual([
      '2026-02-28',
      '2026-03-09',
    ])
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2)
  })
})
