import { expect, it } from 'vitest'
import { instantOf } from './instant.ts'

it.each([
  ['2025-11-26T23:58:12.113Z', '2025-11-26T23:58:12.113Z'],
  ['2025-11-26T23:58:12.1134567Z', '2025-11-26T23:58:12.113Z'],
  ['2025-11-26T18:58:12-05:00', '2025-11-26T23:58:12.000Z'],
  ['2025-11-26T23:58:12', '2025-11-26T23:58:12.000Z'],
  ['2025-11-26T23:58', '2025-11-26T23:58:00.000Z'],
])('reads %s as %s', (text, iso) => {
  expect(instantOf(text)).toEqual(new Date(iso))
})

it('takes the first year for never', () => {
  expect(instantOf('0001-01-01T00:00:00')).toBe('never')
})

it.each(['yesterday', '2025-11-26', '26/11/2025 23:58', '2025-13-26T23:58:12Z'])(
  'cannot read %s',
  (text) => {
    expect(instantOf(text)).toBe('unreadable')
  },
)
