import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellValue } from '../parse/row-stream.ts'
import { MappingProfile } from '../profile/mapping-profile.ts'
import { numberReader } from './number.ts'

const readAs = (profile: unknown) => {
  const read = numberReader(MappingProfile.parse(profile))
  return (cell: CellValue | undefined) => {
    const number = read(cell)
    return number.kind === 'read' ? number.value : number.reason
  }
}
const read = readAs({})

describe('a number', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['42', '42'],
    ['+42', '42'],
    ['007', '7'],
    ['1.50', '1.5'],
    ['1.', '1'],
    ['.5', '0.5'],
    ['-.50', '-0.5'],
    ['-12.25', '-12.25'],
    [' 3 ', '3'],
    ['\u00a03', '3'],
    ['1e3', '1000'],
    ['1.5E+2', '150'],
    ['25e-3', '0.025'],
    ['-1e-2', '-0.01'],
    ['0e999999', '0'],
    ['12345678901234567890.123456789', '12345678901234567890.123456789'],
  ])('written as %j is %s', (text, value) => {
    expect(read(text)).toBe(value)
  })

  it.each<[CellValue, string]>([
    [42, '42'],
    [-0, '0'],
    [0.1, '0.1'],
    [1e21, '1000000000000000000000'],
    [5e-7, '0.0000005'],
  ])('that is typed %j is %s', (cell, value) => {
    expect(read(cell)).toBe(value)
    expect(readAs({ decimalComma: true, thousandsSeparator: '.' })(cell)).toBe(value)
  })

  it.each<[CellValue | undefined, string]>([
    ['', 'number-blank'],
    ['  ', 'number-blank'],
    [null, 'number-blank'],
    [undefined, 'number-blank'],
    [true, 'number-true-false'],
    [false, 'number-true-false'],
    ['TRUE', 'number-true-false'],
    ['false', 'number-true-false'],
    ['NaN', 'number-not-finite'],
    ['nan', 'number-not-finite'],
    ['inf', 'number-not-finite'],
    ['-Infinity', 'number-not-finite'],
    [Number.NaN, 'number-not-finite'],
    [Number.NEGATIVE_INFINITY, 'number-not-finite'],
    ['1,5', 'number-separators'],
    ['1,234.5', 'number-separators'],
    ['1 234', 'number-separators'],
    ['1.2.3', 'number-separators'],
    ['1e400', 'number-too-long'],
    ['1e-400', 'number-too-long'],
    ['9'.repeat(351), 'number-too-long'],
    ['9'.repeat(2_000), 'number-too-long'],
    ['-', 'number-unknown'],
    ['.', 'number-unknown'],
    ['e5', 'number-unknown'],
    ['1e', 'number-unknown'],
    ['12 kg', 'number-unknown'],
    ['€5', 'number-unknown'],
    ['5%', 'number-unknown'],
    ['0x10', 'number-unknown'],
    ['--5', 'number-unknown'],
    ['٣', 'number-unknown'],
    ['2026-01-31', 'number-unknown'],
  ])('is not %j: %s', (cell, reason) => {
    expect(read(cell)).toBe(reason)
  })

  it.each([
    [{ decimalComma: true }, '1,5', '1.5'],
    [{ decimalComma: true }, '1500', '1500'],
    [{ decimalComma: true }, '1.5', 'number-separators'],
    [{ decimalComma: true, thousandsSeparator: '.' }, '1.234.567,80', '1234567.8'],
    [{ decimalComma: true, thousandsSeparator: '.' }, '-1.234', '-1234'],
    [{ decimalComma: true, thousandsSeparator: '.' }, '1234,5', '1234.5'],
    [{ decimalComma: true, thousandsSeparator: '.' }, '12.34', 'number-separators'],
    [{ decimalComma: true, thousandsSeparator: '.' }, '1.2345', 'number-separators'],
    [{ decimalComma: true, thousandsSeparator: '.' }, '1234.567', 'number-separators'],
    [{ thousandsSeparator: ',' }, '1,234.5', '1234.5'],
    [{ thousandsSeparator: ',' }, '1,234,', 'number-separators'],
    [{ thousandsSeparator: ',' }, ',234', 'number-unknown'],
    [{ thousandsSeparator: ' ', decimalComma: true }, '1 234,5', '1234.5'],
    [{ thousandsSeparator: ' ', decimalComma: true }, '1\u00a0234\u202f567', '1234567'],
    [{ thousandsSeparator: "'" }, "1'234.5", '1234.5'],
    [{ thousandsSeparator: "'" }, '1’234', '1234'],
  ])('has the separators of its profile: with %j %s is %s', (profile, text, said) => {
    expect(readAs(profile)(text)).toBe(said)
  })

  it('has one text, of the same value to the last digit, however it is written', () => {
    const written = fc.record({
      sign: fc.constantFrom('', '-', '+'),
      whole: fc.stringMatching(/^\d{0,30}$/),
      fraction: fc.stringMatching(/^\d{0,30}$/),
      exponent: fc.option(fc.integer({ min: -60, max: 60 }), { nil: null }),
    })
    fc.assert(
      fc.property(written, ({ sign, whole, fraction, exponent }) => {
        fc.pre(whole + fraction !== '')
        const mark = exponent === null ? '' : `e${exponent}`
        const said = read(`${sign}${whole}.${fraction}${mark}`)

        expect(said).toMatch(/^(?:0|-?(?:0|[1-9]\d*)\.\d*[1-9]|-?[1-9]\d*)$/u)
        const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n)
        const [kept, places] = scaled(said)
        const shift = (exponent ?? 0) - fraction.length + places
        expect(shift < 0 ? kept * 10n ** BigInt(-shift) : kept).toBe(
          shift < 0 ? digits : digits * 10n ** BigInt(shift),
        )
        expect(read(said)).toBe(said)
      }),
      { numRuns: 2_000 },
    )
  })

  it('keeps every finite number of a computer', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(Number(read(number))).toBe(number === 0 ? 0 : number)
      }),
      { numRuns: 2_000 },
    )
  })
})

/** A decimal as a whole number and how many of its digits stand behind the point. */
function scaled(decimal: string): [bigint, number] {
  const [whole = '', fraction = ''] = decimal.split('.')
  return [BigInt(whole + fraction), fraction.length]
}
