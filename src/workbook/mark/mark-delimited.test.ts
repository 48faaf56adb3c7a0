import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { readXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { readParts, testFolder, xmlFault } from '../../../test/support/workbook-parts.ts'
import { type MarkDelimitedInput, markDelimited } from './mark-delimited.ts'
import type { DelimitedRow } from './mark-delimited-sheet.ts'

const SUMMARY = { name: 'Muster', columns: [{ title: 'Celda' }], rows: [['C2']] }

async function marked(input: Partial<MarkDelimitedInput>): Promise<string> {
  const target = join(testFolder(), 'marked.xlsx')
  const rows = rowsOf([1, ['No_Inventario', 'Local']], [2, ['001234']], [4, ['=1+1', '12A']])
  await markDelimited({ target, sheet: 'activos', rows, marks: [], summary: SUMMARY, ...input })
  for (const [name, xml] of await readParts(target)) {
    expect([name, xmlFault(xml)]).toEqual([name, null])
  }
  return target
}

async function* rowsOf(...rows: [number, string[]][]): AsyncGenerator<DelimitedRow> {
  for (const [number, cells] of rows) yield { number, cells }
}

function mark(cell: string, comment = `sobre ${cell}`) {
  return { sheet: 'activos', cell, comment }
}

/** Values by sheet, and what stands in comments, as the second reader finds them. */
function readBack(file: string) {
  const book = read(readFileSync(file), { sheetStubs: true })
  return book.SheetNames.map((name) => {
    const sheet = book.Sheets[name] ?? {}
    const comments = Object.entries(sheet).flatMap(([address, cell]) =>
      address.startsWith('!') || !cell.c ? [] : [[address, cell.c[0].t]],
    )
    const values = utils.sheet_to_json(sheet, { header: 1, blankrows: true, defval: null })
    return { name, values, comments: Object.fromEntries(comments) }
  })
}

describe('markDelimited', () => {
  it('keeps each cell of the text at its address, as text, behind the summary', async () => {
    const file = await marked({ marks: [mark('A2'), mark('C2'), mark('B3'), mark('D6')] })
    const expected = [
      ['No_Inventario', 'Local', null, null],
      ['001234', null, null, null],
      [null, null, null, null],
      ['=1+1', '12A', null, null],
      [null, null, null, null],
      [null, null, null, null],
    ]
    expect(readBack(file)[0]).toEqual({ name: 'Muster', values: [['Celda'], ['C2']], comments: {} })
    expect(readBack(file)[1]).toMatchObject({ name: 'activos', values: expected })

    const sheets = (await readXlsx(readFileSync(file), { readStyles: true })).sheets
    expect(sheets[1]?.rows.map((row) => row.map((cell) => cell || null))).toEqual(expected)
    for (const key of ['1,0', '1,2', '2,1', '5,3']) {
      const cell = sheets[1]?.cells?.get(key)
      expect(cell?.style?.fill).toMatchObject({ fgColor: { rgb: 'FFC7CE' } })
    }
    expect(sheets[1]?.cells?.get('0,0')?.style?.fill).toBeUndefined()
  })

  it('comments the marked cells and no others', async () => {
    const marks = [mark('A2', 'uno'), mark('A2', 'dos'), mark('D6', 'fuera & <lejos>')]
    expect(readBack(await marked({ marks }))[1]?.comments).toEqual({
      A2: 'uno\ndos',
      D6: 'fuera & <lejos>',
    })
  })

  it('goes on in a further sheet when one is full, comments with it', async () => {
    const rows = rowsOf([1, ['a']], [2, ['b']], [3, ['c']], [4, ['d']])
    const file = await marked({ rows, marks: [mark('A3'), mark('B7')], maxRows: 3 })
    expect(readBack(file).slice(1)).toEqual([
      { name: 'activos', values: [['a'], ['b'], ['c']], comments: { A3: 'sobre A3' } },
      { name: 'activos (2)', values: [['d']], comments: {} },
      { name: 'activos (3)', values: [[null]], comments: { B1: 'sobre B7' } },
    ])
  })

  it('names the summary apart from a text of the same name', async () => {
    const file = await marked({ sheet: 'muster' })
    expect(readBack(file).map(({ name }) => name)).toEqual(['Muster (2)', 'muster'])
  })

  it('refuses a mark on another sheet', async () => {
    await expect(marked({ marks: [{ ...mark('A1'), sheet: 'otra' }] })).rejects.toMatchObject({
      code: 'workbook.sheet-not-found',
      details: { sheet: 'otra', sheets: ['activos'] },
    })
  })
})
