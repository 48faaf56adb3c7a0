import { expect, it } from 'vitest'
import { formatAge, formatDaysAgo, formatDuration } from './duration.ts'
import { dayOfInstant, formatInstant } from './instant.ts'

it('tells how long something took in its two largest units', () => {
  expect([350, 83_000, 5_460_000].map(formatDuration)).toEqual([
    '350 ms',
    '1 min 23 s',
    '1 h 31 min',
  ])
})

it('tells how long ago something was', () => {
  expect(formatAge(180_000, 'en')).toBe('3 min. ago')
  expect(formatDaysAgo(1, 'es')).toBe('ayer')
})

it('shows an instant by the clock of the installation, whatever clock the reader has', () => {
  const havana = { language: 'en', timeZone: 'America/Havana' } as const
  expect(formatInstant('2026-11-20T03:30:00Z', havana)).toBe('19 Nov 2026, 22:30')
  expect(dayOfInstant('2026-11-20T03:30:00Z', 'America/Havana')).toBe('2026-11-19')
})
