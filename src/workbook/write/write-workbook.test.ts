import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils, type WorkSheet } from '@e965/xlsx'
import fc from 'fast-check'
import { readXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { readParts, testFolder, xmlFault } from '../../../test/support/workbook-parts.ts'
import type { CellContent, SheetContent } from '../sheet-content.ts'
import { writeWorkbook } from './write-workbook.ts'

type Value = string | number | boolean | Date | null

async function written(sheets: SheetContent[], maxRows?: number): Promise<string> {
  const file = join(testFolder(), 'written.xlsx')
  await writeWorkbook(file, sheets, maxRows === undefined ? {} : { maxRows })
  return file
}

async function readWithHucre(file: string) {
  const workbook = await readXlsx(readFileSync(file), { readStyles: true })
  return workbook.sheets
}

function readWithXlsx(file: string): [string, Value[][]][] {
  const workbook = read(readFileSync(file), { cellDates: true, UTC: true })
  return workbook.SheetNames.map((name) => [
    name,
    utils.sheet_to_json(workbook.Sheets[name] as WorkSheet, { header: 1, defval: null, UTC: true }),
  ])
}

function sheet(rows: Iterable<readonly CellContent[]>, more: Partial<SheetContent> = {}) {
  return { name: 'Datos', columns: [{ title: 'Número' }, { title: 'Valor' }], rows, ...more }
}

describe('writeWorkbook', () => {
  it('keeps texts as texts, numbers as numbers and dates as dates in both readers', async () => {
    const file = await written([
      sheet([
        ['001234', 42],
        ['99_999_999999', -1.5],
        [null, new Date(2026, 0, 31, 8, 30)],
        ['', { number: 7, look: 'strong' }],
        ['12', { text: 'malo', look: 'bad' }],
      ]),
    ])
    const expected = [
      ['Número', 'Valor'],
      ['001234', 42],
      ['99_999_999999', -1.5],
      [null, new Date('2026-01-31T08:30:00Z')],
      [null, 7],
      ['12', 'malo'],
    ]

    expect((await readWithHucre(file))[0]?.rows).toEqual(expected)
    expect(readWithXlsx(file)).toEqual([['Datos', expected]])
  })

  it('gives back any text that a cell can hold', async () => {
    const texts = fc.array(fc.oneof(anyText(), escapeLikeText()), { minLength: 1, maxLength: 80 })
    await fc.assert(
      fc.asyncProperty(texts, async (list) => {
        const file = await written([sheet(list.map((text) => [text, 1]))])
        const first = (await readWithHucre(file))[0]?.rows.map((row) => row[0])
        expect(first).toEqual(['Número', ...list])
      }),
      { numRuns: 40 },
    )
  })

  it('gives back any printable text to a second reader too', async () => {
    const printable = anyText().filter((text) => !/[\r\p{Cc}]|\p{Cs}/u.test(text))
    await fc.assert(
      fc.asyncProperty(fc.array(printable, { minLength: 1, maxLength: 30 }), async (list) => {
        const file = await written([sheet(list.map((text) => [text, 1]))])
        expect(readWithXlsx(file)[0]?.[1].map((row) => row[0])).toEqual(['Número', ...list])
      }),
      { numRuns: 30 },
    )
  })

  it('writes well-formed parts only, whatever the cells hold', async () => {
    const nasty = '\u0000\u001f\ud800<&>"\'\ufffe_x0041_]]>'
    const file = await written([sheet([[nasty, null]], { name: `a&b<"'>`, preamble: [nasty] })])
    for (const [name, xml] of await readParts(file))
      expect([name, xmlFault(xml)]).toEqual([name, null])
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'writes %j as inert text that stays so when it is edited',
    async (text) => {
      const file = await written([sheet([[text, { text, look: 'bad' }]])])
      const parts = await readParts(file)

      const styles = await styleOf(parts, 'A2')
      expect(styles).toContain('quotePrefix="1"')
      expect(styles).toContain('numFmtId="49"')
      expect(await styleOf(parts, 'B2')).toContain('quotePrefix="1"')
      expect(parts.get('xl/worksheets/sheet1.xml')).not.toContain('<f>')
      expect((await readWithHucre(file))[0]?.rows[1]).toEqual([text, text])
    },
  )

  it('leaves identifiers without the mark of a quoted text', async () => {
    const parts = await readParts(await written([sheet([['99_999_999999', null]])]))
    expect(await styleOf(parts, 'A2')).not.toContain('quotePrefix')
  })

  it('cuts a text that no cell can hold and says so with an ellipsis', async () => {
    const file = await written([sheet([['x'.repeat(40_000), `${'y'.repeat(32_765)}😀😀`]])])
    const row = (await readWithHucre(file))[0]?.rows[1]
    expect(row?.[0]).toBe(`${'x'.repeat(32_766)}…`)
    expect(row?.[1]).toBe(`${'y'.repeat(32_765)}…`)
  })

  it('freezes and filters the header row under the lines above it', async () => {
    const file = await written([
      sheet(
        [
          ['1', 2],
          ['3', 4],
        ],
        { preamble: ['Informe', 'de hoy'] },
      ),
    ])
    const xml = (await readParts(file)).get('xl/worksheets/sheet1.xml')
    expect(xml).toContain('<pane ySplit="3" topLeftCell="A4"')
    expect(xml).toContain('<autoFilter ref="A3:B5"/>')
    expect(readWithXlsx(file)[0]?.[1][0]).toEqual(['Informe', null])
  })

  it('prints the header row on every page', async () => {
    const file = await written([sheet([], { name: "d'Ana & co", preamble: ['Informe'] })])
    const workbook = (await readParts(file)).get('xl/workbook.xml')
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'d''Ana &amp; co'!$2:$2</definedName>`,
    )
  })

  it('fits widths to title and rows between 8 and 60 characters, given ones kept', async () => {
    const file = await written([
      {
        name: 'Anchos',
        columns: [{ title: 'a' }, { title: 'b' }, { title: 'c' }, { title: 'd', width: 5 }],
        rows: [['1', 'x'.repeat(17), 'x'.repeat(500), 'x'.repeat(50)]],
      },
    ])
    const xml = (await readParts(file)).get('xl/worksheets/sheet1.xml') ?? ''
    expect([...xml.matchAll(/ width="([\d.]+)"/g)].map((match) => match[1])).toEqual([
      '8',
      '20',
      '60',
      '5',
    ])
  })

  it('shows each look in its colours', async () => {
    const looks = ['bad', 'good', 'muted', 'strong'] as const
    const file = await written([sheet(looks.map((look) => [{ text: look, look }, null]))])
    const cells = (await readWithHucre(file))[0]?.cells
    const styles = looks.map((_look, index) => cells?.get(`${index + 1},0`)?.style)

    expect(styles[0]).toMatchObject({
      font: { color: { rgb: '9C0006' } },
      fill: { fgColor: { rgb: 'FFC7CE' } },
    })
    expect(styles[1]).toMatchObject({
      font: { color: { rgb: '006100' } },
      fill: { fgColor: { rgb: 'C6EFCE' } },
    })
    expect(styles[2]).toMatchObject({ font: { color: { rgb: '7F7F7F' } } })
    expect(styles[3]).toMatchObject({ font: { bold: true } })
  })

  it('mends names that a workbook refuses and keeps them apart', async () => {
    const names = ['a/b:c*d?e[f]g\\h', 'same', 'SAME', '', "'History'", 'x'.repeat(40)]
    const file = await written(names.map((name) => sheet([], { name })))
    expect((await readWithHucre(file)).map(({ name }) => name)).toEqual([
      'a_b_c_d_e_f_g_h',
      'same',
      'SAME (2)',
      'Sheet',
      'History (2)',
      'x'.repeat(31),
    ])
  })

  it('goes on in a second sheet when a sheet is full', async () => {
    const rows = Array.from({ length: 10 }, (_hole, index) => [`n${index}`, index])
    const file = await written([sheet(rows), sheet([], { name: 'Datos (2)' })], 5)

    const found = readWithXlsx(file)
    expect(found.map(([name]) => name)).toEqual(['Datos', 'Datos (3)', 'Datos (4)', 'Datos (2)'])
    const data = found.slice(0, 3).flatMap(([, lines]) => lines.slice(1))
    expect(data).toEqual(rows)
  })

  it('gives equal bytes for equal content', async () => {
    const content = () => [
      sheet([
        ['1', 2],
        ['ñ', new Date(2026, 5, 1)],
      ]),
    ]
    expect(
      readFileSync(await written(content())).equals(readFileSync(await written(content()))),
    ).toBe(true)
  })

  it('writes dates before 1900 as text, for no spreadsheet can count them', async () => {
    const early = new Date(Date.UTC(1850, 0, 1, 12))
    const file = await written([sheet([[early, null]])])
    expect((await readWithHucre(file))[0]?.rows[1]?.[0]).toBe('1850-01-01T12:00:00.000Z')
  })

  it('refuses numbers that no cell can hold', async () => {
    await expect(written([sheet([[Number.NaN, null]])])).rejects.toThrow('A2: no cell can hold NaN')
    await expect(written([sheet([[new Date(Number.NaN), null]])])).rejects.toThrow('invalid date')
  })
})

function anyText(): fc.Arbitrary<string> {
  return fc.string({ unit: 'binary', minLength: 1 })
}

/** Texts made of what looks like the format's own escapes. */
function escapeLikeText(): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    '_',
    'x',
    '_x',
    '0041',
    '_x0041',
    '_x005F_',
    '\u0001',
    '\ud800',
    '\r',
    'ñ',
    '&lt;',
  )
  return fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''))
}

async function styleOf(parts: Map<string, string>, address: string): Promise<string> {
  const style = new RegExp(`r="${address}" s="(\\d+)"`).exec(
    parts.get('xl/worksheets/sheet1.xml') ?? '',
  )?.[1]
  const formats = /<cellXfs[\s\S]*<\/cellXfs>/.exec(parts.get('xl/styles.xml') ?? '')?.[0] ?? ''
  return [...formats.matchAll(/<xf [^>]*>/g)][Number(style)]?.[0] ?? ''
}
