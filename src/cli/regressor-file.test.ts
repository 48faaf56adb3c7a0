import { describe, expect, it } from 'vitest'
import { regressorOf } from './regressor-file.ts'

describe('regressorOf', () => {
  it.each([
    'day,value\n2026-12-24,0\n2026-12-25,1\n',
    '\uFEFFDay;Value;note\r\n2026-12-24;0;\r\n"2026-12-25";"1";Christmas\r\n\r\n',
    'value\tday\n0\t2026-12-24\n1\t2026-12-25',
  ])('reads days and figures of %j', (text) => {
    expect(regressorOf('/data/holidays.csv', text)).toEqual({
      ...{ kind: 'given', name: 'holidays.csv' },
      figures: { '2026-12-24': 0, '2026-12-25': 1 },
    })
  })

  it.each([
    ['2026-12-25,1', { problem: 'no-heading' }],
    ['day,value\n', { problem: 'empty' }],
    ['day,value\n2026-12-24,0\n2026-12-32,1', { problem: 'no-day', line: 3, said: '2026-12-32' }],
    ['day,value\n2026-12-24,', { problem: 'no-number', line: 2, said: '' }],
    ['day,value\n2026-12-24,1e999', { problem: 'no-number', said: '1e999' }],
    ['day,value\n2026-12-24,1\n2026-12-24,2', { problem: 'day-twice', line: 3 }],
  ])('refuses %j and says where', (text, details) => {
    expect(() => regressorOf('/data/h.csv', text)).toThrow(
      expect.objectContaining({
        ...{ code: 'regressor.unreadable' },
        details: expect.objectContaining({ file: '/data/h.csv', ...details }),
      }),
    )
  })
})
