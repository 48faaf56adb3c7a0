import { writeFile } from 'node:fs/promises'
import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRows, rowTexts } from '../../../test/support/read-cells.ts'
import {
  escapeXml,
  sharedStringsXml,
  temporaryFolder,
  workbookParts,
  writeParts,
} from '../../../test/support/xlsx-parts.ts'
import { type Cell, cellText } from '../cell.ts'
import { openWorkbook } from '../open-workbook.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder.remove())

async function save(bytes: Uint8Array): Promise<string> {
  await writeFile(folder.path('book.xlsx'), bytes)
  return folder.path('book.xlsx')
}

/** What a spreadsheet can hold: no character XML has no way to write, no text that ends in an escape. */
const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('0', '&', '<', '"', "'", '_', ' ', 'Ñ', '😀', '\n'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
    maxLength: 12,
  })
  .filter((text) => !/[\p{Cc}\ufffe\uffff]/u.test(text.replaceAll('\n', '')))
  .filter((text) => !/_x[0-9A-Fa-f]{4}_/.test(text))
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
const grid = fc.array(
  fc.array(fc.oneof(text, number, fc.constant(null)), { minLength: 1, maxLength: 5 }),
  {
    minLength: 1,
    maxLength: 8,
  },
)

type Value = string | number | null

/** What was read, as it was given to the writer: rows without values are nulls too. */
async function readGrid(file: string, shape: readonly (readonly Value[])[]): Promise<Value[][]> {
  const rowByNumber = new Map((await readRows(file)).map((row) => [row.number, row.cells]))
  return shape.map((row, i) => row.map((_, column) => cellValue(rowByNumber.get(i + 1)?.[column])))
}

function cellValue(cell: Cell | undefined): Value {
  if (cell?.kind === 'number') return cell.value
  return cell?.kind === 'text' ? cell.text : null
}

const positiveZero = (rows: readonly (readonly Value[])[]) =>
  rows.map((row) => row.map((value) => (Object.is(value, -0) ? 0 : value)))

describe('a workbook written by another program', () => {
  it('reads back equal: @e965/xlsx', async () => {
    await fc.assert(
      fc.asyncProperty(grid, fc.boolean(), async (rows, bookSST) => {
        const book = utils.book_new()
        utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Hoja1')
        const file = await save(new Uint8Array(write(book, { type: 'array', bookSST })))
        expect(await readGrid(file, rows)).toEqual(positiveZero(rows))
      }),
      { numRuns: 60 },
    )
  })

  it('reads back equal: hucre', async () => {
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const file = await save(
          await writeXlsx({ sheets: [{ name: 'Hoja1', rows: rows.map((row) => [...row]) }] }),
        )
        expect(await readGrid(file, rows)).toEqual(positiveZero(rows))
      }),
      { numRuns: 60 },
    )
  })

  it('reads back equal: parts written by hand', async () => {
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const texts = rows.flat().filter((value) => typeof value === 'string')
        const cellXml = (value: Value) => {
          if (value === null) return '<c/>'
          if (typeof value === 'number') return `<c><v>${value}</v></c>`
          return `<c t="s"><v>${texts.indexOf(value)}</v></c>`
        }
        const shared = texts.map((text) => `<t xml:space="preserve">${escapeXml(text)}</t>`)
        const data = rows.map((row) => `<row>${row.map(cellXml).join('')}</row>`).join('')
        const parts = workbookParts(data, { 'xl/sharedStrings.xml': sharedStringsXml(shared) })
        const file = await writeParts(folder.path('hand.xlsx'), parts)
        expect(await readGrid(file, rows)).toEqual(positiveZero(rows))
      }),
      { numRuns: 60 },
    )
  })
})

describe('dates of a workbook written by another program', () => {
  it('are the same days and times: hucre', async () => {
    const date = fc.date({
      min: new Date('1900-03-01T00:00:00Z'),
      max: new Date('2199-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(date, { minLength: 1, maxLength: 5 }), async (dates) => {
        const seconds = dates.map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000))
        const file = await save(
          await writeXlsx({
            sheets: [
              {
                name: 'Hoja1',
                rows: [seconds],
                columns: seconds.map(() => ({ numFmt: 'yyyy-mm-dd hh:mm:ss' })),
              },
            ],
          }),
        )
        const [row] = await readRows(file)
        const expected = seconds.map((date) =>
          date.toISOString().replace('.000Z', '').replace('T00:00:00', ''),
        )
        expect(Array.from(row?.cells ?? [], cellText)).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })

  it('are what @e965/xlsx shows of them', async () => {
    const serials = [1, 58, 59, 61, 62, 366, 367, 25_569, 45_000, 73_050]
    const sheet = utils.aoa_to_sheet([serials])
    for (const column of serials.keys()) {
      const cell = sheet[utils.encode_cell({ r: 0, c: column })]
      cell.z = 'yyyy-mm-dd'
    }
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, 'Hoja1')
    const file = await save(new Uint8Array(write(book, { type: 'array' })))
    const shown = serials.map((_, column) =>
      utils.format_cell(sheet[utils.encode_cell({ r: 0, c: column })]),
    )
    expect(rowTexts(await readRows(file))).toEqual([[1, ...shown]])
  })
})

describe('an encrypted workbook', () => {
  it('is told apart', async () => {
    const file = await save(
      await writeXlsx({
        sheets: [{ name: 'Hoja1', rows: [['a']] }],
        encryption: { password: 'x' },
      }),
    )
    await expect(openWorkbook(file)).rejects.toMatchObject({ code: 'workbook.encrypted' })
  })

  it('is told apart from an old one', async () => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([['a']]), 'Hoja1')
    const file = await save(new Uint8Array(write(book, { type: 'array', bookType: 'biff8' })))
    await expect(openWorkbook(file)).rejects.toMatchObject({ code: 'workbook.legacy-xls' })
  })

  it.each([
    ['ods', 'OpenDocument (.ods)'],
    ['xlsb', 'Excel binary (.xlsb)'],
    ['html', 'HTML'],
    ['xlml', 'XML'],
    ['rtf', 'RTF'],
  ] as const)('is told apart from %s', async (bookType, looksLike) => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([['a']]), 'Hoja1')
    const bytes: ArrayBuffer = write(book, { type: 'array', bookType })
    const opening = openWorkbook(await save(new Uint8Array(bytes)))
    await expect(opening).rejects.toMatchObject({
      code: 'workbook.not-a-workbook',
      details: { looksLike },
    })
  })
})
