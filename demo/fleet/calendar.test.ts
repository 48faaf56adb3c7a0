import { describe, expect, it } from 'vitest'
import { dayAt, dayNumber, isMonthEnd, isRestDay } from './calendar.ts'

describe('dayNumber', () => {
  it('counts from 1970 and back again', () => {
    expect(dayNumber('1970-01-02')).toBe(1)
    expect(dayAt(dayNumber('2028-02-29'))).toBe('2028-02-29')
  })

  it('refuses what is no day', () => {
    expect(() => dayNumber('2026-13-01')).toThrow(RangeError)
  })
})

describe('isRestDay', () => {
  it.each([
    ['2026-11-20', 'a Friday', false],
    ['2026-11-21', 'a Saturday', true],
    ['2026-11-22', 'a Sunday', true],
    ['2026-11-23', 'a Monday', false],
    ['2026-12-25', 'a Friday and a holiday', true],
    ['1969-12-27', 'a Saturday before 1970', true],
  ])('%s, %s: %s', (day, _, isRest) => {
    expect(isRestDay(dayNumber(day))).toBe(isRest)
  })
})

it('tells the last day of a month from the others', () => {
  expect(isMonthEnd(dayNumber('2026-02-28'))).toBe(true)
  expect(isMonthEnd(dayNumber('2028-02-28'))).toBe(false)
})
