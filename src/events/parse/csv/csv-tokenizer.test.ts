import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutBytes } from '../../../../test/support/cut-bytes.ts'
import type { EventFile } from '../event-file.ts'
import { DEFAULT_EVENT_FILE_LIMITS } from '../event-file-limits.ts'
import { csvTokenizer } from './csv-tokenizer.ts'

interface Tokenized {
  readonly rows: readonly (readonly string[])[]
  readonly lines: readonly number[]
  readonly unreadable: readonly string[]
}

const FILE: EventFile = { name: 'days.csv', limits: DEFAULT_EVENT_FILE_LIMITS }

function tokenize(pieces: readonly Buffer[], delimiter = ',', file = FILE): Tokenized {
  const rows: (readonly string[])[] = []
  const lines: number[] = []
  const unreadable: string[] = []
  const tokenizer = csvTokenizer(
    { file, delimiter },
    {
      row: (cells, place) => {
        rows.push(cells)
        lines.push(place.line())
      },
      unreadable: (place) => unreadable.push(`${place.line()}: ${place.raw()}`),
    },
  )
  for (const piece of pieces) tokenizer.push(piece)
  tokenizer.end()
  return { rows, lines, unreadable }
}

const tokenizeText = (text: string, delimiter = ',') => tokenize([Buffer.from(text)], delimiter)

/** Null for what has no closing quote. */
function tokenizedOrNull(pieces: readonly Buffer[], delimiter: string): Tokenized | null {
  try {
    return tokenize(pieces, delimiter)
  } catch {
    return null
  }
}

describe('csvTokenizer', () => {
  it.each<[string, string, string[][]]>([
    [
      'cells between commas',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a last line without an end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['CR LF and CR', 'a\r\nb\rc\r\n', [['a'], ['b'], ['c']]],
    [
      'empty cells',
      ',\n,,\n',
      [
        ['', ''],
        ['', '', ''],
      ],
    ],
    ['an empty cell at the very end', 'a,', [['a', '']]],
    ['no line for an empty one', '\n\r\na\n\n', [['a']]],
    ['quoted cells', '"a","b"\n"c"', [['a', 'b'], ['c']]],
    ['an empty quoted cell', '""\n"",""', [[''], ['', '']]],
    ['doubled quotes', '"a""b",""""\n', [['a"b', '"']]],
    [
      'line ends in quotes',
      '"a\nb","c\r\nd"\r\ne,f',
      [
        ['a\nb', 'c\r\nd'],
        ['e', 'f'],
      ],
    ],
    ['delimiters in quotes', '"a,b",c', [['a,b', 'c']]],
    ['a quote within a cell that starts without one', '5" disk,a"b"\n', [['5" disk', 'a"b"']]],
    [
      'letters beyond ASCII',
      'año,"ñandú"\n😀,x',
      [
        ['año', 'ñandú'],
        ['😀', 'x'],
      ],
    ],
    ['spaces as they are', ' a , b \n', [[' a ', ' b ']]],
  ])('reads %s', (_, text, rows) => {
    expect(tokenizeText(text).rows).toEqual(rows)
  })

  it('knows the line in which a row starts, past line ends in quotes and empty lines', () => {
    const text = 'a\n\n"b\nb\r\nb"\nc\r"d\rd"\re'

    expect(tokenizeText(text).lines).toEqual([1, 3, 6, 7, 9])
  })

  it('sets a row aside in which text follows a closing quote, and reads the next', () => {
    const { rows, unreadable } = tokenizeText('a,b\n"5" tall,x\n"ok","y"\n')

    expect(rows).toEqual([
      ['a', 'b'],
      ['ok', 'y'],
    ])
    expect(unreadable).toEqual(['2: "5" tall,x'])
  })

  it.each(['"a\nb', 'a,"b', '"', 'a\n"b""'])(
    'refuses %j, in which a quote is never closed',
    (text) => {
      expect(() => tokenizeText(text)).toThrow('quote-never-closed')
    },
  )

  it.each([
    ['a cell', 'x'.repeat(101), 'cell-characters'],
    ['a quoted cell', `"${'x'.repeat(101)}"`, 'cell-characters'],
    ['a cell beyond ASCII', 'ñ'.repeat(101), 'cell-characters'],
    ['a quote that is not closed', `"${'x\n'.repeat(51)}`, 'cell-characters'],
    ['a row', 'x,'.repeat(501), 'row-characters'],
  ])('refuses %s that is too long, in whatever pieces it comes', (_, text, what) => {
    const limits = { ...DEFAULT_EVENT_FILE_LIMITS, cellCharacters: 100, rowCharacters: 1000 }
    const file = { name: 'days.csv', limits }
    for (const size of [1, 7, 64, 5000]) {
      const pieces = cutBytes(Buffer.from(`a\n${text}\nb`), [size])
      expect(() => tokenize(pieces, ',', file)).toThrow(`"what":"${what}"`)
      expect(() => tokenize(pieces, ',', file)).toThrow('line: 2')
    }
  })

  it('counts characters, not bytes, against a limit', () => {
    const limits = { ...DEFAULT_EVENT_FILE_LIMITS, cellCharacters: 100, rowCharacters: 100 }
    const file = { name: 'days.csv', limits }

    expect(tokenize([Buffer.from('ñ'.repeat(100))], ',', file).rows).toEqual([['ñ'.repeat(100)]])
  })
})

const delimiters = fc.constantFrom(',', ';', '\t', '|')
const sizes = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 })
const scraps = (delimiter: string) =>
  fc.string({
    unit: fc.constantFrom('a', 'ñ', '"', '""', delimiter, '\n', '\r\n', ' '),
    maxLength: 40,
  })

describe('csvTokenizer and csv-parse', () => {
  it('find the same cells wherever quotes are closed and nothing follows them', () => {
    let compared = 0
    fc.assert(
      fc.property(
        delimiters.chain((delimiter) => fc.tuple(fc.constant(delimiter), scraps(delimiter))),
        ([delimiter, text]) => {
          const found = tokenizedOrNull([Buffer.from(text)], delimiter)
          if (found === null || found.unreadable.length > 0) return
          compared += 1
          expect(found.rows).toEqual(oracle(text, delimiter))
        },
      ),
      { numRuns: 3000 },
    )
    expect(compared).toBeGreaterThan(1000)
  })

  it('find the same cells in what a writer quotes', () => {
    const cell = fc.string({ unit: 'binary', maxLength: 12 })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 8 })
    fc.assert(
      fc.property(table, delimiters, sizes, (rows, delimiter, at) => {
        const written = rows.map((cells) => cells.map(quoted).join(delimiter)).join('\r\n')
        const bytes = Buffer.from(written)
        const known = JSON.parse(JSON.stringify(rows.map((cells) => cells.map(asUtf8))))

        expect(tokenize(cutBytes(bytes, at), delimiter).rows).toEqual(known)
        expect(oracle(bytes.toString(), delimiter)).toEqual(known)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the places where a text is cut', () => {
  it('make no difference to its rows, lines and faults', () => {
    fc.assert(
      fc.property(
        delimiters.chain((delimiter) => fc.tuple(fc.constant(delimiter), scraps(delimiter))),
        sizes,
        ([delimiter, text], at) => {
          const bytes = Buffer.from(text)

          expect(tokenizedOrNull(cutCharacters(text, at), delimiter)).toEqual(
            tokenizedOrNull([bytes], delimiter),
          )
        },
      ),
      { numRuns: 3000 },
    )
  })
})

function oracle(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}

/** As UTF-8 can hold it: half a pair becomes a replacement character. */
function asUtf8(text: string): string {
  return Buffer.from(text).toString()
}

/** Pieces that end between characters, as a decoder gives them. */
function cutCharacters(text: string, sizes: readonly number[]): Buffer[] {
  const characters = [...text]
  const pieces: Buffer[] = []
  for (let at = 0, turn = 0; at < characters.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1
    pieces.push(Buffer.from(characters.slice(at, at + size).join('')))
    at += size
  }
  return pieces
}
