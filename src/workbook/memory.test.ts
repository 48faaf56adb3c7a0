import { writeFile } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { largeWorkbookParts } from '../../test/support/large-workbook.ts'
import { type RawPart, rawPart, repeatedDeflate, writeRawZip } from '../../test/support/raw-zip.ts'
import { readInOwnProcess } from '../../test/support/read-in-own-process.ts'
import { temporaryFolder, workbookParts, writeParts } from '../../test/support/xlsx-parts.ts'

const SHEET = 'xl/worksheets/sheet1.xml'
const MOST_MEGABYTES = 300

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder.remove())

/** A workbook in which one part is given raw. */
async function writeWith(name: string, part: RawPart): Promise<string> {
  const { [part.name]: _, ...others } = workbookParts('')
  const honest = Object.entries(others).map(([name, text]) => rawPart(name, String(text)))
  return writeRawZip(folder.path(name), [...honest, part])
}

/** A part of `start`, then `unit` again and again, with its true size and checksum. */
function bomb(
  name: string,
  start: string,
  { unit, times }: { unit: string; times: number },
): RawPart {
  const bytes = Buffer.from(unit)
  const head = rawPart(name, start)
  const packed = Buffer.concat([flushed(start), repeatedDeflate(bytes, times)])
  return { ...head, packed, size: Buffer.byteLength(start) + bytes.length * times, crc: 0 }
}

function flushed(text: string): Buffer {
  return repeatedDeflate(Buffer.from(text), 1).subarray(0, -2)
}

describe('reading 100,000 rows of 12 columns', () => {
  it('takes less than 300 MB of memory from xlsx', async () => {
    const file = await writeParts(folder.path('large.xlsx'), largeWorkbookParts(100_000))
    const { outcome, cells, megabytes } = await readInOwnProcess(file)
    expect({ outcome, cells }).toEqual({ outcome: 'read', cells: 1_200_000 })
    expect(megabytes).toBeLessThan(MOST_MEGABYTES)
  })

  it('takes less than 300 MB of memory from csv', async () => {
    const lines = Array.from({ length: 100_000 }, (_, row) =>
      `"celda ${row}"`.concat(';x'.repeat(11)),
    )
    await writeFile(folder.path('large.csv'), lines.join('\r\n'))
    const { outcome, cells, megabytes } = await readInOwnProcess(folder.path('large.csv'))
    expect({ outcome, cells }).toEqual({ outcome: 'read', cells: 1_200_000 })
    expect(megabytes).toBeLessThan(MOST_MEGABYTES)
  })
})

describe('a file that unpacks to far more than it is', () => {
  const rows = { unit: '<row><c><v>1</v></c></row>'.repeat(40_000), times: 3000 }
  const start = '<worksheet><sheetData>'

  it('is refused before it is unpacked when it says so', async () => {
    const file = await writeWith('honest-bomb.xlsx', bomb(SHEET, start, rows))
    const { outcome, megabytes } = await readInOwnProcess(file)
    expect(outcome).toContain('"what":"part-bytes"')
    expect(megabytes).toBeLessThan(MOST_MEGABYTES)
  })

  it('is refused by its ratio when it is smaller than the largest part', async () => {
    const file = await writeWith('ratio-bomb.xlsx', bomb(SHEET, start, { ...rows, times: 1000 }))
    const { outcome, megabytes } = await readInOwnProcess(file)
    expect(outcome).toContain('"what":"compression-ratio"')
    expect(megabytes).toBeLessThan(MOST_MEGABYTES)
  })

  it('is refused while it is unpacked when it lies about its size', async () => {
    const lie = { ...bomb(SHEET, start, rows), size: 900_000 }
    const { outcome, megabytes } = await readInOwnProcess(await writeWith('lying-bomb.xlsx', lie))
    expect(outcome).toContain('longer-than-told')
    expect(megabytes).toBeLessThan(MOST_MEGABYTES)
  })

  it.each([
    [
      'one giant cell',
      SHEET,
      `${start}<row><c t="inlineStr"><is><t>`,
      'x',
      '"what":"cell-characters"',
    ],
    ['one giant tag', SHEET, `${start}<row spans="`, 'x', '"what":"cell-characters"'],
    ['one giant comment', SHEET, `${start}<!--`, 'x', '"what":"cell-characters"'],
    [
      'a giant shared text',
      'xl/sharedStrings.xml',
      '<sst><si><t>',
      'x',
      '"what":"cell-characters"',
    ],
    ['one row without end', SHEET, `${start}<row>`, '<c><v>1</v></c>', 'beyond-last-column'],
    ['giant formulas', SHEET, `${start}<row><c><f>`, 'A1+', '"what":"cell-characters"'],
  ])('is refused for %s', async (...[name, part, start, unit, told]) => {
    const random = noise(unit)
    const file = await writeWith(`${name}.xlsx`, bomb(part, start, { unit: random, times: 100 }))
    const { outcome, megabytes } = await readInOwnProcess(file)
    expect(outcome).toContain(told)
    expect(megabytes).toBeLessThan(MOST_MEGABYTES)
  })

  it('is refused for shared texts without end', async () => {
    const unit = Array.from(
      { length: 20_000 },
      (_, i) => `<si><t>${crc32(String(i))}</t></si>`,
    ).join('')
    const part = bomb('xl/sharedStrings.xml', '<sst>', { unit, times: 250 })
    const { outcome, megabytes } = await readInOwnProcess(await writeWith('strings.xlsx', part))
    expect(outcome).toContain('"what":"shared-string-characters"')
    expect(megabytes).toBeLessThan(1.5 * MOST_MEGABYTES)
  })
})

/** A megabyte of a unit among numbers, so that it does not pack well enough to be refused for that. */
function noise(unit: string): string {
  if (unit.startsWith('<')) {
    return Array.from({ length: 60_000 }, (_, i) =>
      unit.replace('1', String(crc32(String(i)))),
    ).join('')
  }
  return Array.from({ length: 90_000 }, (_, i) => unit + crc32(String(i))).join('')
}
