import { describe, expect, it } from 'vitest'
import { isSchedule, lastDue, nextDue } from './last-due.ts'

const dueAt = (cron: string, timeZone: string, now: string) =>
  lastDue({ cron, timeZone, now: new Date(now) })?.toISOString()

describe('lastDue', () => {
  it.each([
    ['0 2 * * *', 'Europe/Madrid', '2026-11-21T09:00Z', '2026-11-21T01:00:00.000Z'],
    ['0 2 * * *', 'America/Havana', '2026-11-21T06:59Z', '2026-11-20T07:00:00.000Z'],
    ['30 3 * * 0', 'UTC', '2026-11-21T09:00Z', '2026-11-15T03:30:00.000Z'],
    ['*/15 * * * *', 'UTC', '2026-11-21T09:14Z', '2026-11-21T09:00:00.000Z'],
  ])('knows when %s in %s was due before %s', (...[cron, zone, now, due]) => {
    expect(dueAt(cron, zone, now)).toBe(due)
  })

  it('is due at once after an hour that the clocks leave out', () => {
    const due = (now: string) => dueAt('30 2 * * *', 'Europe/Madrid', now)
    expect(due('2026-03-29T00:59Z')).toBe('2026-03-28T01:30:00.000Z')
    expect(due('2026-03-29T01:10Z')).toBe('2026-03-29T01:00:00.000Z')
    expect(due('2026-03-29T23:00Z')).toBe('2026-03-29T01:00:00.000Z')
  })

  it('is due once in an hour that comes twice', () => {
    const due = (now: string) => dueAt('30 2 * * *', 'Europe/Madrid', now)
    expect(due('2026-10-25T00:40Z')).toBe('2026-10-25T00:30:00.000Z')
    expect(due('2026-10-25T01:40Z')).toBe('2026-10-25T00:30:00.000Z')
  })

  it('is due after a midnight that is not there', () => {
    expect(dueAt('30 0 * * *', 'America/Havana', '2026-03-08T05:20Z')).toBe(
      '2026-03-08T05:00:00.000Z',
    )
  })
})

describe('nextDue', () => {
  it('is after now in the zone of the installation, also where that is another day', () => {
    const next = (now: string) =>
      nextDue({ cron: '0 2 * * *', timeZone: 'America/Havana', now: new Date(now) })?.toISOString()
    expect(next('2026-11-21T06:59Z')).toBe('2026-11-21T07:00:00.000Z')
    expect(next('2026-11-21T07:00Z')).toBe('2026-11-22T07:00:00.000Z')
  })
})

describe('isSchedule', () => {
  it('takes five fields', () => {
    expect(['0 2 * * *', '*/5 * * * *', '30 3 * * SUN', '0 6 1 * 1-5'].every(isSchedule)).toBe(true)
  })

  it('takes neither other words nor days that never come', () => {
    const wrong = ['', 'daily', '0 2 * *', '61 2 * * *', '0 0 2 * * *', '0 0 30 2 *']
    expect(wrong.filter(isSchedule)).toEqual([])
  })
})
