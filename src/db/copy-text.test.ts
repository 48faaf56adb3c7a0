import { describe, expect, it } from 'vitest'
import { copyField, copyLine } from './copy-text.ts'

describe('copyField', () => {
  it.each([
    [null, '\\N'],
    [undefined, '\\N'],
    ['', ''],
    ['\\N', '\\\\N'],
    ['a\tb\nc\rd\\e', 'a\\tb\\nc\\rd\\\\e'],
    [true, 't'],
    [-0.5, '-0.5'],
    [Number.NaN, 'NaN'],
    [2n ** 63n - 1n, '9223372036854775807'],
    [new Date('2026-01-31T10:00:00.123Z'), '2026-01-31T10:00:00.123Z'],
    [Buffer.from([0, 255]), '\\\\x00ff'],
    [{ a: 'x\ty' }, '{"a":"x\\\\ty"}'],
    [['a"b', null, 'c\\d', ['e']], '{"a\\\\"b",NULL,"c\\\\\\\\d",{"e"}}'],
  ])('writes %o as %s', (value, text) => {
    expect(copyField(value)).toBe(text)
  })

  it('refuses an instant PostgreSQL could not read back', () => {
    expect(() => copyField(new Date(8.64e15))).toThrow(RangeError)
    expect(() => copyField(new Date(Number.NaN))).toThrow(RangeError)
  })
})

describe('copyLine', () => {
  it('ends each row with one line break and parts its values with tabs', () => {
    expect(copyLine(['a', null, 1])).toBe('a\t\\N\t1\n')
  })
})
