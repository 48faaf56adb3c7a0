import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumber } from './number-text.ts'

describe('parseNumber', () => {
  it.each([
    ['180045', '180045'],
    ['180045.0', '180045'],
    ['1.80045E5', '180045'],
    ['1.80045e+05', '180045'],
    ['180.5', '180.5'],
    ['-180.50', '-180.5'],
    ['0', '0'],
    ['-0', '0'],
    ['0.0', '0'],
    ['0E400', '0'],
    ['007', '7'],
    ['+7', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['0.10000000000000001', '0.1'],
    ['1E-7', '0.0000001'],
    ['1.5E-7', '0.00000015'],
    ['-1.25E-3', '-0.00125'],
    ['123456789012345678', '123456789012345678'],
    ['1.2345678901234568E+17', '123456789012345680'],
    ['9007199254740993', '9007199254740993'],
    ['1.234E+21', '1234000000000000000000'],
    ['1.5E21', '1500000000000000000000'],
    ['2.9999999999999999E5', '300000'],
    ['299999.5', '299999.5'],
  ])('writes %s as %s', (lexeme, text) => {
    expect(parseNumber(lexeme)?.text).toBe(text)
  })

  it.each(['', '.', '-', 'abc', '0x10', '1 2', '1e', 'NaN', 'Infinity', '1E+1000000000', '1,5'])(
    'finds no number in "%s"',
    (lexeme) => {
      expect(parseNumber(lexeme)).toBeNull()
    },
  )

  it('writes any number so that it reads back as the same number, without an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const parsed = parseNumber(String(value))
        expect(parsed?.value).toBe(value === 0 ? 0 : value)
        expect(Number(parsed?.text)).toBe(value === 0 ? 0 : value)
        expect(parsed?.text).toMatch(/^-?\d+(\.\d*[1-9])?$/)
      }),
    )
  })

  it('keeps every digit of a whole number', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (value) => {
        expect(parseNumber(String(value))?.text).toBe(String(value))
      }),
    )
  })
})
