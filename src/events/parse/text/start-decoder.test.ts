import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutBytes } from '../../../../test/support/cut-bytes.ts'
import { AppError } from '../../../lib/errors.ts'
import { DEFAULT_EVENT_FILE_LIMITS } from '../event-file-limits.ts'
import { startDecoder } from './start-decoder.ts'
import { startEncoding } from './start-encoding.ts'

const FILE = { name: 'days.csv', limits: DEFAULT_EVENT_FILE_LIMITS }

/** Text and encoding, or the encoding and place of a fault. */
function decode(bytes: Buffer, sizes: readonly number[] = [bytes.length || 1]): string {
  const start = startEncoding(bytes)
  const decoder = startDecoder(start, FILE)
  try {
    const pieces = cutBytes(bytes.subarray(start.markBytes), sizes).map(decoder.push)
    const text = Buffer.concat([...pieces, decoder.end()]).toString()
    return `${decoder.encoding()} ${text}`
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.message
  }
}

const fault = (encoding: string, line: number) =>
  `file.undecodable ${JSON.stringify({ file: 'days.csv', encoding, place: `line: ${line}` })}`
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const latin = (text: string) => Buffer.from(text, 'latin1')

describe('startDecoder', () => {
  it.each<[string, Buffer, string]>([
    ['ASCII', Buffer.from('a,b'), 'utf-8 a,b'],
    ['nothing', Buffer.alloc(0), 'utf-8 '],
    ['UTF-8', Buffer.from('año 😀'), 'utf-8 año 😀'],
    ['UTF-8 with its mark', Buffer.from('\ufeffaño'), 'utf-8 año'],
    ['only a mark', Buffer.from('\ufeff'), 'utf-8 '],
    ['UTF-16 LE', Buffer.from('\ufeffaño 😀', 'utf16le'), 'utf-16le año 😀'],
    ['UTF-16 BE', utf16be('\ufeffaño 😀'), 'utf-16be año 😀'],
    ['UTF-16 LE without its mark', Buffer.from('día,valor', 'utf16le'), 'utf-16le día,valor'],
    ['UTF-16 BE without its mark', utf16be('día,valor'), 'utf-16be día,valor'],
    ['Windows-1252', latin('a\xf1o \x80\x93x\x94'), 'windows-1252 año €“x”'],
    ['ISO 8859-1, which Windows-1252 holds', latin('ma\xf1ana'), 'windows-1252 mañana'],
  ])('reads %s', (_, bytes, text) => {
    expect(decode(bytes)).toBe(text)
    expect(decode(bytes, [1])).toBe(text)
  })

  it.each<[string, Buffer, string, number]>([
    ['a NUL in ASCII', Buffer.from('a\nb\0'), 'UTF-8', 2],
    ['a NUL in UTF-8', Buffer.from('ñ\nb\nc\0'), 'UTF-8', 3],
    ['a NUL in UTF-16', Buffer.from('\ufeffa\nb\0', 'utf16le'), 'UTF-16', 2],
    ['a NUL in Windows-1252', latin('\xf1\n\xe1\n\0'), 'Windows-1252', 3],
    ['UTF-32, which is no text here', Buffer.from('fffe000061000000', 'hex'), 'UTF-16', 1],
    ['a broken place in UTF-8', Buffer.from('c3b1c3b10ac3b1ff', 'hex'), 'UTF-8', 2],
    ['a broken place after a mark', Buffer.from('efbbbf610a62ff', 'hex'), 'UTF-8', 2],
    ['UTF-8 cut off in a character', Buffer.from('c3b1c3b10ac3', 'hex'), 'UTF-8', 2],
    ['a byte that Windows-1252 leaves free', latin('\xf1\n\n\x81'), 'Windows-1252', 3],
    ['half a pair in UTF-16', Buffer.from('\ufeffa\n\ud83db', 'utf16le'), 'UTF-16', 2],
    ['UTF-16 cut off in a unit', Buffer.from('fffe61000a0062', 'hex'), 'UTF-16', 2],
    ['UTF-16 cut off in a pair', Buffer.from('fffe61003dd8', 'hex'), 'UTF-16', 1],
  ])('refuses %s with its line', (...[, bytes, encoding, line]) => {
    expect(decode(bytes)).toBe(fault(encoding, line))
    expect(decode(bytes, [1])).toBe(fault(encoding, line))
  })

  it('tells the line of a fault far into a text', () => {
    const lines = 'día,1\n'.repeat(30_000)

    expect(decode(Buffer.concat([Buffer.from(`${lines}x`), latin('\xff')]))).toBe(
      fault('UTF-8', 30_001),
    )
  })

  it('decides for Windows-1252 where the first accent stands, however late that is', () => {
    const ascii = 'dia,1\n'.repeat(30_000)

    expect(decode(latin(`${ascii}ma\xf1ana`), [4096])).toBe(`windows-1252 ${ascii}mañana`)
  })

  it('refuses at its end what began like Windows-1252 and is mostly UTF-8', () => {
    const broken = Buffer.concat([latin('a\nma\xf1ana\n'), Buffer.alloc(1 << 16, 'x')])
    const rest = Buffer.from('día\n'.repeat(10))

    expect(decode(Buffer.concat([broken, rest]))).toBe(fault('UTF-8', 2))
  })

  it('gives ASCII on at once and holds back no more than it needs to decide', () => {
    const decoder = startDecoder({ encoding: null, markBytes: 0 }, FILE)

    expect(decoder.push(Buffer.from('a,b\nc')).toString()).toBe('a,b\nc')
    expect(decoder.push(Buffer.from('xñ')).toString()).toBe('x')
    expect(decoder.push(Buffer.alloc(1 << 16, 'y'))).toHaveLength((1 << 16) + 2)
  })
})

describe('the places where bytes are cut', () => {
  const bytes = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => Buffer.from(text)),
    fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => Buffer.from(`\ufeff${text}`)),
    fc.string({ maxLength: 60 }).map((text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
    fc.string({ maxLength: 60 }).map((text) => utf16be(`\ufeff${text}`)),
    fc.string({ unit: fc.constantFrom('a', '\xf1', '\n', '\x80'), maxLength: 60 }).map(latin),
    fc.uint8Array({ maxLength: 60 }).map((raw) => Buffer.from(raw)),
  )
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 })

  it('make no difference to the text, its encoding, or the place of a fault', () => {
    fc.assert(
      fc.property(bytes, sizes, (raw, at) => {
        expect(decode(raw, at)).toBe(decode(raw))
      }),
      { numRuns: 3000 },
    )
  })
})
