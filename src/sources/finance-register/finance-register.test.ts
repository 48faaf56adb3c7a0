import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSource } from '../../../test/support/read-delivery.ts'
import {
  booleanCell,
  errorCell,
  formulaCell,
  numberCell,
  writeSheets,
  type XmlCell,
  type XmlRows,
} from '../../../test/support/sheet-rows.ts'
import { stylesXml } from '../../../test/support/xlsx-parts.ts'
import { financeRegister } from './finance-register.ts'

const temporary = mkdtempSync(join(tmpdir(), 'muster-finance-'))
afterAll(() => rmSync(temporary, { recursive: true }))

const HEADER = { F: 'No_Inventario', I: 'Local' }
const SIX_DIGITS = 1
const DAY = 2
const styles = stylesXml([0, '000000', 14])

interface Layout {
  readonly settings?: object
  readonly merges?: readonly string[]
}

/** Reads a workbook of these sheets as finance's register. */
async function readSheets(sheets: Record<string, XmlRows>, { settings, merges }: Layout = {}) {
  const folder = mkdtempSync(join(temporary, 'inbox-'))
  await writeSheets(join(folder, 'AR01.xlsx'), sheets, { merges: merges ?? [], styles })
  return readSource(financeRegister, { folder, ...settings })
}

/** Reads one row of a number and a location, below a header in row 9. */
function readRow(inventoryNumber: XmlCell | string, locationId: XmlCell | string = 'L-1') {
  return readSheets({ Hoja1: { 9: HEADER, 10: { F: inventoryNumber, I: locationId } } })
}

async function numbersOf(delivery: ReturnType<typeof readSheets>) {
  return (await delivery).records.map((asset) => asset.inventoryNumber)
}

describe('the header of finance’s register', () => {
  it.each([1, 8, 9, 60])('is found in row %i, and the row below it is an asset', async (row) => {
    const above = row > 1 ? { [row - 1]: { A: 'AR01-1' } } : {}
    const below = { [row + 1]: { F: '10_240_000001', I: 'L-1' } }

    const { records } = await readSheets({ Hoja1: { ...above, [row]: HEADER, ...below } })

    expect(records).toEqual([
      {
        inventoryNumber: '10_240_000001',
        locationId: 'L-1',
        place: `Hoja1!F${row + 1}`,
        locationPlace: `Hoja1!I${row + 1}`,
      },
    ])
  })

  it.each([
    ['NO. INVENTARIO', 'LOCAL'],
    [' no_inventario ', 'Id_Local'],
    ['Número de Inventario', 'Código  Local'],
    ['numero de inventario', 'CODIGO LOCAL:'],
    ['Nº Inventario', 'local\u00a0'],
    ['N° de inventario', 'Código de local'],
    ['Inventory number', 'Location'],
  ])('is known as %s and %s, in whatever columns', async (number, location) => {
    const rows = { 3: { B: location, D: number }, 4: { B: 'L-1', D: '7' } }

    const { records } = await readSheets({ Hoja1: rows })

    expect(records).toMatchObject([{ inventoryNumber: '7', place: 'Hoja1!D4', locationId: 'L-1' }])
  })

  it('is found on the first sheet that has it, with notes of what was passed over', async () => {
    const table = { 1: HEADER, 2: { F: '7', I: 'L-1' } }

    const { records, notes } = await readSheets({
      Portada: { 1: { A: 'AR01' } },
      Octubre: table,
      Notas: { 1: { A: 'x' } },
      Noviembre: table,
    })

    expect(records.map(({ place }) => place)).toEqual(['Octubre!F2'])
    expect(notes.map(({ code, detail }) => [code, detail])).toEqual([
      ['other-sheet-used', 'Octubre'],
      ['other-sheets-ignored', 'Noviembre'],
    ])
  })

  it('is taken where a person pinned it, whatever stands above the columns', async () => {
    const rows = { 2: { A: 'Nuestro número' }, 3: { A: '7', B: 'L-1' } }
    const settings = { headerRow: 2, columns: { inventoryNumber: 'A', locationId: 'b' } }

    const { records } = await readSheets(
      { Uno: { 1: HEADER }, Dos: rows },
      {
        settings: { ...settings, sheet: 'Dos' },
      },
    )

    expect(records).toMatchObject([{ inventoryNumber: '7', locationId: 'L-1' }])
  })

  it('is the first row in which every pinned column holds something, when no row is pinned', async () => {
    const rows = { 1: { A: 'AR01-1' }, 5: { A: 'Nº nuestro', B: 'Sala' }, 6: { A: '7', B: 'L-1' } }
    const settings = { columns: { inventoryNumber: 'A', locationId: 'B' } }

    const { records } = await readSheets({ Hoja1: rows }, { settings })

    expect(records.map(({ place }) => place)).toEqual(['Hoja1!A6'])
  })

  it('is unclear with two headings for one column, until the column is pinned', async () => {
    const rows = { 1: { A: 'Inventario', B: 'No_Inventario', C: 'Local' }, 2: { B: '7', C: 'L-1' } }

    await expect(readSheets({ Hoja1: rows })).rejects.toMatchObject({
      code: 'workbook.header-unclear',
      details: { place: 'Hoja1!1', column: 'inventoryNumber', places: ['A1', 'B1'] },
    })
    const pinned = readSheets({ Hoja1: rows }, { settings: { columns: { inventoryNumber: 'B' } } })
    expect(await numbersOf(pinned)).toEqual(['7'])
  })

  it('is missed by name, and never guessed, below row 60 or without a column', async () => {
    const late = { 61: HEADER, 62: { F: '7', I: 'L-1' } }
    const partial = { 9: { F: 'No_Inventario', I: 'Sala' } }

    await expect(readSheets({ Hoja1: late })).rejects.toMatchObject({
      code: 'workbook.no-header',
      details: { missing: ['inventoryNumber', 'locationId'], rowsSearched: 60 },
    })
    await expect(readSheets({ Hoja1: partial })).rejects.toMatchObject({
      details: { missing: ['locationId'] },
    })
  })

  it('cannot be pinned to a column no one knows, or to a sheet that is not there', async () => {
    const sheets = { Hoja1: { 1: HEADER } }
    const settings = { columns: { inventorynumber: 'F' } }

    await expect(readSheets(sheets, { settings })).rejects.toThrow(
      'unknown-column: inventoryNumber, locationId',
    )
    await expect(readSheets(sheets, { settings: { sheet: 'hoja1' } })).rejects.toMatchObject({
      code: 'workbook.sheet-not-found',
      details: { sheets: ['Hoja1'] },
    })
  })
})

describe('the cells of finance’s register', () => {
  it.each([
    ['text with leading zeros', '000123', '000123'],
    ['a whole number', numberCell('180045'), '180045'],
    ['a whole number with .0', numberCell('180045.0'), '180045'],
    ['a whole number with an exponent', numberCell('1.80045E5'), '180045'],
    ['a number with a fraction', numberCell('180.5'), '180.5'],
    ['15 digits', numberCell('123456789012345'), '123456789012345'],
    ['a formula with a saved result', formulaCell('A1&"-7"', '10-7'), '10-7'],
    ['spaces, tabs and no-break spaces at the ends', ' \t10-7\u00a0\u2003 ', '10-7'],
    ['two spaces inside', '10  7', '10  7'],
    ['letters that look like digits', '1O_24l', '1O_24l'],
  ])('are taken as they stand: %s', async (_, cell, expected) => {
    const { records, rejections } = await readRow(cell)

    expect(records.map((asset) => asset.inventoryNumber)).toEqual([expected])
    expect(rejections).toEqual([])
  })

  it.each([
    ['a blank', '   ', 'number-missing', '   '],
    ['NA', ' NA ', 'number-missing', ' NA '],
    ['n/a in any case', 'n/A', 'number-missing', 'n/A'],
    ['null', 'null', 'number-missing', 'null'],
    ['nan', 'nan', 'number-missing', 'nan'],
    ['a word for a virtual machine', ' mv', 'number-is-virtual-machine-word', ' mv'],
    ['16 digits', numberCell('1234567890123450'), 'number-imprecise', '1234567890123450'],
    ['20 digits in an exponent', numberCell('1.5E19'), 'number-imprecise', '15000000000000000000'],
    [
      'noise after a fraction',
      numberCell('0.30000000000000004'),
      'number-imprecise',
      '0.30000000000000004',
    ],
    ['a formula never calculated', formulaCell('F12', null), 'formula-without-value', '=F12'],
    ['an error', errorCell('#N/A'), 'error-value', '#N/A'],
    ['an error as text', '#¡VALOR!', 'error-value', '#¡VALOR!'],
    ['a date stored as a number', numberCell('46328', DAY), 'date-for-text', '2026-11-02'],
    ['TRUE', booleanCell(true), 'boolean-for-text', 'TRUE'],
    ['a control character', '10_x0007_7', 'control-character', '10<U+0007>7'],
    ['a thousand characters and one', '7'.repeat(1001), 'too-long', '7'.repeat(200)],
  ])('are refused with their place: %s', async (...[, cell, code, raw]) => {
    const { records, rejections } = await readRow(cell)

    expect(records).toEqual([])
    expect(rejections).toEqual([{ place: 'Hoja1!F10', code, raw }])
  })

  it('are refused for the location as well, at its own place', async () => {
    const { rejections } = await readRow('7', errorCell('#REF!'))

    expect(rejections).toEqual([{ place: 'Hoja1!I10', code: 'error-value', raw: '#REF!' }])
  })

  it.each(['', '  \u00a0', 'NA', 'Null'])(
    'keep an asset whose location is %o',
    async (location) => {
      const { records } = await readRow('7', location)

      expect(records).toMatchObject([{ inventoryNumber: '7', locationId: null }])
    },
  )

  it('mean what the configuration says: other words for none and for virtual machines', async () => {
    const rows = {
      1: HEADER,
      2: { F: 'NA', I: '-' },
      3: { F: 'vm', I: 'NA' },
      4: { F: '-', I: 'L' },
    }
    const settings = { emptyWords: ['-'], virtualMachineWords: ['VM '] }

    const { records, rejections } = await readSheets({ Hoja1: rows }, { settings })

    expect(records).toMatchObject([{ inventoryNumber: 'NA', locationId: null }])
    expect(rejections.map(({ code }) => code)).toEqual([
      'number-is-virtual-machine-word',
      'number-missing',
    ])
  })

  it('are judged to the end however much space they hold', async () => {
    const hostile = `7${' '.repeat(32_000)}7`
    const rows = { 1: HEADER, 2: { F: hostile, I: hostile }, 3: { F: ' '.repeat(32_000), I: 'L' } }

    const { rejections } = await readSheets({ Hoja1: rows })

    expect(rejections.map(({ code }) => code)).toEqual(['too-long', 'number-missing'])
  })

  it('bear a number twice when the register does', async () => {
    const rows = { 1: HEADER, 2: { F: '7', I: 'L-1' }, 3: { F: '7', I: 'L-2' } }

    expect(await numbersOf(readSheets({ Hoja1: rows }))).toEqual(['7', '7'])
  })
})

describe('the notes on finance’s register', () => {
  async function notesOn(rows: XmlRows, merges: readonly string[] = []) {
    return (await readSheets({ Hoja1: { 9: HEADER, ...rows } }, { merges })).notes
  }

  it('count the rows that are blank in number and location, whatever else they hold', async () => {
    const notes = await notesOn({
      10: { A: '1' },
      11: { F: '7', I: 'L-1' },
      12: { D: 'SUBTOTAL', F: ' ' },
    })

    expect(notes).toEqual([{ code: 'blank-rows', place: 'Hoja1!10', detail: '2' }])
  })

  it('count numbers typed as numbers once a column, apart from those shown with zeros', async () => {
    const notes = await notesOn({
      10: { F: numberCell('45', SIX_DIGITS), I: numberCell('1') },
      11: { F: numberCell('180045', SIX_DIGITS), I: 'L-1' },
      12: { F: numberCell('7'), I: numberCell('2') },
      13: { F: numberCell('1234567890123450'), I: 'L-1' },
    })

    expect(notes).toEqual([
      { code: 'shown-with-leading-zeros', place: 'Hoja1!F10', detail: '1' },
      { code: 'number-typed-as-number', place: 'Hoja1!F11', detail: '2' },
      { code: 'number-typed-as-number', place: 'Hoja1!I10', detail: '2' },
    ])
  })

  it('take a number without the zeros its format shows, and refuse it as it is shown', async () => {
    const rows = { 1: HEADER, 2: { F: numberCell('45', SIX_DIGITS), I: 'L-1' } }

    expect(await numbersOf(readSheets({ Hoja1: rows }))).toEqual(['45'])
    const settings = { virtualMachineWords: ['45'] }
    expect((await readSheets({ Hoja1: rows }, { settings })).rejections).toMatchObject([
      { raw: '000045' },
    ])
  })

  it('count the words for none in each column', async () => {
    const notes = await notesOn({ 10: { F: '7', I: 'NA' }, 11: { F: '8', I: 'nan' } })

    expect(notes).toEqual([{ code: 'empty-word', place: 'Hoja1!I10', detail: '2' }])
  })

  it('count cells that are blank because they lie inside merged cells', async () => {
    const notes = await notesOn(
      {
        10: { A: 'Edificio Norte' },
        11: { F: '7', I: 'L-1' },
        12: { F: '8' },
        13: { F: '9' },
        14: { F: '10' },
        15: { F: '11' },
        16: { F: '12' },
      },
      ['A1:I8', 'A10:I10', 'I11:I13', 'H14:J14', 'I15:I16'],
    )

    expect(notes).toEqual([
      { code: 'blank-rows', place: 'Hoja1!10', detail: '1' },
      { code: 'inside-merged-cells', place: 'Hoja1!I12', detail: '4' },
    ])
  })

  it('are silent on a location that is blank of itself', async () => {
    expect(await notesOn({ 10: { F: '7' } }, ['F10:H10'])).toEqual([])
  })
})
