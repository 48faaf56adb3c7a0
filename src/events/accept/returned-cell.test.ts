import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardedText, unguardedText } from './returned-cell.ts'

describe('guardedText', () => {
  it.each(['=1+1', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1', "'=1", '-', '+cmd|x'])(
    'keeps %j from being run as a formula',
    (text) => {
      expect(guardedText(text)).toBe(`'${text}`)
    },
  )

  it.each(['-5', '+3.20', '-1.234,56', '-1 234', '-1e-5', 'a=b', "O'Higgins", '', '2026-01-31'])(
    'leaves %j as it is',
    (text) => {
      expect(guardedText(text)).toBe(text)
    },
  )

  it('can be taken back from any text', () => {
    const text = fc.string({
      unit: fc.constantFrom("'", '=', '+', '-', '1', 'a', ' ', '\t'),
      maxLength: 6,
    })
    fc.assert(
      fc.property(text, (given) => {
        expect(unguardedText(guardedText(given))).toBe(given)
      }),
      { numRuns: 5_000 },
    )
  })
})
