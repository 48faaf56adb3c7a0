import { describe, expect, it } from 'vitest'
import { builtInFormat, padWithZeros, parseNumberFormat } from './number-format.ts'

describe('parseNumberFormat', () => {
  it.each([
    'dd/mm/yyyy',
    '[$-C0A]d" de "mmmm" de "yyyy',
    'yyyy\\-mm\\-dd hh:mm',
    'h:mm AM/PM',
    'mmm-yy',
    '[Red]d/m/yy;@',
    'MM',
    'ss.000',
  ])('takes %s for a date', (code) => {
    expect(parseNumberFormat(code).kind).toBe('date')
  })

  it.each(['[h]:mm:ss', '[mm]:ss', '[s]', '[HH]:MM'])('takes %s for a duration', (code) => {
    expect(parseNumberFormat(code).kind).toBe('duration')
  })

  it.each([
    'General',
    '0',
    '0.00',
    '#,##0.00',
    '0.00E+00',
    '0" days"',
    '0\\d',
    '"yyyy"0',
    '[Red]0;[Blue]-0',
    '_-* #,##0.00\\ [$€-C0A]_-',
    '[$-409]0',
    '@',
    '0%',
    '# ?/?',
    '[<=9]00;000',
    '"[h]"0',
    '0;"d"',
  ])('takes %s for a plain number', (code) => {
    expect(parseNumberFormat(code)).toEqual({ kind: 'plain' })
  })

  it('knows the formats that a workbook need not list', () => {
    const kinds = [0, 1, 14, 22, 45, 46, 47, 49].map((id) => builtInFormat(id).kind)
    expect(kinds).toEqual(['plain', 'plain', 'date', 'date', 'date', 'duration', 'date', 'plain'])
  })
})

describe('padWithZeros', () => {
  it.each([
    ['000000', '1234', '001234'],
    ['000000', '1234567', null],
    ['000000', '123456', null],
    ['00000', '0', '00000'],
    ['[$-C0A]00000', '7', '00007'],
    ['"INV-"0000', '12', 'INV-0012'],
    ['00\\-0000', '123', '00-0123'],
    ['#0000', '12', '0012'],
    ['000000', '-5', null],
  ])('shows in %s the number %s as %s', (code, digits, shown) => {
    const format = parseNumberFormat(code)
    expect(format.kind === 'padded' && padWithZeros(digits, format.pattern)).toBe(shown)
  })
})
