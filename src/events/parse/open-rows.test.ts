import { mkdir, readdir, readFile } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { piecesOf, readEvents, readingFault } from '../../../test/support/read-events.ts'
import { temporaryFolder, workbookParts, writeParts } from '../../../test/support/xlsx-parts.ts'
import { DEFAULT_EVENT_FILE_LIMITS } from './event-file-limits.ts'
import { openRows } from './open-rows.ts'

const TABLE = 'time;metric;value\n2026-01-31;visitas año;1,5\n2026-02-01;visitas año;\n'
const ROWS = [
  { time: '2026-01-31', metric: 'visitas año', value: '1,5' },
  { time: '2026-02-01', metric: 'visitas año', value: '' },
]
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder.remove())

async function workbook(sheetData: string): Promise<Buffer> {
  return readFile(await writeParts(folder.path('days.xlsx'), workbookParts(sheetData)))
}

describe('a table of delimited text', () => {
  it.each<[string, Buffer, object]>([
    ['UTF-8', Buffer.from(TABLE), { encoding: 'utf-8', delimiter: ';' }],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TABLE}`), { encoding: 'utf-8' }],
    ['UTF-16 LE', Buffer.from(`\ufeff${TABLE}`, 'utf16le'), { encoding: 'utf-16le' }],
    ['UTF-16 BE', utf16be(`\ufeff${TABLE}`), { encoding: 'utf-16be' }],
    ['UTF-16 without its mark', Buffer.from(TABLE, 'utf16le'), { encoding: 'utf-16le' }],
    ['Windows-1252', Buffer.from(TABLE, 'latin1'), { encoding: 'windows-1252' }],
    ['CR LF', Buffer.from(TABLE.replaceAll('\n', '\r\n')), { encoding: 'utf-8' }],
    ['CR', Buffer.from(TABLE.replaceAll('\n', '\r')), { encoding: 'utf-8' }],
    ['tabs', Buffer.from(TABLE.replaceAll(';', '\t')), { delimiter: '\t' }],
    ['bars', Buffer.from(TABLE.replaceAll(';', '|')), { delimiter: '|' }],
    ['its delimiter said', Buffer.from(`sep=;\n${TABLE}`), { delimiter: ';' }],
    ['gzip', gzipSync(TABLE), { isGzip: true, encoding: 'utf-8' }],
    [
      'gzip in two members',
      Buffer.concat([TABLE.slice(0, 30), TABLE.slice(30)].map((part) => gzipSync(part))),
      { isGzip: true },
    ],
    ['gzip of UTF-16', gzipSync(Buffer.from(`\ufeff${TABLE}`, 'utf16le')), { isGzip: true }],
    ['empty lines and rows', Buffer.from(TABLE.replaceAll('\n', '\n\n;;\n')), { format: 'csv' }],
  ])('is read: %s', async (_, bytes, nature) => {
    const read = await readEvents(bytes)

    expect(read.rows).toEqual(ROWS)
    expect(read.faults).toEqual([])
    expect(read.nature).toMatchObject({ format: 'csv', isGzip: false, hiddenSheets: [], ...nature })
  })

  it('is read with commas that are quoted where they stand in a cell', async () => {
    const { rows, nature } = await readEvents(
      Buffer.from('"time","value"\r\n"2026-01-31","1,5"\r\n'),
    )

    expect(rows).toEqual([{ time: '2026-01-31', value: '1,5' }])
    expect(nature.delimiter).toBe(',')
  })

  it('has headings without the spaces around them, and one without a name where there is none', async () => {
    const { batches } = await readEvents(Buffer.from(' time ,, value\u00a0\n1,2,3\n'))

    expect(batches[0]?.columns).toEqual(['time', '', 'value'])
  })

  it('may lack cells at the end of a row, and has rows with too many set aside', async () => {
    const { batches, faults, lines } = await readEvents(
      Buffer.from('time,value,region\n1\n1,2,3,4\n"x\ny",2,,\n5,6\n'),
    )

    expect(batches[0]?.rows.map(({ values }) => values)).toEqual([['1'], ['5', '6']])
    expect(lines).toEqual([2, 6])
    expect(batches[0]?.faults.map(({ values }) => values)).toEqual([
      ['1', '2', '3', '4'],
      ['x\ny', '2', '', ''],
    ])
    expect(faults).toEqual([
      '3 row.too-many-cells more-cells-than-headings: 1,2,3,4',
      '4 row.too-many-cells more-cells-than-headings: "x\ny",2,,',
    ])
  })

  it('tells its headings where it has no rows', async () => {
    const { batches } = await readEvents(Buffer.from('time,value\n'))

    expect(batches).toEqual([{ columns: ['time', 'value'], sheet: null, rows: [], faults: [] }])
  })

  it('comes in batches of a thousand rows, faults counted', async () => {
    const lines = Array.from({ length: 2500 }, (_, at) => (at % 5 === 0 ? '1,2,3' : '1,2'))
    const { batches } = await readEvents(Buffer.from(`time,value\n${lines.join('\n')}`))

    expect(batches.map(({ rows, faults }) => [rows.length, faults.length])).toEqual([
      [800, 200],
      [800, 200],
      [400, 100],
    ])
  })

  it('comes in smaller batches where rows are long', async () => {
    const row = `${'x'.repeat(90_000)},`.repeat(10)
    const { batches } = await readEvents(
      Buffer.from(`a,b,c,d,e,f,g,h,i,j,k\n${`${row}\n`.repeat(6)}`),
    )

    expect(batches.map(({ rows }) => rows.length)).toEqual([2, 2, 2])
  })

  it('is refused where its headings cannot be read', async () => {
    expect(await readingFault(Buffer.from('"time"x,value\n1,2'))).toBe(
      'file.corrupt {"file":"days","place":"line: 1","reason":"text-after-quote"}',
    )
  })
})

describe('what a file is said to be', () => {
  it.each<[string, Buffer, string, string]>([
    ['days.json', Buffer.from('time,value\n1,2'), 'application/json', 'csv'],
    ['days.xlsx', Buffer.from('time,value\n1,2'), 'application/vnd.ms-excel', 'csv'],
    ['days.csv', Buffer.from('[{"time":1,"value":2}]'), 'text/csv', 'json'],
    ['days.csv', Buffer.from('{"time":1}\n{"time":2}'), 'text/csv', 'ndjson'],
    ['days.csv.gz', Buffer.from('time,value\n1,2'), 'application/gzip', 'csv'],
    ['days.csv', gzipSync('{"time":1,"value":2}'), 'text/csv', 'json'],
  ])('yields to what it is: %s', async (...[name, bytes, mediaType, format]) => {
    const { nature, rows } = await readEvents(bytes, { name, mediaType })

    expect(nature.format).toBe(format)
    expect(rows.length).toBeGreaterThan(0)
  })

  it('yields to what it is: a workbook by the name of a text', async () => {
    const bytes = await workbook('<row><c><v>1</v></c></row>')

    expect((await readEvents(bytes, { name: 'days.csv' })).nature.format).toBe('xlsx')
  })
})

describe('a file that holds no events', () => {
  it.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'file.empty'],
    ['a mark', Buffer.from('\ufeff'), 'file.empty'],
    ['a mark of UTF-16', Buffer.from('fffe', 'hex'), 'file.empty'],
    ['white space', Buffer.from(' \r\n\t\n\n'), 'file.empty'],
    ['gzip of nothing', gzipSync(''), 'file.empty'],
    ['delimiters', Buffer.from(';;;\n;;;\n'), 'file.empty'],
    ['PDF', Buffer.from('%PDF-1.7\n%âãÏÓ'), '"looksLike":"PDF"'],
    ['PNG', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), '"looksLike":"PNG"'],
    ['HTML', Buffer.from('<!DOCTYPE html><html></html>'), '"looksLike":"HTML"'],
    ['XML', Buffer.from('<?xml version="1.0"?><a/>'), '"looksLike":"XML"'],
    ['binary data', Buffer.from('00010203040506070809', 'hex'), '"looksLike":"binary"'],
    ['gzip in gzip', gzipSync(gzipSync('time,value')), '"looksLike":"gzip"'],
    ['old Excel', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'workbook.legacy-xls'],
  ])('is refused: %s', async (_, bytes, told) => {
    const fault = await readingFault(bytes)

    expect(fault).toContain(told)
    expect(fault).toMatch(/^(?:file\.(?:empty|unsupported)|workbook\.legacy-xls) \{"file":"days"/u)
  })

  it('is refused: a zip file of something else', async () => {
    const file = await writeParts(folder.path('letter.docx'), { 'word/document.xml': '<a/>' })

    expect(await readingFault(await readFile(file))).toBe(
      'file.unsupported {"file":"days","looksLike":"Word (.docx)"}',
    )
  })

  it('is refused: a workbook without a single cell', async () => {
    expect(await readingFault(await workbook(''))).toBe('file.empty {"file":"days"}')
    expect(await readingFault(await workbook('<row><c t="str"><v> </v></c></row>'))).toBe(
      'file.empty {"file":"days"}',
    )
  })
})

describe('gzip data', () => {
  const packed = gzipSync(Buffer.from(TABLE.repeat(500)))

  it.each([
    ['cut off', packed.subarray(0, -20), 'gzip-cut-off'],
    ['cut off in its first bytes', packed.subarray(0, 5), 'gzip-cut-off'],
    ['damaged', Buffer.from(packed).fill(0, 40, 60), 'not-unpackable: '],
    ['followed by text', Buffer.concat([packed, Buffer.from('a,b\n1,2\n3,4')]), 'not-unpackable: '],
    [
      'followed by zeros and more',
      Buffer.concat([packed, Buffer.alloc(9), packed]),
      'foreign-bytes',
    ],
  ])('is refused where it is %s', async (_, bytes, reason) => {
    expect(await readingFault(bytes)).toMatch(/^file\.corrupt .*"place":"byte: \d+"/u)
    expect(await readingFault(bytes)).toContain(`"reason":"${reason}`)
  })

  it('is refused where it unpacks to far more than it is', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000, 'time,value\n'), { level: 9 })

    expect(await readingFault(bomb)).toContain('"what":"compression-ratio","limit":200')
  })

  it('is refused where it unpacks to more than there may be', async () => {
    const limits = { ...DEFAULT_EVENT_FILE_LIMITS, unpackedBytes: 10_000 }

    expect(await readingFault(packed, { limits })).toContain(
      '"what":"unpacked-bytes","limit":10000',
    )
  })
})

describe('openRows', () => {
  it('reads no more of a file than it may have bytes', async () => {
    const limits = { ...DEFAULT_EVENT_FILE_LIMITS, fileBytes: 100_000 }
    let pieces = 0
    async function* endless() {
      for (;;) {
        pieces += 1
        yield Buffer.from('2026-01-31,1\n'.repeat(1000))
      }
    }

    expect(await readingFault(endless(), { limits })).toBe(
      'file.too-large {"file":"days","what":"file-bytes","limit":100000,"place":""}',
    )
    expect(pieces).toBe(8)
  })

  it('lets others have a turn, be the whole file one piece', async () => {
    const bytes = Buffer.from(`time,value\n${'2026-01-31,1\n'.repeat(200_000)}`)
    let turns = 0
    let isReading = true
    const counting = (async () => {
      for (; isReading; turns += 1) await nextTurn()
    })()
    await readEvents(bytes)
    isReading = false
    await counting

    expect(turns).toBeGreaterThanOrEqual(Math.floor(bytes.length / 65_536))
  })

  it('does not mind when whoever sends the bytes writes over them', async () => {
    const bytes = Buffer.from(TABLE.repeat(2000))
    async function* reusing() {
      const piece = Buffer.alloc(50_000)
      for (let at = 0; at < bytes.length; at += piece.length) {
        const filled = bytes.copy(piece, 0, at)
        yield piece.subarray(0, filled)
        piece.fill(0)
      }
    }

    expect((await readEvents(reusing())).rows).toEqual((await readEvents(bytes)).rows)
  })

  it('tells how many bytes of the file it has taken', async () => {
    const bytes = gzipSync(TABLE)
    const stream = await openRows(piecesOf([bytes]), { name: 'days' })
    for await (const _ of stream.batches());

    expect(stream.bytesRead()).toBe(bytes.length)
  })

  it('passes on why its bytes ceased to come', async () => {
    async function* breaking() {
      yield Buffer.from(TABLE.repeat(3000))
      throw new Error('connection reset')
    }

    await expect(readEvents(breaking())).rejects.toThrow('connection reset')
    const packed = gzipSync(Buffer.from(TABLE.repeat(3000)), { level: 0 })
    async function* breakingPacked() {
      yield packed.subarray(0, 100_000)
      throw new Error('connection reset')
    }
    await expect(readEvents(breakingPacked())).rejects.toThrow('connection reset')
  })

  it.each([
    ['read to its end', leaveAtEnd],
    ['left after a batch', leaveAfterOne],
    ['closed unread', (stream: Stream) => stream.close()],
    ['closed twice', (stream: Stream) => stream.close().then(stream.close)],
  ])('lets go of the bytes of a file that is %s', async (_, use) => {
    for (const bytes of [Buffer.from(TABLE.repeat(9000)), gzipSync(TABLE.repeat(9000))]) {
      let isReleased = false
      async function* watched() {
        try {
          for (let at = 0; at < bytes.length; at += 9000) yield bytes.subarray(at, at + 9000)
        } finally {
          isReleased = true
        }
      }
      await use(await openRows(watched(), { name: 'days' }))
      await nextTurn()

      expect(isReleased).toBe(true)
    }
  })
})

type Stream = Awaited<ReturnType<typeof openRows>>

async function leaveAtEnd(stream: Stream): Promise<void> {
  for await (const _ of stream.batches());
}

async function leaveAfterOne(stream: Stream): Promise<void> {
  for await (const _ of stream.batches()) break
}

describe('the temporary file of a workbook', () => {
  const known = process.env.TMPDIR
  beforeEach(async () => {
    process.env.TMPDIR = folder.path('temporary')
    await mkdir(folder.path('temporary'), { recursive: true })
  })
  afterEach(() => {
    if (known === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = known
  })
  const left = () => readdir(folder.path('temporary'))

  it('bears no name while it is read, and is gone afterwards', async () => {
    const bytes = await workbook('<row><c><v>1</v></c></row>'.repeat(20))
    const stream = await openRows(piecesOf([bytes]), { name: 'days.xlsx' })
    expect(await left()).toEqual([])
    await leaveAfterOne(stream)

    expect(await left()).toEqual([])
  })

  it.each([
    ['refused', async () => readingFault((await workbook('')).subarray(0, -30))],
    ['older than 2007', () => readingFault(Buffer.from('d0cf11e0a1b11ae1'.repeat(99), 'hex'))],
    ['cut off by its sender', () => expect(readEvents(brokenOff())).rejects.toThrow('reset')],
  ])('is gone where the file is %s', async (_, read) => {
    await read()

    expect(await left()).toEqual([])
  })

  async function* brokenOff() {
    yield await workbook('<row><c><v>1</v></c></row>')
    throw new Error('reset')
  }
})
