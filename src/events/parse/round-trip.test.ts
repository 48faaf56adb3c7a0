import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cutBytes } from '../../../test/support/cut-bytes.ts'
import { piecesOf, readEvents, readingFault } from '../../../test/support/read-events.ts'
import { temporaryFolder } from '../../../test/support/xlsx-parts.ts'
import { writeWorkbook } from '../../workbook/write/write-workbook.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder.remove())

const ENCODINGS = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-8 marked': (text: string) => Buffer.from(`\ufeff${text}`),
  'utf-16le': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
}
const encodings = fc.constantFrom(...Object.values(ENCODINGS))
const lineEnds = fc.constantFrom('\n', '\r\n', '\r')
const delimiters = fc.constantFrom(',', ';', '\t', '|')
const BLANK = /^\p{White_Space}*$/u
const isText = (text: string) => text.isWellFormed() && !text.includes('\0')
/** Any text at all, with what CSV is made of more often than chance would have it. */
const cells = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 15 }).filter(isText),
  fc.string({
    unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', '\t', 'ñ', ' '),
    maxLength: 9,
  }),
)
const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 })
const pack = fc.constantFrom(
  (bytes: Buffer) => bytes,
  (bytes: Buffer) => gzipSync(bytes),
)

interface Table {
  readonly delimiter: string
  readonly lineEnd: string
  readonly rows: readonly (readonly string[])[]
}

const tables = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.record({
    delimiter: delimiters,
    lineEnd: lineEnds,
    rows: fc.array(fc.array(cells, { minLength: width - 1, maxLength: width - 1 }), {
      maxLength: 12,
    }),
  }),
)

const headingsOf = ({ rows: [first = ['']] }: Table) => ['n', ...first].map((_, at) => `c${at}`)

/** The first cell is a number, so that no row is blank. */
function csvText(table: Table): string {
  const rows = table.rows.map((row, at) => [String(at), ...row])
  return [headingsOf(table), ...rows]
    .map((row) => row.map(written).join(table.delimiter))
    .join(table.lineEnd)
}

function written(cell: string): string {
  return /^[a-z0-9]*$/u.test(cell) ? cell : `"${cell.replaceAll('"', '""')}"`
}

/** Everything that is read, or the fault. */
async function outcome(pieces: AsyncIterable<Uint8Array>, name = 'days'): Promise<unknown> {
  try {
    const { nature, batches } = await readEvents(pieces, { name })
    return { nature, batches }
  } catch (error) {
    return String(error)
  }
}

describe('what a writer wrote', () => {
  it('is read back from delimited text, whatever its encoding, packing and pieces', async () => {
    await fc.assert(
      fc.asyncProperty(tables, encodings, pack, sizes, async (...[table, encode, packed, at]) => {
        const bytes = packed(encode(csvText(table)))
        const { rows, faults, lines } = await readEvents(piecesOf(cutBytes(bytes, at)))

        const headings = headingsOf(table)
        const expected = table.rows.map((row, at) =>
          Object.fromEntries([String(at), ...row].map((cell, column) => [headings[column], cell])),
        )
        expect({ rows, faults }).toEqual({ rows: expected, faults: [] })
        expect(lines).toEqual(lines.toSorted((one, other) => one - other))
      }),
      { numRuns: 400 },
    )
  })

  it('is read back from JSON of any layout', async () => {
    const scalar = fc.oneof(
      ...[fc.string({ unit: 'binary' }).filter(isText), fc.boolean(), fc.constant(null)],
      ...[fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger()],
    )
    const key = fc.string({ unit: fc.constantFrom('a', 'b', 'ñ', '"', '\\', '_'), minLength: 1 })
    const events = fc.array(fc.dictionary(key, scalar, { minKeys: 1, maxKeys: 5 }), {
      minLength: 1,
      maxLength: 8,
    })
    const layouts = fc.constantFrom<(items: readonly unknown[]) => string>(
      (items) => JSON.stringify(items),
      (items) => JSON.stringify(items, null, 2),
      (items) => JSON.stringify({ page: 1, events: items, next: null }),
      (items) => items.map((item) => JSON.stringify(item)).join('\n'),
      (items) => items.map((item) => `${JSON.stringify(item)}\r\n`).join(''),
      (items) => items.map((item) => JSON.stringify(item, null, 1)).join(' '),
    )
    await fc.assert(
      fc.asyncProperty(events, layouts, encodings, async (items, layout, encode) => {
        const { rows, faults } = await readEvents(encode(layout(items)))

        const known = JSON.parse(JSON.stringify(items)).map(withoutNulls)
        expect({ rows: rows.map(withoutNulls), faults }).toEqual({ rows: known, faults: [] })
      }),
      { numRuns: 400 },
    )
  })

  it('is read back from a workbook', async () => {
    const number = fc.double({ noNaN: true, min: -9e15, max: 9e15 }).map((value) => value + 0)
    const text = fc.string({ unit: 'grapheme', maxLength: 9 }).filter((value) => !BLANK.test(value))
    const value = fc.oneof(text, fc.constant(''), number)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(value, value), { maxLength: 9 }), async (rows) => {
        const file = folder.path('written.xlsx')
        const columns = [{ title: 'n' }, { title: 'one' }, { title: 'other' }]
        const content = rows.map((row, at) => [at, ...row])
        await writeWorkbook(file, [{ name: 'Days', columns, rows: content }])
        const read = await readEvents(await readFile(file))

        const known = rows.map(([one, other], n) => withoutNulls({ n, one, other }))
        expect(read.rows.map(withoutNulls)).toEqual(known)
      }),
      { numRuns: 30 },
    )
  })
})

describe('the pieces in which bytes come', () => {
  it('make no difference to what is read of them, nor to what is wrong', async () => {
    const scraps = fc.string({
      unit: fc.constantFrom('a', '1', '"', ',', '\n', '\r\n', '{', '}', '[', ']', ':', 'ñ', '\0'),
      maxLength: 60,
    })
    const bytes = fc.oneof(
      fc.tuple(scraps, encodings).map(([text, encode]) => encode(text)),
      fc.tuple(tables, pack).map(([table, packed]) => packed(Buffer.from(csvText(table)))),
      fc.uint8Array({ maxLength: 60 }).map((raw) => Buffer.from(raw)),
    )
    await fc.assert(
      fc.asyncProperty(bytes, sizes, async (raw, at) => {
        expect(await outcome(piecesOf(cutBytes(raw, at)))).toEqual(await outcome(piecesOf([raw])))
      }),
      { numRuns: 1500 },
    )
  })

  it('may be empty', async () => {
    const pieces = ['', 'time,', '', 'value\n1,', '', '2', ''].map((text) => Buffer.from(text))

    expect((await readEvents(piecesOf(pieces))).rows).toEqual([{ time: '1', value: '2' }])
    expect(await readingFault(piecesOf([]))).toContain('file.empty')
  })
})

/** Blank cells are null in a workbook and in JSON, or not there at all. */
function withoutNulls(row: object): object {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null && value !== ''),
  )
}
