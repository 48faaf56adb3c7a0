import { describe, expect, it } from 'vitest'
import { serialDate, serialDuration } from './serial-date.ts'

describe('serialDate', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [45_000, '2023-03-15'],
    [45_000.25, '2023-03-15T06:00:00'],
    [45_000.999_999_9, '2023-03-16'],
    [2_958_465, '9999-12-31'],
    [0, '0:00:00'],
    [0.5, '12:00:00'],
  ])('reads %d in the days from 1900 as %s', (serial, iso) => {
    expect(serialDate(serial, false)).toBe(iso)
  })

  it.each([
    [0, '1904-01-01'],
    [1, '1904-01-02'],
    [0.5, '12:00:00'],
    [43_538, '2023-03-15'],
    [2_957_003, '9999-12-31'],
  ])('reads %d in the days from 1904 as %s', (serial, iso) => {
    expect(serialDate(serial, true)).toBe(iso)
  })

  it('knows no day before the first and after the last one', () => {
    expect([-1, 2_958_466, 1e300].map((serial) => serialDate(serial, false))).toEqual([
      null,
      null,
      null,
    ])
  })
})

describe('serialDuration', () => {
  it.each([
    [1.5, '36:00:00'],
    [0.5 / 24, '0:30:00'],
    [-0.25, '-6:00:00'],
    [0, '0:00:00'],
  ])('reads %d days as %s', (serial, text) => {
    expect(serialDuration(serial)).toBe(text)
  })
})
