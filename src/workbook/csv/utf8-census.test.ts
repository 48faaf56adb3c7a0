import { isUtf8 } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createUtf8Census } from './utf8-census.ts'

function census(bytes: Buffer, blockBytes: number) {
  const found = createUtf8Census()
  for (let at = 0; at < bytes.length; at += blockBytes) {
    found.add(bytes.subarray(at, at + blockBytes))
  }
  return found.end()
}

describe('createUtf8Census', () => {
  it('finds fault with exactly the bytes that are not UTF-8', () => {
    const bytes = fc.array(
      fc.constantFrom(0x41, 0x80, 0x9f, 0xa0, 0xbf, 0xc1, 0xc3, 0xe0, 0xed, 0xf0, 0xf4, 0xf5),
    )
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 5 }), (values, blockBytes) => {
        const { invalid } = census(Buffer.from(values), blockBytes)
        expect(invalid === 0).toBe(isUtf8(Buffer.from(values)))
      }),
      { numRuns: 2000 },
    )
  })

  it('counts characters beyond ASCII in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const valid = [...text].filter((character) => character > '\x7f').length
        expect(census(Buffer.from(text), 3)).toEqual({ valid, invalid: 0, firstInvalidLine: 0 })
      }),
    )
  })

  it('names the first line that is at fault', () => {
    const bytes = Buffer.from('a\n\xf1\n\xf1', 'latin1')
    expect(census(bytes, 10)).toEqual({ valid: 0, invalid: 2, firstInvalidLine: 2 })
  })
})
