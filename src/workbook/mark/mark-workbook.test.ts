import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils, type WorkBook, write } from '@e965/xlsx'
import fc from 'fast-check'
import { readXlsx, writeXlsx } from 'hucre'
import { beforeEach, describe, expect, it } from 'vitest'
import { rawPart, writeRawZip } from '../../../test/support/raw-zip.ts'
import { packParts, readParts, testFolder, xmlFault } from '../../../test/support/workbook-parts.ts'
import { columnLetters } from '../../lib/cell-address.ts'
import { openWorkbook } from '../open-workbook.ts'
import type { SheetContent } from '../sheet-content.ts'
import type { Mark } from './mark-note.ts'
import { markWorkbook } from './mark-workbook.ts'

const SUMMARY: SheetContent = {
  name: 'Muster',
  columns: [{ title: 'Celda' }, { title: 'Qué pasa' }],
  rows: [['F17', { text: 'dos veces', look: 'bad' }]],
}
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships'

let folder = ''
beforeEach(() => {
  folder = testFolder()
})

async function marked(source: string, marks: readonly Mark[], summary = SUMMARY): Promise<string> {
  const target = join(folder, 'marked.xlsx')
  await markWorkbook({ source, target, marks, summary })
  return target
}

function mark(cell: string, comment = `sobre ${cell}`, sheet = 'Hoja1'): Mark {
  return { sheet, cell, comment }
}

interface HandMade {
  readonly sheet: string
  readonly more?: Record<string, string>
  readonly workbook?: string
  readonly workbookRels?: string
  readonly types?: string
  readonly styles?: string
}

/** A workbook of one sheet `Hoja1`, made by hand, as `source.xlsx`. */
function handMade({ sheet, more = {}, workbook, workbookRels, types, styles }: HandMade) {
  const styleRel = styles
    ? `<Relationship Id="rId2" Type="${REL}/styles" Target="styles.xml"/>`
    : ''
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>${types ?? ''}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      workbook ??
      `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="Hoja1" sheetId="7" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/>${styleRel}${workbookRels ?? ''}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...(styles ? { 'xl/styles.xml': styles } : {}),
    ...more,
  }
  return packParts(join(folder, 'source.xlsx'), Object.entries(parts))
}

function sheetXml(rows: string, { before = '', after = '' } = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${REL}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
}

async function hucreSheets(file: string) {
  return (await readXlsx(readFileSync(file), { readStyles: true })).sheets
}

function xlsxBook(file: string): WorkBook {
  return read(readFileSync(file), { cellStyles: true, cellFormula: true, sheetStubs: true })
}

/** All comments of a sheet by address, as each reader finds them. */
async function commentsOf(
  file: string,
  sheet: string,
): Promise<[Record<string, string>, Record<string, string>]> {
  const first: Record<string, string> = {}
  const found = (await hucreSheets(file)).find(({ name }) => name === sheet)
  for (const [key, cell] of found?.cells ?? []) {
    const [row = 0, column = 0] = key.split(',').map(Number)
    if (cell.comment) first[columnLetters(column) + (row + 1)] = cell.comment.text
  }
  const second: Record<string, string> = {}
  for (const [address, cell] of Object.entries(xlsxBook(file).Sheets[sheet] ?? {})) {
    const notes = address.startsWith('!') ? null : (cell as { c?: { t: string }[] }).c
    if (notes) second[address] = notes.map((note) => note.t).join('')
  }
  return [first, second]
}

async function expectComments(file: string, comments: Record<string, string>, sheet = 'Hoja1') {
  expect(await commentsOf(file, sheet)).toEqual([comments, comments])
}

async function expectWellFormed(file: string) {
  for (const [name, xml] of await readParts(file)) {
    if (/\.(xml|rels|vml)$/.test(name)) expect([name, xmlFault(xml)]).toEqual([name, null])
  }
}

async function fillOf(file: string, address: string, sheet = 'Hoja1') {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  const found = (await hucreSheets(file)).find(({ name }) => name === sheet)
  return found?.cells?.get(`${Number(row) - 1},${column}`)?.style
}

const RED = { fgColor: { rgb: 'FFC7CE' } }

async function registerByHucre(): Promise<string> {
  const source = join(folder, 'register.xlsx')
  const rows = Array.from({ length: 40 }, (_hole, index) => [
    `99_999_${String(index).padStart(6, '0')}`,
    index * 1.5,
    new Date(Date.UTC(2026, 0, 1 + (index % 28))),
    index % 2 === 0,
    null,
    `=SUM & <${index}>`,
  ])
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Portada', rows: [['AR01-1'], ['Activos & <fijos>']] },
      {
        name: 'Activos "2026" & <más>',
        columns: [
          { width: 20, style: { font: { bold: true } } },
          { numFmt: '#,##0.00' },
          { numFmt: 'dd/mm/yyyy' },
        ],
        rows,
        autoFilter: { range: 'A1:F40' },
        freezePane: { rows: 1 },
      },
    ],
    activeSheet: 1,
    namedRanges: [{ name: 'Local', range: "'Portada'!$A$1", scope: 'Portada' }],
  })
  writeFileSync(source, bytes)
  return source
}

describe('markWorkbook', () => {
  it('leaves every value as it was and puts the summary first, for both readers', async () => {
    const source = await registerByHucre()
    const sheet = 'Activos "2026" & <más>'
    const target = await marked(source, [
      { sheet, cell: 'A3', comment: 'número repetido\nen A9' },
      { sheet, cell: 'E5', comment: 'falta <local> & "edificio"' },
      { sheet, cell: 'F60', comment: 'más allá del final' },
    ])

    const before = await hucreSheets(source)
    const after = await hucreSheets(target)
    expect(after.map(({ name }) => name)).toEqual(['Muster', 'Portada', sheet])
    expect(after[1]?.rows).toEqual(before[0]?.rows)
    expect(after[2]?.rows.slice(0, 40)).toEqual(before[1]?.rows)
    const [first, second] = [xlsxBook(source), xlsxBook(target)]
    expect(second.SheetNames).toEqual(['Muster', 'Portada', sheet])
    for (const name of first.SheetNames) {
      const values = (book: WorkBook) =>
        utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1 }).slice(0, 40)
      expect(values(second)).toEqual(values(first))
    }
    await expectComments(
      target,
      { A3: 'número repetido\nen A9', E5: 'falta <local> & "edificio"', F60: 'más allá del final' },
      sheet,
    )
    await expectWellFormed(target)
  })

  it('changes only the fill of a marked cell', async () => {
    const source = await registerByHucre()
    const sheet = 'Activos "2026" & <más>'
    const target = await marked(
      source,
      ['A3', 'B3', 'C3'].map((cell) => mark(cell, 'x', sheet)),
    )
    for (const cell of ['A3', 'B3', 'C3']) {
      const before = await fillOf(source, cell, sheet)
      const after = await fillOf(target, cell, sheet)
      expect(after?.fill).toMatchObject(RED)
      expect({ ...after, fill: undefined }).toEqual({ ...before, fill: undefined })
      expect(await fillOf(target, cell.replace('3', '4'), sheet)).toEqual(
        await fillOf(source, cell.replace('3', '4'), sheet),
      )
    }
  })

  it('copies every part byte for byte that it need not touch', async () => {
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0, 1, 2, 3]).toString('latin1')
    const more = {
      'xl/charts/chart1.xml': '<c:chart xmlns:c="urn:c"> spaces  kept </c:chart>',
      'xl/media/image1.png': picture,
      'xl/printerSettings/printerSettings1.bin': '\u0000\u0001',
      'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="A1" i="7"/></calcChain>`,
      'docProps/app.xml': '<Properties/>',
    }
    const source = await handMade({
      sheet: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'),
      more,
    })
    const after = await readParts(await marked(source, [mark('A1')]))
    const before = await readParts(source)
    for (const name of Object.keys(more)) expect(after.get(name)).toBe(before.get(name))
    expect([...after.keys()].filter((name) => !before.has(name)).sort()).toEqual([
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles1.xml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/sheet2.xml',
    ])
  })

  it('adds cells and rows that are missing in their places', async () => {
    const rows =
      '<row r="2" spans="2:4"><c r="B2"><v>2</v></c><c r="D2"><v>4</v></c></row><row r="5"/>'
    const source = await handMade({
      sheet: sheetXml(rows, { before: '<dimension ref="B2:D5"/>' }),
    })
    const cells = ['A1', 'A2', 'C2', 'B2', 'E2', 'AA2', 'C3', 'B5', 'A5', 'H9']
    const target = await marked(
      source,
      cells.map((cell) => mark(cell)),
    )

    const xml = (await readParts(target)).get('xl/worksheets/sheet1.xml') ?? ''
    expect([...xml.matchAll(/<(row|c) r="(\w+)"/g)].map((match) => match[2]).join(' ')).toBe(
      '1 A1 2 A2 B2 C2 D2 E2 AA2 3 C3 5 A5 B5 9 H9',
    )
    expect(xml).toContain('<dimension ref="A1:AA9"/>')
    expect(xml).not.toContain('spans')
    await expectComments(target, Object.fromEntries(cells.map((cell) => [cell, `sobre ${cell}`])))
    for (const cell of cells) expect((await fillOf(target, cell))?.fill).toMatchObject(RED)
    expect((await fillOf(target, 'D2'))?.fill).toBeUndefined()
  })

  it('finds rows and cells that do not say where they stand', async () => {
    const rows = '<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>'
    const source = await handMade({ sheet: sheetXml(rows) })
    const target = await marked(source, [mark('B1'), mark('A3'), mark('C3'), mark('B2')])
    const xml = (await readParts(target)).get('xl/worksheets/sheet1.xml') ?? ''
    expect(xml.replace(/ s="\d+"/g, '*')).toContain(
      '<row><c><v>1</v></c><c*><v>2</v></c></row><row><c r="B2"*/></row><row><c*><v>3</v></c><c r="C3"*/></row>',
    )
    expect((await hucreSheets(target))[1]?.rows).toEqual([
      [1, 2, null],
      [null, null, null],
      [3, null, null],
    ])
  })

  it('is not misled by rows that are mere text', async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[</row><row r="9">]]></t></is></c></row><!-- <row r="2"> --><row r="3"><c r="A3"><v>3</v></c></row>'
    const source = await handMade({ sheet: sheetXml(rows) })
    const xml = (await readParts(await marked(source, [mark('A2'), mark('A3')]))).get(
      'xl/worksheets/sheet1.xml',
    )
    expect(xml?.replace(/ s="\d+"/g, '*')).toContain(
      `${rows.slice(0, rows.indexOf('<row r="3"'))}<row r="2"><c r="A2"*/></row><row r="3"><c r="A3"*><v>3</v></c></row>`,
    )
  })

  it('gives a missing cell the format of its row, else of its column', async () => {
    const styles = `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="10"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0"><alignment wrapText="1"/></xf></cellXfs></styleSheet>`
    const source = await handMade({
      sheet: sheetXml('<row r="1" s="1" customFormat="1"><c r="A1"/></row><row r="2"/>', {
        before: '<cols><col min="3" max="5" width="9" style="2"/></cols>',
      }),
      styles,
    })
    const target = await marked(source, [mark('C1'), mark('D2'), mark('A2')])
    const parts = await readParts(target)
    const formats = [
      ...(
        /<cellXfs count="(\d+)">([\s\S]*)<\/cellXfs>/.exec(parts.get('xl/styles.xml') ?? '')?.[2] ??
        ''
      ).matchAll(/<xf [^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g),
    ].map(([xf]) => xf)
    const styleOf = (cell: string) =>
      formats[
        Number(
          new RegExp(`r="${cell}" s="(\\d+)"`).exec(
            parts.get('xl/worksheets/sheet1.xml') ?? '',
          )?.[1],
        )
      ]
    expect(styleOf('C1')).toMatch(/numFmtId="10".*applyFill="1"/)
    expect(styleOf('D2')).toMatch(/numFmtId="3".*applyFill="1".*<alignment wrapText="1"\/>/)
    expect(styleOf('A2')).toMatch(/numFmtId="0".*applyFill="1"/)
    expect(formats.slice(0, 3).join('')).toBe(
      /<cellXfs count="3">(.*)<\/cellXfs>/.exec(styles)?.[1],
    )
    await expectWellFormed(target)
  })

  it('speaks with prefixes to a workbook that does', async () => {
    const x = (xml: string) =>
      xml.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replace(' xmlns=', ' xmlns:x=')
    const source = await handMade({
      workbook: x(
        `<workbook xmlns="${MAIN}" xmlns:rel="${REL}"><sheets><sheet name="Hoja1" sheetId="1" rel:id="rId1"/></sheets></workbook>`,
      ),
      sheet: x(
        `<worksheet xmlns="${MAIN}"><sheetData><row r="2"><c r="B2"><v>5</v></c></row></sheetData></worksheet>`,
      ),
      styles: x(
        `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`,
      ),
    })
    const target = await marked(source, [mark('B2'), mark('A1')])
    await expectWellFormed(target)
    const parts = await readParts(target)
    expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(
      /<x:row r="1"><x:c r="A1" s="\d+"\/><\/x:row>/,
    )
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<x:legacyDrawing ')
    expect(parts.get('xl/workbook.xml')).toMatch(
      /<x:sheet name="Muster" sheetId="2" rel:id="rId\d+"\/><x:sheet/,
    )
    expect(parts.get('xl/styles.xml')).not.toMatch(/<\/?[a-z]+[\s/>]/i)
    const sheets = await hucreSheets(target)
    expect(sheets[1]?.rows).toEqual([
      [null, null],
      [null, 5],
    ])
    expect(sheets[1]?.cells?.get('1,1')?.comment?.text).toBe('sobre B2')
  })

  it('declares what it writes where a workbook declares its prefixes on each element alone', async () => {
    const r = `xmlns:r="${REL}"`
    const box =
      '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="_x0000_s1025" type="#_x0000_t202"><x:ClientData xmlns:x="urn:schemas-microsoft-com:office:excel" ObjectType="Note"><x:Row>1</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>'
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Número</t></is></c></row><row r="2"><c r="A2"><v>7</v></c></row>'
    const source = await handMade({
      workbook: `<workbook xmlns="${MAIN}"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet ${r} name="Hoja1" sheetId="1" state="visible" r:id="rId1"/></sheets><definedNames/></workbook>`,
      sheet: `<worksheet xmlns="${MAIN}"><dimension ref="A1:A2"/><sheetData>${rows}</sheetData><hyperlinks><hyperlink ${r} ref="A1" r:id="rId1"/></hyperlinks><legacyDrawing ${r} r:id="anysvml"/></worksheet>`,
      types: `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/comments/comment1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`,
      more: {
        'xl/comments/comment1.xml': `<comments xmlns="${MAIN}"><authors><author>Ana</author></authors><commentList><comment ref="A2" authorId="0"><text><t>de Ana</t></text></comment></commentList></comments>`,
        'xl/drawings/commentsDrawing1.vml': `<xml><o:shapelayout xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml" v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${box}</xml>`,
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${PACKAGE_REL}"><Relationship Type="${REL}/hyperlink" Target="http://x.y/" TargetMode="External" Id="rId1"/><Relationship Type="${REL}/comments" Target="/xl/comments/comment1.xml" Id="comments"/><Relationship Type="${REL}/vmlDrawing" Target="/xl/drawings/commentsDrawing1.vml" Id="anysvml"/></Relationships>`,
      },
    })
    const target = await marked(source, [mark('A1'), mark('A2')])

    await expectWellFormed(target)
    const parts = await readParts(target)
    expect(parts.get('xl/workbook.xml')).toContain(
      `<sheets><sheet name="Muster" sheetId="2" ${r} r:id="rId2"/><sheet ${r} name="Hoja1"`,
    )
    const joined = 'de Ana\nMuster: sobre A2'
    await expectComments(target, { A1: 'sobre A1', A2: joined })
    expect((await hucreSheets(target)).map(({ rows: read }) => read)).toEqual([
      [
        ['Celda', 'Qué pasa'],
        ['F17', 'dos veces'],
      ],
      [['Número'], [7]],
    ])
    expect(xlsxBook(target).SheetNames).toEqual(['Muster', 'Hoja1'])
    const again = await openWorkbook(target)
    expect(again.sheets.map(({ name }) => name)).toEqual(['Muster', 'Hoja1'])
    await again.close()
  })

  it('uses the prefix that the list of sheets has for relationships, whatever a sheet calls it', async () => {
    const source = await handMade({
      workbook: `<workbook xmlns="${MAIN}" xmlns:r="urn:other" xmlns:q='${REL}'><sheets><sheet xmlns:own="${REL}" name="Hoja1" sheetId="1" own:id="rId1"/></sheets></workbook>`,
      sheet: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'),
    })
    const target = await marked(source, [mark('A1')])

    await expectWellFormed(target)
    expect((await readParts(target)).get('xl/workbook.xml')).toContain(
      '<sheet name="Muster" sheetId="2" q:id="rId2"/>',
    )
    expect((await hucreSheets(target)).map(({ name }) => name)).toEqual(['Muster', 'Hoja1'])
  })

  it('moves on what counts sheets by position and opens the summary alone', async () => {
    const source = await handMade({
      workbook: `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><bookViews><workbookView firstSheet="1" activeTab="1"/></bookViews><sheets><sheet name="Hoja1" sheetId="7" r:id="rId1"/><sheet name="Gráfico" sheetId="8" r:id="rId8"/><sheet name="Otra" sheetId="3" r:id="rId9"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Hoja1!$A$1</definedName><definedName name="global">Hoja1!$A$1</definedName><definedName name="b" localSheetId="2">Otra!$A$1</definedName></definedNames></workbook>`,
      workbookRels: `<Relationship Id="rId8" Type="${REL}/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="rId9" Type="${REL}/worksheet" Target="/xl/worksheets/otra.xml"/>`,
      sheet: sheetXml('', {
        before: '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>',
      }),
      more: {
        'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${MAIN}"><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews></chartsheet>`,
        'xl/worksheets/otra.xml': sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>', {
          before: '<sheetViews><sheetView workbookViewId="0" tabSelected="true"/></sheetViews>',
        }),
      },
    })
    const target = await marked(source, [mark('A1')])
    const parts = await readParts(target)
    const workbook = parts.get('xl/workbook.xml') ?? ''
    expect([...workbook.matchAll(/localSheetId="(\d+)"/g)].map((match) => match[1])).toEqual([
      '1',
      '3',
    ])
    expect(workbook).toContain('<workbookView firstSheet="0" activeTab="0"/>')
    expect(workbook).toContain('<sheets><sheet name="Muster" sheetId="9" ')
    const open = [...parts].filter(([, xml]) => xml.includes('tabSelected')).map(([name]) => name)
    expect(open).toEqual(['xl/worksheets/sheet2.xml'])
    await expectWellFormed(target)
  })

  it('adds to comments that are there and leaves threads of comments alone', async () => {
    const comments = `<comments xmlns="${MAIN}"><authors><author>Ana</author><author>tc={1-2}</author></authors><commentList><comment ref="A1" authorId="0"><text><t>de Ana</t></text></comment><comment ref="B1" authorId="0"><text><r><t>rico</t></r></text></comment><comment ref="C1" authorId="1"><text><t>[Threaded comment]</t></text></comment><comment ref="D9" authorId="0"><text><t>lejos</t></text></comment></commentList></comments>`
    const box = (id: number, column: number) =>
      `<v:shape id="_x0000_s${id}" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Anchor>\n 1, 15, 0, 2, 3, 15, 4, 4</x:Anchor><x:Row>0</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    const vml = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="3"/></o:shapelayout><v:shapetype id="_x0000_t202"/>${box(3073, 0)}${box(3074, 1)}${box(3075, 2)}</xml>`
    const source = await handMade({
      sheet: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>', {
        after: '<pageMargins left="1"/><legacyDrawing r:id="rId5"/><tableParts count="0"/>',
      }),
      types:
        '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/comments3.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>',
      more: {
        'xl/comments3.xml': comments,
        'xl/drawings/v.vml': vml,
        'xl/threadedComments/t1.xml': '<ThreadedComments/>',
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId4" Type="${REL}/comments" Target="../comments3.xml"/><Relationship Id="rId5" Type="${REL}/vmlDrawing" Target="../drawings/v.vml"/><Relationship Id="rId6" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/t1.xml"/></Relationships>`,
      },
    })
    const target = await marked(source, [mark('A1'), mark('B1'), mark('C1'), mark('E1')])
    const before = await readParts(source)
    const parts = await readParts(target)

    await expectWellFormed(target)
    expect((await commentsOf(target, 'Hoja1'))[1]).toEqual({
      A1: 'de Ana\nMuster: sobre A1',
      B1: 'rico\nMuster: sobre B1',
      C1: '[Threaded comment]',
      D9: 'lejos',
      E1: 'sobre E1',
    })
    expect(parts.get('xl/comments3.xml')).toContain('<author>Muster</author>')
    expect(parts.get('xl/comments3.xml')).toContain('<comment ref="E1" authorId="2">')
    for (const name of ['xl/threadedComments/t1.xml', 'xl/worksheets/_rels/sheet1.xml.rels']) {
      expect(parts.get(name)).toBe(before.get(name))
    }
    const drawing = parts.get('xl/drawings/v.vml') ?? ''
    expect([...drawing.matchAll(/id="(_x0000_s\d+)"/g)].map((match) => match[1])).toEqual(
      [3073, 3074, 3075, 3076].map((id) => `_x0000_s${id}`),
    )
    expect([...drawing.matchAll(/, (\d+), 4<\/x:Anchor>/g)].map((match) => match[1])).toEqual([
      '6',
      '6',
      '4',
      '2',
    ])
    expect(parts.get('xl/worksheets/sheet1.xml')?.match(/legacyDrawing/g)).toHaveLength(1)
    expect((await fillOf(target, 'C1'))?.fill).toMatchObject(RED)
  })

  it('puts the drawing of comments where the format wants it', async () => {
    const after =
      '<autoFilter ref="A1:B2"/><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><pageMargins left="1"/><drawing r:id="rId1"/><legacyDrawingHF r:id="rId2"/><tableParts count="0"/><extLst/>'
    const source = await handMade({
      sheet: sheetXml('', { after }),
      more: {
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId2" Type="${REL}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/></Relationships>`,
        'xl/drawings/vmlDrawing1.vml': '<xml xmlns:o="urn:o"><o:idmap data="4"/></xml>',
      },
    })
    const parts = await readParts(await marked(source, [mark('A1')]))
    expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(
      /<drawing r:id="rId1"\/><legacyDrawing xmlns:r="[^"]+" r:id="rId4"\/><legacyDrawingHF/,
    )
    expect(parts.get('xl/drawings/vmlDrawing1.vml')).toBe(
      '<xml xmlns:o="urn:o"><o:idmap data="4"/></xml>',
    )
    expect(parts.get('xl/drawings/vmlDrawing2.vml')).toContain('data="5"')
    expect(parts.get('xl/drawings/vmlDrawing2.vml')).toContain('_x0000_s5121"')
  })

  it('gathers several marks on one cell into one comment, each reason once', async () => {
    const source = await handMade({ sheet: sheetXml('') })
    const target = await marked(source, [mark('B2', 'uno'), mark('b2', 'dos'), mark('B2', 'uno')])
    await expectComments(target, { B2: 'uno\ndos' })
  })

  it('names the summary apart from a sheet of the same name', async () => {
    const source = await handMade({ sheet: sheetXml('') })
    const target = await marked(source, [mark('A1')], { ...SUMMARY, name: 'HOJA1' })
    expect(xlsxBook(target).SheetNames).toEqual(['HOJA1 (2)', 'Hoja1'])
  })

  it('adds the summary alone when nothing is marked', async () => {
    const source = await handMade({ sheet: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>') })
    const target = await marked(source, [])
    const [before, after] = [await readParts(source), await readParts(target)]
    expect(after.get('xl/worksheets/sheet1.xml')).toBe(before.get('xl/worksheets/sheet1.xml'))
    expect((await hucreSheets(target))[0]?.rows).toEqual([
      ['Celda', 'Qué pasa'],
      ['F17', 'dos veces'],
    ])
    expect((await hucreSheets(target))[0]?.cells?.get('1,1')?.style?.fill).toMatchObject(RED)
  })

  it('marks workbooks of the strict dialect in their own words', async () => {
    const strict = (text: string) =>
      text
        .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(REL, 'http://purl.oclc.org/ooxml/officeDocument/relationships')
    const plain = await readParts(
      await handMade({ sheet: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>') }),
    )
    const source = await packParts(
      join(folder, 'strict.xlsx'),
      [...plain].map(([name, text]) => [name, strict(text)] as const),
    )
    const parts = await readParts(await marked(source, [mark('A1')]))
    expect(
      [...parts]
        .filter(
          ([, xml]) => xml.includes('/officeDocument/2006/relationships') || xml.includes(MAIN),
        )
        .map(([name]) => name),
    ).toEqual([])
  })

  it('reads a sheet in another encoding and says UTF-8 of its copy', async () => {
    const text = sheetXml(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>año</t></is></c></row>',
    ).replace('UTF-8', 'UTF-16')
    const plain = await readParts(await handMade({ sheet: sheetXml('') }))
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    const parts = [...plain].map(
      ([name, xml]) => [name, name.endsWith('sheet1.xml') ? utf16 : xml] as const,
    )
    const target = await marked(await packParts(join(folder, 'utf16.xlsx'), parts), [mark('B1')])
    expect((await readParts(target)).get('xl/worksheets/sheet1.xml')).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>/,
    )
    expect((await hucreSheets(target))[1]?.rows).toEqual([['año', null]])
  })

  it('marks any cells of any sparse sheet without changing a value', async () => {
    const address = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 30 }))
    const name = ([column, row]: [number, number]) => columnLetters(column) + row
    const cells = fc.uniqueArray(address, { selector: name, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(
        cells,
        cells.filter((list) => list.length > 0),
        async (filled, toMark) => {
          const sheet = utils.aoa_to_sheet([])
          for (const cell of filled)
            utils.sheet_add_aoa(sheet, [[`v ${name(cell)}`]], { origin: name(cell) })
          const book = utils.book_new()
          utils.book_append_sheet(book, sheet, 'Hoja1')
          const source = join(folder, 'sparse.xlsx')
          writeFileSync(source, write(book, { type: 'buffer' }))
          const target = await marked(
            source,
            toMark.map((cell) => mark(name(cell))),
          )

          const after = xlsxBook(target).Sheets.Hoja1 ?? {}
          const values = Object.entries(after).filter(
            ([key, cell]) => !key.startsWith('!') && cell.v !== undefined,
          )
          expect(new Map(values.map(([key, cell]) => [key, cell.v]))).toEqual(
            new Map(filled.map((cell) => [name(cell), `v ${name(cell)}`])),
          )
          await expectComments(
            target,
            Object.fromEntries(toMark.map((cell) => [name(cell), `sobre ${name(cell)}`])),
          )
        },
      ),
      { numRuns: 20 },
    )
  })

  it('refuses a mark on a sheet that the workbook does not have, and writes nothing', async () => {
    const source = await handMade({ sheet: sheetXml('') })
    await expect(marked(source, [mark('A1', 'x', 'Otra')])).rejects.toMatchObject({
      code: 'workbook.sheet-not-found',
      details: { file: source, sheet: 'Otra', sheets: ['Hoja1'] },
    })
    expect(() => readFileSync(join(folder, 'marked.xlsx'))).toThrow('ENOENT')
  })

  it('refuses to write over the workbook that it marks', async () => {
    const source = await handMade({ sheet: sheetXml('') })
    const before = readFileSync(source)
    await expect(
      markWorkbook({ source, target: `${folder}/./source.xlsx`, marks: [], summary: SUMMARY }),
    ).rejects.toMatchObject({ code: 'workbook.unwritable' })
    expect(readFileSync(source).equals(before)).toBe(true)
  })

  it.each([
    ['a sheet cut short', `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1">`],
    ['a sheet without rows section', `<worksheet xmlns="${MAIN}"></worksheet>`],
    ['rows out of order', sheetXml('<row r="5"/><row r="1"/>')],
  ])('refuses %s', async (_name, sheet) => {
    const source = await handMade({ sheet })
    await expect(marked(source, [mark('A1')])).rejects.toMatchObject({
      code: 'workbook.corrupt',
      details: { file: source, part: 'xl/worksheets/sheet1.xml' },
    })
  })

  it('refuses a source with a flipped byte in any part it copies', async () => {
    const source = await handMade({
      sheet: sheetXml(''),
      more: { 'xl/media/i.bin': 'x'.repeat(9) },
    })
    const bytes = readFileSync(source)
    const at = bytes.indexOf('xl/media/i.bin') + 'xl/media/i.bin'.length
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x20, at)
    writeFileSync(source, bytes)
    await expect(marked(source, [mark('A1')])).rejects.toMatchObject({ code: 'workbook.corrupt' })
  })

  it('refuses a source in which a part has no name', async () => {
    const source = join(folder, 'nameless.xlsx')
    await writeRawZip(source, [rawPart('xl/workbook.xml', ''), rawPart('', 'x')])
    await expect(marked(source, [])).rejects.toMatchObject({
      ...{ code: 'workbook.corrupt', details: { reason: 'part-without-name' } },
    })
  })

  it('refuses what is no package', async () => {
    const source = join(folder, 'text.xlsx')
    writeFileSync(source, 'a;b;c\n')
    await expect(marked(source, [])).rejects.toMatchObject({ code: 'workbook.unreadable' })
  })

  it('refuses an address that no sheet has', async () => {
    const source = await handMade({ sheet: sheetXml('') })
    for (const cell of ['A0', 'XFE1', '17', 'A1048577', '']) {
      await expect(marked(source, [mark(cell)])).rejects.toThrow('no cell has the address')
    }
  })
})
