import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failureOf, readFirstRow, readRows, rowTexts } from '../../../test/support/read-cells.ts'
import {
  relationships,
  sharedStringsXml,
  sheetXml,
  stylesXml,
  temporaryFolder,
  workbookParts,
  workbookXml,
  writeParts,
} from '../../../test/support/xlsx-parts.ts'
import type { Row } from '../cell.ts'
import { openWorkbook } from '../open-workbook.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let count = 0
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder.remove())

const write = (parts: Parameters<typeof writeParts>[1]) =>
  writeParts(folder.path(`book-${count++}.xlsx`), parts)
const firstRow = async (cells: string, others = {}) =>
  readFirstRow(await write(workbookParts(`<row r="1">${cells}</row>`, others)))
const rowsOf = async (sheetData: string, others = {}) =>
  rowTexts(await readRows(await write(workbookParts(sheetData, others))))
const text = (text: string) => ({ kind: 'text', text })

describe('cells of an xlsx sheet', () => {
  it('are texts by every way a file writes them', async () => {
    const cells = `<c t="s"><v>0</v></c><c t="inlineStr"><is><t>in</t></is></c>
      <c t="str"><f>A1</f><v>cached</v></c><c t="inlineStr"><is><r><t>ri</t></r><r><t>ch</t></r></is></c>`
    const strings = { 'xl/sharedStrings.xml': sharedStringsXml(['<t>001234</t>']) }
    expect(await firstRow(cells, strings)).toEqual(['001234', 'in', 'cached', 'rich'].map(text))
  })

  it('are read in the columns asked for alone, also where cells do not say theirs', async () => {
    const rich = '<c t="inlineStr"><is><r><t>no</t></r></is></c>'
    const sheetData = `<row r="1"><c><v>1</v></c>${rich}<c><v>3</v></c></row>
      <row r="2"><c r="B2"><f>A1</f></c><c r="C2" t="str"><v>six</v></c><c r="D2" t="s"><v>99</v></c></row>`
    const workbook = await openWorkbook(await write(workbookParts(sheetData)))

    const rows: Row[] = []
    for await (const batch of workbook.sheets[0]?.rows(new Set([0, 2])) ?? []) rows.push(...batch)
    await workbook.close()

    expect(rowTexts(rows)).toEqual([
      [1, '1', '', '3'],
      [2, '', '', 'six'],
    ])
  })

  it('join rich text and leave pronunciation out', async () => {
    const shared = sharedStringsXml([
      '<r><rPr><b/></rPr><t>東</t></r><r><t xml:space="preserve"> 京</t></r><rPh sb="0" eb="1"><t>トウ</t></rPh><phoneticPr fontId="1"/>',
      '<t>a</t><rPh sb="0" eb="1"><t>b</t></rPh>',
    ])
    const cells = '<c t="s"><v>0</v></c><c t="s"><v> 1 </v></c>'
    expect(await firstRow(cells, { 'xl/sharedStrings.xml': shared })).toEqual(
      ['東 京', 'a'].map(text),
    )
  })

  it('decode entities, CDATA and the escapes of characters XML cannot hold', async () => {
    const shared = sharedStringsXml([
      '<t>a&amp;b &#241;&#x1F600;<![CDATA[<&amp;>]]></t>',
      '<t>x_x000D_\ny_x005F_x0041_ _x0041</t>',
      '<t xml:space="preserve">  pad\t</t>',
    ])
    const cells = [0, 1, 2].map((index) => `<c t="s"><v>${index}</v></c>`).join('')
    expect(await firstRow(cells, { 'xl/sharedStrings.xml': shared })).toEqual(
      ['a&b ñ😀<&amp;>', 'x\r\ny_x0041_ _x0041', '  pad\t'].map(text),
    )
  })

  it('are numbers, truth values and errors', async () => {
    const cells =
      '<c><v>1.80045E5</v></c><c t="n"><v> 180.5 </v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>'
    expect(await firstRow(cells)).toEqual([
      { kind: 'number', value: 180_045, text: '180045', shown: null },
      { kind: 'number', value: 180.5, text: '180.5', shown: null },
      { kind: 'boolean', value: true },
      { kind: 'boolean', value: false },
      { kind: 'error', error: '#N/A' },
    ])
  })

  it('show a text that stands where a number should', async () => {
    expect(await firstRow('<c><v>18O045</v></c>')).toEqual([text('18O045')])
  })

  it('are dates, times and durations where their format says so', async () => {
    const styles = stylesXml([0, 14, '[h]:mm:ss', 'dd/mm/yyyy hh:mm', 'h:mm', '0.00" d"', 'yyyy'])
    const values = [
      [1, 60],
      [2, 1.5],
      [3, 45_000.25],
      [4, 0.5],
      [5, 3],
      [1, -1],
      [0, 45_000],
    ]
    const cells = values.map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`).join('')
    const found = await firstRow(`${cells}<c t="d"><v>2026-01-31T08:00:00.000Z</v></c>`, {
      'xl/styles.xml': styles,
    })
    expect(found).toEqual([
      { kind: 'date', iso: '1900-02-29' },
      { kind: 'date', iso: '36:00:00' },
      { kind: 'date', iso: '2023-03-15T06:00:00' },
      { kind: 'date', iso: '12:00:00' },
      { kind: 'number', value: 3, text: '3', shown: null },
      { kind: 'number', value: -1, text: '-1', shown: null },
      { kind: 'number', value: 45_000, text: '45000', shown: null },
      { kind: 'date', iso: '2026-01-31T08:00:00' },
    ])
  })

  it('count days from 1904 when the workbook does', async () => {
    const file = await write(
      workbookParts('<row><c s="0"><v>43538</v></c></row>', {
        'xl/styles.xml': stylesXml([14]),
        'xl/workbook.xml': workbookXml(
          '<sheet name="Hoja1" sheetId="1" r:id="rId1"/>',
          '<workbookPr date1904="1"/>',
        ),
      }),
    )
    expect(await readFirstRow(file)).toEqual([{ kind: 'date', iso: '2023-03-15' }])
    const workbook = await openWorkbook(file)
    await workbook.close()
    expect(workbook.date1904).toBe(true)
  })

  it('tell the leading zeros that their format shows', async () => {
    const cells = '<c s="0"><v>1234</v></c><c s="0"><v>1234567</v></c><c s="0"><v>12.5</v></c>'
    const styles = { 'xl/styles.xml': stylesXml(['000000']) }
    expect(await firstRow(cells, styles)).toEqual([
      { kind: 'number', value: 1234, text: '1234', shown: '001234' },
      { kind: 'number', value: 1_234_567, text: '1234567', shown: null },
      { kind: 'number', value: 12.5, text: '12.5', shown: null },
    ])
  })

  it('tell a formula that was never calculated from one whose answer is empty', async () => {
    const cells = `<c><f>B1*2</f></c><c><f t="shared" si="0"/></c><c><f>SUM(C1)</f><v></v></c>
      <c t="str"><f>D1</f></c><c t="str"><f>""</f><v></v></c><c><f>1+1</f><v>2</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c>`
    expect(await firstRow(cells)).toEqual([
      { kind: 'formula-without-value', formula: 'B1*2' },
      { kind: 'formula-without-value', formula: '' },
      { kind: 'formula-without-value', formula: 'SUM(C1)' },
      { kind: 'formula-without-value', formula: 'D1' },
      text(''),
      { kind: 'number', value: 2, text: '2', shown: null },
      { kind: 'error', error: '#DIV/0!' },
    ])
  })

  it('are left out when blank', async () => {
    const cells =
      '<c r="A1" s="0"/><c r="C1"><v></v></c><c r="D1" t="s"><v/></c><c r="F1"><v>6</v></c>'
    expect((await firstRow(cells)).map((cell) => cell?.kind)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      'number',
    ])
  })
})

describe('rows of an xlsx sheet', () => {
  it('number themselves when the file does not', async () => {
    const data =
      '<row><c><v>1</v></c></row><row r="5"><c r="B5"><v>2</v></c><c><v>3</v></c></row><row/><row><c r="A9"><v>4</v></c></row>'
    expect(await rowsOf(data)).toEqual([[1, '1'], [5, '', '2', '3'], [6], [9, '4']])
  })

  it('are read with namespace prefixes and beyond the dimension', async () => {
    const prefixed = `<x:worksheet xmlns:x="m"><x:dimension ref="A1"/><x:sheetData><x:row r="3">
      <x:c r="AB3" t="inlineStr"><x:is><x:t>far</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`
    const rows = await rowsOf('', { 'xl/worksheets/sheet1.xml': prefixed })
    expect(rows).toEqual([[3, ...Array(27).fill(''), 'far']])
  })

  it('are read from UTF-16 and from UTF-8 with a mark', async () => {
    const xml = sheetXml('<row><c t="inlineStr"><is><t>Ñ😀</t></is></c></row>')
    const utf16 = Buffer.from(`\ufeff${xml}`, 'utf16le')
    for (const part of [utf16, Buffer.from(utf16).swap16(), `\ufeff${xml}`]) {
      expect(await rowsOf('', { 'xl/worksheets/sheet1.xml': part })).toEqual([[1, 'Ñ😀']])
    }
  })

  it('are not taken from what stands outside the sheet data', async () => {
    const xml = sheetXml(
      '<row><c><v>1</v></c></row>',
      '<extLst><ext><row><c><v>2</v></c></row></ext></extLst>',
    )
    expect(await rowsOf('', { 'xl/worksheets/sheet1.xml': xml })).toEqual([[1, '1']])
  })

  it('come in batches, and again when asked again', async () => {
    const data = Array.from({ length: 20_000 }, (_, i) => `<row><c><v>${i}</v></c></row>`).join('')
    const workbook = await openWorkbook(await write(workbookParts(data)))
    const sizes: number[] = []
    for await (const batch of workbook.sheets[0]!.rows()) sizes.push(batch.length)
    let again = 0
    for await (const batch of workbook.sheets[0]!.rows()) again += batch.length
    await workbook.close()
    expect(sizes.length).toBeGreaterThan(3)
    expect(Math.max(...sizes)).toBeLessThan(10_000)
    expect([sizes.reduce((sum, size) => sum + size, 0), again]).toEqual([20_000, 20_000])
  })

  it('may be left before their end', async () => {
    const data = Array.from({ length: 20_000 }, (_, i) => `<row><c><v>${i}</v></c></row>`).join('')
    const workbook = await openWorkbook(await write(workbookParts(data)))
    for await (const batch of workbook.sheets[0]!.rows()) {
      expect(batch[0]?.number).toBe(1)
      break
    }
    await workbook.close()
  })

  it.each([
    ['<row r="2"/><row r="2"/>', 'row-out-of-order: 2'],
    ['<row r="1048577"/>', 'row-beyond-sheet: 1048577'],
    ['<row r="x"/>', 'not-a-number: r="x"'],
    ['<row><c r="B1"/><c r="A1"/></row>', 'cell: A1, after-column: B'],
    ['<row><c r="A1"/><c r="A1"/></row>', 'cell: A1, after-column: A'],
    ['<row r="1"><c r="A2"/></row>', 'cell: A1, other-row: 1'],
    ['<row><c r="XFE1"/></row>', 'cell: XFE1, beyond-last-column'],
    ['<row><c r="11"/></row>', 'no-cell-address: 11'],
    ['<row><c r="A0"/></row>', 'no-cell-address: A0'],
    ['<row><c t="s"><v>7</v></c></row>', 'cell: A1, unknown-shared-text: 7'],
    ['<row><c t="s"><v>-1</v></c></row>', 'cell: A1, unknown-shared-text: -1'],
    ['<row><c t="q"><v>7</v></c></row>', 'cell: A1, unknown-type: q'],
    ['<row><c t="b"><v>maybe</v></c></row>', 'cell: A1, neither-true-nor-false: maybe'],
  ])('are refused when they contradict themselves: %s', async (data, reason) => {
    const failure = await failureOf(rowsOf(data))
    expect(failure.code).toBe('workbook.corrupt')
    expect(failure.details).toMatchObject({ part: 'xl/worksheets/sheet1.xml', reason })
  })
})

describe('sheets of an xlsx file', () => {
  it('are found through their relationships, in the order of their tabs', async () => {
    const file = await write({
      ...workbookParts(''),
      'xl/workbook.xml': workbookXml(`<sheet name="Último &amp; uno" sheetId="9" r:id="b"/>
        <sheet name="Oculta" sheetId="2" state="veryHidden" r:id="a"/><sheet name="Gráfico" sheetId="3" r:id="c"/>`),
      'xl/_rels/workbook.xml.rels': relationships({
        a: ['worksheet', '/xl/hojas/uno.xml'],
        b: ['worksheet', 'worksheets/sheet1.xml'],
        c: ['chartsheet', 'chartsheets/sheet1.xml'],
      }),
      'xl/hojas/uno.xml': sheetXml('<row><c><v>1</v></c></row>'),
    })
    const workbook = await openWorkbook(file)
    await workbook.close()
    expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Último & uno', false],
      ['Oculta', true],
    ])
    expect(rowTexts(await readRows(file, 1))).toEqual([[1, '1']])
  })

  it('tell their merged ranges once they were read', async () => {
    const xml = sheetXml(
      '<row><c><v>1</v></c></row>',
      '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="C3:C9"/></mergeCells>',
    )
    const workbook = await openWorkbook(
      await write(workbookParts('', { 'xl/worksheets/sheet1.xml': xml })),
    )
    const sheet = workbook.sheets[0]!
    expect(sheet.merges()).toEqual([])
    for await (const _ of sheet.rows());
    await workbook.close()
    expect(sheet.merges()).toEqual(['A1:B2', 'C3:C9'])
  })

  it('are refused when their part is missing', async () => {
    const { 'xl/worksheets/sheet1.xml': _, ...parts } = workbookParts('')
    const failure = await failureOf(openWorkbook(await write(parts)))
    expect(failure.code).toBe('workbook.corrupt')
    expect(failure.details).toMatchObject({ part: 'xl/worksheets/sheet1.xml' })
  })
})
