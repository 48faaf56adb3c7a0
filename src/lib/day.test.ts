import { describe, expect, it } from 'vitest'
import { addDays, clockOf, dayIn, daysDown, isDay, monthStart } from './day.ts'

describe('a day', () => {
  it('is that of the zone, not of the clock in Greenwich', () => {
    const instant = new Date('2026-03-01T03:30:00Z')
    expect(dayIn('America/Havana', instant)).toBe('2026-02-28')
    expect(dayIn('Europe/Madrid', instant)).toBe('2026-03-01')
  })

  it('is counted on over months, years and leap days', () => {
    expect(addDays('2026-01-31', 1)).toBe('2026-02-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-03-05', -65)).toBe('2025-12-30')
  })

  it('belongs to a month, whose neighbours are counted from its first day', () => {
    expect(monthStart('2026-01-31')).toBe('2026-01-01')
    expect(monthStart('2026-01-31', -1)).toBe('2025-12-01')
    expect(monthStart('2026-03-31', -24)).toBe('2024-03-01')
  })

  it('is told by its form and by the calendar', () => {
    expect(['2026-02-28', '2026-02-29', '2026-2-1', '2026-13-01', 'today', ''].map(isDay)).toEqual([
      true,
      ...[false, false, false, false, false],
    ])
  })
})

describe('daysDown', () => {
  it('are all days, the last first, over the end of a month', () => {
    expect(daysDown('2026-02-27', '2026-03-01')).toEqual([
      ...['2026-03-01', '2026-02-28', '2026-02-27'],
    ])
  })
})

describe('the time a clock shows in a zone', () => {
  it.each([
    ['America/Havana', '2026-01-15 08:00:00', '2026-01-15T13:00:00.000Z'],
    ['America/Havana', '2026-07-15 08:00:00', '2026-07-15T12:00:00.000Z'],
    ['Europe/Madrid', '2026-03-29 03:00:00', '2026-03-29T01:00:00.000Z'],
    ['UTC', '2026-03-29 00:00:00', '2026-03-29T00:00:00.000Z'],
  ])('of %s at %s is the instant %s', (zone, time, instant) => {
    expect(clockOf(zone)(time).toISOString()).toBe(instant)
  })
})
