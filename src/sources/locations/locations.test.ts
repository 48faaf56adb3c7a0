import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSource } from '../../../test/support/read-delivery.ts'
import {
  errorCell,
  formulaCell,
  numberCell,
  writeSheets,
  type XmlRows,
} from '../../../test/support/sheet-rows.ts'
import { stylesXml } from '../../../test/support/xlsx-parts.ts'
import { locations } from './locations.ts'

const temporary = mkdtempSync(join(tmpdir(), 'muster-locations-'))
afterAll(() => rmSync(temporary, { recursive: true }))

const HEADER = { B: 'Municipio', E: 'ID_Local', F: 'Descripción_Local', G: 'Edificio' }
const THREE_DIGITS = 1
const styles = stylesXml([0, '000'])

/** Reads a sheet of these rows as HR's classifier. */
async function readRows(rows: XmlRows, merges: readonly string[] = []) {
  const folder = mkdtempSync(join(temporary, 'inbox-'))
  await writeSheets(join(folder, 'Locales.xlsx'), { Hoja1: rows }, { merges, styles })
  return readSource(locations, { folder })
}

describe('the header of the classifier', () => {
  it('is found with other accents and case, in other columns, below a title', async () => {
    const { records } = await readRows({
      1: { A: 'Clasificador de locales' },
      4: { A: 'EDIFICIO', B: 'codigo de local', C: 'Descripcion local', D: 'MUNICIPIO ' },
      5: { A: 'Norte', B: 'L-1', C: 'Sala', D: 'Sur' },
    })

    expect(records).toEqual([
      { id: 'L-1', description: 'Sala', building: 'Norte', municipality: 'Sur', place: 'Hoja1!B5' },
    ])
  })

  it.each([
    ['is not there', { ...HEADER, B: 'Provincia' }],
    ['stands there twice', { ...HEADER, A: 'Municipio' }],
  ])('does without a municipality that %s, and notes it', async (_, header) => {
    const { records, notes } = await readRows({ 3: header, 4: { B: 'Sur', E: 'L-1' } })

    expect(records).toMatchObject([{ id: 'L-1', municipality: null }])
    expect(notes).toEqual([{ code: 'column-missing', place: 'Hoja1!3', detail: 'Municipio' }])
  })

  it('is not one without the building', async () => {
    await expect(readRows({ 1: { ...HEADER, G: 'Planta' } })).rejects.toMatchObject({
      code: 'workbook.no-header',
      details: { missing: ['building'] },
    })
  })
})

describe('the cells of the classifier', () => {
  function readRow(cells: XmlRows[number]) {
    return readRows({ 1: HEADER, 2: { E: 'L-1', F: 'Sala', G: 'Norte', ...cells } })
  }

  it('trim the id, and leave building and description as written for the TAG rule', async () => {
    const { records } = await readRow({
      E: ' L-1\t\u00a0',
      F: ' Sala  de\tjuntas ',
      G: '\u00a0Norte',
    })

    expect(records).toMatchObject([
      { id: 'L-1', description: ' Sala  de\tjuntas ', building: '\u00a0Norte' },
    ])
  })

  it.each([' ', '\u00a0', 'NA', 'null', 'NaN', 'undefined'])(
    'are blank when they hold %o',
    async (nothing) => {
      const { records } = await readRow({ B: nothing, F: nothing, G: nothing })

      expect(records).toMatchObject([{ description: null, building: null, municipality: null }])
    },
  )

  it('take numbers for text, without the zeros that only their format shows', async () => {
    const { records, notes } = await readRow({
      E: numberCell('20105.0'),
      F: numberCell('12', THREE_DIGITS),
      G: numberCell('3'),
    })

    expect(records).toMatchObject([{ id: '20105', description: '12', building: '3' }])
    expect(notes).toEqual([
      { code: 'number-typed-as-number', place: 'Hoja1!E2', detail: '1' },
      { code: 'shown-with-leading-zeros', place: 'Hoja1!F2', detail: '1' },
    ])
  })

  it.each([
    ['without an id', { E: ' ' }, { place: 'Hoja1!E2', code: 'location-id-missing', raw: ' ' }],
    [
      'with NA for an id',
      { E: 'NA' },
      { place: 'Hoja1!E2', code: 'location-id-missing', raw: 'NA' },
    ],
    [
      'whose building was never calculated',
      { G: formulaCell('VLOOKUP(E2,Edificios,2)', null) },
      { place: 'Hoja1!G2', code: 'formula-without-value', raw: '=VLOOKUP(E2,Edificios,2)' },
    ],
    [
      'whose description is an error',
      { F: errorCell('#REF!') },
      { place: 'Hoja1!F2', code: 'error-value', raw: '#REF!' },
    ],
  ])('refuse a row %s', async (_, cells, rejection) => {
    const { records, rejections } = await readRow(cells)

    expect({ records, rejections }).toEqual({ records: [], rejections: [rejection] })
  })

  it('do not cost a row because of its municipality, and note what was left out', async () => {
    const { records, notes } = await readRows({
      1: HEADER,
      2: { B: errorCell('#N/A'), E: 'L-1', F: 'Sala', G: 'Norte' },
      3: { B: '#N/D', E: 'L-2', F: 'Sala', G: 'Norte' },
    })

    expect(records).toMatchObject([{ id: 'L-1', municipality: null }, { id: 'L-2' }])
    expect(notes).toEqual([{ code: 'optional-cell-unreadable', place: 'Hoja1!B2', detail: '2' }])
  })

  it('are counted where a merged building names it for its first room only', async () => {
    const rows = {
      1: HEADER,
      2: { E: 'L-1', F: 'Uno', G: 'Norte' },
      3: { E: 'L-2', F: 'Dos' },
      4: { E: 'L-3', F: 'Tres' },
    }

    const { records, notes } = await readRows(rows, ['G2:G4'])

    expect(records.map(({ building }) => building)).toEqual(['Norte', null, null])
    expect(notes).toEqual([{ code: 'inside-merged-cells', place: 'Hoja1!G3', detail: '2' }])
  })

  it('give every answer for an id that is listed twice', async () => {
    const { records } = await readRows({
      1: HEADER,
      2: { E: 'L-1', F: 'Sala', G: 'Norte' },
      3: { E: 'L-1', F: 'Sala', G: 'Sur' },
    })

    expect(records.map(({ building }) => building)).toEqual(['Norte', 'Sur'])
  })
})
