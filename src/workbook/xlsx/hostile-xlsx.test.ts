import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RawPart, rawPart, writeRawZip } from '../../../test/support/raw-zip.ts'
import { failureOf, readRows, rowTexts } from '../../../test/support/read-cells.ts'
import {
  sharedStringsXml,
  sheetXml,
  stylesXml,
  temporaryFolder,
  workbookParts,
} from '../../../test/support/xlsx-parts.ts'

const SHEET = 'xl/worksheets/sheet1.xml'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let count = 0
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder.remove())

const rows = Array.from({ length: 50 }, (_, i) => `<row><c t="s"><v>${i % 3}</v></c></row>`).join(
  '',
)
const PARTS = workbookParts(rows, {
  'xl/sharedStrings.xml': sharedStringsXml(['<t>uno</t>', '<t>dos</t>', '<t>tres</t>']),
  'xl/styles.xml': stylesXml([0, 14]),
})

/** The failure of reading a workbook in which one part is changed. */
async function failureWith(name: string, change: (part: RawPart) => Partial<RawPart>) {
  const parts = Object.entries(PARTS)
    .map(([name, text]) => rawPart(name, String(text)))
    .map((part) => (part.name === name ? { ...part, ...change(part) } : part))
  return failureOf(readRows(await writeRawZip(folder.path(`${count++}.xlsx`), parts)))
}

const flipped = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0x55
  return copy
}

describe('a part of an xlsx file', () => {
  it.each([SHEET, 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml', '_rels/.rels'])(
    'is refused when its checksum is wrong: %s',
    async (name) => {
      const failure = await failureWith(name, ({ crc }) => ({ crc: (crc ^ 1) >>> 0 }))
      expect(failure.code).toBe('workbook.corrupt')
      expect(failure.details).toMatchObject({
        part: name,
        reason: 'wrong-checksum',
      })
    },
  )

  it('is refused when a byte of it was flipped', async () => {
    const { packed } = rawPart(SHEET, String(PARTS[SHEET]))
    for (let at = 0; at < packed.length; at += 7) {
      const failure = await failureWith(SHEET, ({ packed }) => ({ packed: flipped(packed, at) }))
      expect(failure.code).toMatch(/^workbook\.(corrupt|undecodable)$/)
    }
  })

  it('is refused when a byte of it was flipped, stored as it is', async () => {
    const failure = await failureWith(SHEET, ({ size }) => {
      const packed = flipped(Buffer.from(String(PARTS[SHEET])), size - 5)
      return { packed, method: 0 }
    })
    expect(failure.code).toBe('workbook.corrupt')
  })

  it.each([
    ['longer-than-told', (part: RawPart) => ({ size: part.size - 1 })],
    ['shorter-than-told', (part: RawPart) => ({ size: part.size + 1 })],
    [
      'not-unpackable: unexpected end of file',
      (part: RawPart) => ({ packed: part.packed.subarray(0, -9) }),
    ],
    ['foreign-bytes', (part: RawPart) => ({ packed: Buffer.concat([part.packed, part.packed]) })],
    ['unknown-compression: 12', () => ({ method: 12 })],
  ])('is refused: %s', async (reason, change) => {
    const failure = await failureWith(SHEET, change)
    expect(failure.code).toBe('workbook.corrupt')
    expect(failure.details).toMatchObject({ part: SHEET, reason: expect.stringContaining(reason) })
  })

  it('is refused when it is encrypted', async () => {
    expect((await failureWith(SHEET, () => ({ flags: 1 }))).code).toBe('workbook.encrypted')
    expect((await failureWith(SHEET, () => ({ flags: 0x41 }))).code).toBe('workbook.encrypted')
  })

  it('is refused when it shares its bytes with another', async () => {
    const failure = await failureWith(SHEET, () => ({ offset: 0 }))
    expect(failure.code).toBe('workbook.corrupt')
    expect(failure.details).toMatchObject({ part: 'zip-directory' })
  })

  it('is refused when it has no name', async () => {
    const failure = await failureWith('xl/styles.xml', () => ({ name: '' }))
    expect(failure.code).toBe('workbook.corrupt')
    expect(failure.details).toMatchObject({ reason: 'part-without-name' })
  })

  it('is refused when two have its name', async () => {
    const failure = await failureWith('xl/styles.xml', () => ({ name: 'xl/Workbook.xml' }))
    expect(failure.details).toMatchObject({ reason: 'part-twice: xl/Workbook.xml' })
  })

  it('is refused when it is not UTF-8', async () => {
    const failure = await failureWith(SHEET, () =>
      rawPart(SHEET, Buffer.from('<a>\xd1</a>', 'latin1')),
    )
    expect(failure.code).toBe('workbook.undecodable')
  })

  it('is refused when it defines entities', async () => {
    const laughs = '<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'
    const failure = await failureWith(SHEET, () => rawPart(SHEET, laughs + sheetXml('')))
    expect(failure.code).toBe('workbook.corrupt')
  })
})

describe('an xlsx file', () => {
  it('is refused wherever it was cut', async () => {
    const whole = await writeRawZip(
      folder.path('whole.xlsx'),
      Object.entries(PARTS).map(([name, text]) => rawPart(name, String(text))),
    )
    expect(rowTexts(await readRows(whole)).length).toBe(50)
    const bytes = await readFile(whole)
    for (const share of [0.05, 0.3, 0.6, 0.9, 0.99]) {
      const file = folder.path('cut.xlsx')
      await writeFile(file, bytes.subarray(0, Math.floor(bytes.length * share)))
      expect((await failureOf(readRows(file))).code).toBe('workbook.corrupt')
    }
  })

  it('is refused when it has more parts than any workbook', async () => {
    const empty = { packed: Buffer.alloc(0), size: 0, crc: 0, method: 0, flags: 0 }
    const parts = Array.from({ length: 10_001 }, (_, i) => ({ name: `xl/${i}`, ...empty }))
    const failure = await failureOf(readRows(await writeRawZip(folder.path('many.xlsx'), parts)))
    expect(failure.code).toBe('workbook.too-large')
    expect(failure.details).toMatchObject({ what: 'parts', found: 10_001 })
  })

  it.each([
    [{ partBytes: 1000 }, 'part-bytes'],
    [{ cells: 49 }, 'cells'],
    [{ cellCharacters: 100 }, 'cell-characters'],
    [{ rowCharacters: 3 }, 'row-characters'],
    [{ sharedStringCharacters: 50 }, 'shared-string-characters'],
  ])('is refused beyond the limit %o', async (limits, what) => {
    const long = `<row><c t="inlineStr"><is><t>${'x'.repeat(101)}</t></is></c></row>`
    const parts = Object.entries({
      ...PARTS,
      [SHEET]: sheetXml(what === 'cell-characters' ? long : rows),
    }).map(([name, text]) => rawPart(name, String(text)))
    const file = await writeRawZip(folder.path(`${what}.xlsx`), parts)
    const failure = await failureOf(readRows(file, 0, limits))
    expect(failure.code).toBe('workbook.too-large')
    expect(failure.details).toMatchObject({ what })
  })
})
