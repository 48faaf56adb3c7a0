import { expect, it } from 'vitest'
import { dayNumber } from './calendar.ts'
import { mishapsBetween } from './mishaps.ts'

it('has two nights without an answer, a missed month-end and an empty page', () => {
  const mishaps = mishapsBetween(dayNumber('2025-09-21'), dayNumber('2026-11-20'))

  expect(mishaps).toEqual([
    { day: '2026-09-30', source: 'ninjaone', kind: 'not-run' },
    { day: '2026-09-30', source: 'threatlocker', kind: 'not-run' },
    { day: '2026-10-20', source: 'threatlocker', kind: 'no-answer' },
    { day: '2026-10-21', source: 'threatlocker', kind: 'no-answer' },
    { day: '2026-11-11', source: 'ninjaone', kind: 'empty-page' },
  ])
})

it('leaves out what lies before the first day', () => {
  expect(mishapsBetween(dayNumber('2026-11-18'), dayNumber('2026-11-20'))).toEqual([])
})
