import { describe, expect, it } from 'vitest'
import type { DateFormat } from '../schema.ts'
import { writtenInstant } from './written-instant.ts'

it.each<[DateFormat, string, string]>([
  ['iso', '2025-11-26', '2025-11-26T00:00:00.000Z'],
  ['iso', '2025-11-26T23:58', '2025-11-26T23:58:00.000Z'],
  ['iso', '2025-11-26 23:58:12', '2025-11-26T23:58:12.000Z'],
  ['iso', '2025-11-26T23:58:12.1139999Z', '2025-11-26T23:58:12.113Z'],
  ['iso', '2025-11-26T23:58:12,5 +0530', '2025-11-26T18:28:12.500Z'],
  ['iso', '2025-11-26T18:58:12-05:00', '2025-11-26T23:58:12.000Z'],
  ['iso', '2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['epoch-seconds', '1764201600', '2025-11-27T00:00:00.000Z'],
  ['epoch-seconds', '1764201600.25', '2025-11-27T00:00:00.250Z'],
  ['dmy', '26/11/2025', '2025-11-26T00:00:00.000Z'],
  ['dmy', '1.2.2025 7:05', '2025-02-01T07:05:00.000Z'],
  ['dmy', '26-11-2025, 11:58:12 p. m.', '2025-11-26T23:58:12.000Z'],
  ['mdy', '11/26/2025 12:00 AM', '2025-11-26T00:00:00.000Z'],
  ['mdy', '2/1/2025 12:30 pm', '2025-02-01T12:30:00.000Z'],
])('reads as %s %s as %s', (format, text, iso) => {
  expect(writtenInstant(text, format)).toEqual(new Date(iso))
})

describe('never', () => {
  it.each<[DateFormat, string]>([
    ['iso', '0001-01-01T00:00:00'],
    ['epoch-seconds', '0'],
  ])('is what %s %s means', (format, text) => {
    expect(writtenInstant(text, format)).toBe('never')
  })
})

it.each<[DateFormat, string]>([
  ['iso', 'yesterday'],
  ['iso', '2025-02-30'],
  ['iso', '2025-11-26T24:00:00'],
  ['iso', '26/11/2025'],
  ['iso', '1764201600'],
  ['epoch-seconds', '1764201600000'],
  ['epoch-seconds', '-5'],
  ['epoch-seconds', '2025-11-26'],
  ['dmy', '11/26/2025'],
  ['dmy', '31/02/2025'],
  ['dmy', '1/2/25'],
  ['dmy', '1/2-2025'],
  ['dmy', '1/2/2025 13:00 PM'],
  ['dmy', '1/2/2025 0:00 AM'],
  ['mdy', '26/11/2025'],
  ['mdy', '2025-11-26'],
])('does not guess at %s %s', (format, text) => {
  expect(writtenInstant(text, format)).toBe('unreadable')
})
