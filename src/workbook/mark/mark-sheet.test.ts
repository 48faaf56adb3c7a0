import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copySheet } from './mark-sheet.ts'

const HEAD =
  '<?xml version="1.0"?><worksheet xmlns="m"><!-- <sheetData> --><cols><col min="2" max="3" width="20" customWidth="1" style="4"/></cols>'
const ROWS =
  '<row r="1"><c r="A1" s="2"><v>1</v></c></row>\n<row r=\'2\' ht="5"><c r="B2" t="str"><f>A1&gt;0</f><v>a>b</v></c></row><row r="3"/><row><c><is><t><![CDATA[</row>]]></t></is></c></row><row r="9"><c r="A9"/></row>'
const TAIL = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>'
const SHEET = `${HEAD}<sheetData>${ROWS}</sheetData>${TAIL}`

async function* cut(text: string, places: readonly number[]): AsyncGenerator<string> {
  let from = 0
  for (const place of [...places].sort((a, b) => a - b)) {
    yield text.slice(from, place)
    from = place
  }
  yield text.slice(from)
}

async function copied(
  cells: readonly (readonly [number, readonly number[]])[],
  places: readonly number[],
) {
  const copy = copySheet(cut(SHEET, places), {
    cells: new Map(cells.map(([row, columns]) => [row, new Set(columns)])),
    markedStyle: (base) => base + 100,
    freeDrawingId: 'rId9',
    relationships: 'rel',
  })
  let text = ''
  for await (const piece of copy.pieces) text += piece
  return { text, outcome: copy.outcome() }
}

describe('copySheet', () => {
  const places = fc.array(fc.integer({ min: 0, max: SHEET.length }), { maxLength: 60 })

  it('copies a sheet without marks as it is, wherever its pieces are cut', async () => {
    await fc.assert(
      fc.asyncProperty(places, async (cuts) => {
        expect((await copied([], cuts)).text).toBe(SHEET)
      }),
    )
  })

  it('marks the same cells wherever the pieces are cut', async () => {
    const cells = [
      [1, [0]],
      [2, [0]],
      [4, [0, 1]],
      [6, [2]],
      [9, [0]],
      [12, [1]],
    ] as const
    const whole = await copied(cells, [])
    expect(whole.text).toBe(
      SHEET.replace('s="2"', 's="102"')
        .replace('<c r="B2"', '<c r="A2" s="100"/><c r="B2"')
        .replace('<c><is>', '<c s="100"><is>')
        .replace(
          '</c></row><row r="9">',
          '</c><c r="B4" s="104"/></row><row r="6"><c r="C6" s="104"/></row><row r="9">',
        )
        .replace(
          '<c r="A9"/></row>',
          '<c r="A9" s="100"/></row><row r="12"><c r="B12" s="104"/></row>',
        )
        .replace('</mergeCells>', '</mergeCells><legacyDrawing xmlns:r="rel" r:id="rId9"/>'),
    )
    await fc.assert(
      fc.asyncProperty(places, async (cuts) => {
        expect((await copied(cells, cuts)).text).toBe(whole.text)
      }),
    )
  })

  it('tells the widths of columns, in pixels', async () => {
    const { layout, drawingId } = (await copied([[1, [0]]], [])).outcome
    expect([0, 1, 2, 3].map(layout.columnPixels)).toEqual([64, 145, 145, 64])
    expect(drawingId).toBe('rId9')
  })
})
