import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEvents, readingFault } from '../../../../test/support/read-events.ts'
import {
  type Parts,
  relationships,
  sheetXml,
  stylesXml,
  temporaryFolder,
  workbookParts,
  workbookXml,
  writeParts,
} from '../../../../test/support/xlsx-parts.ts'
import { DEFAULT_EVENT_FILE_LIMITS } from '../event-file-limits.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder.remove())

async function bytesOf(parts: Parts): Promise<Buffer> {
  return readFile(await writeParts(folder.path('days.xlsx'), parts))
}

const text = (value: string) => `<c t="str"><v>${value}</v></c>`
const row = (...cells: string[]) => `<row>${cells.join('')}</row>`

/** A workbook of several sheets: rows by name; a name that starts with a dot is hidden. */
function sheetsOf(rowsByName: Readonly<Record<string, string>>): Parts {
  const names = Object.keys(rowsByName)
  const entries = names.map((name, at) => {
    const state = name.startsWith('.') ? ' state="hidden"' : ''
    return `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${state}/>`
  })
  const targets = names.map((_, at) => [`rId${at + 1}`, ['worksheet', `s${at}.xml`]] as const)
  return {
    ...workbookParts(''),
    'xl/workbook.xml': workbookXml(entries.join('')),
    'xl/_rels/workbook.xml.rels': relationships(Object.fromEntries(targets)),
    ...Object.fromEntries(names.map((name, at) => [`xl/s${at}.xml`, sheetXml(rowsByName[name]!)])),
  }
}

describe('a workbook of events', () => {
  it('is read by its first row that holds something, in the types of its cells', async () => {
    const cells = [
      '<c s="1"><v>46053</v></c><c s="1"><v>46053.5</v></c><c><v>0.1</v></c>',
      '<c s="2"><v>42</v></c><c><v>12345678901234567890</v></c><c t="b"><v>1</v></c>',
      '<c t="e"><v>#N/A</v></c><c><f>A1*2</f></c><c/>',
    ]
    const headings = ['day', 'moment', 'value', 'code', 'id', 'flag', 'error', 'formula', 'none']
    const { nature, batches, lines } = await readEvents(
      await bytesOf({
        ...workbookParts(`<row r="3">${headings.map(text).join('')}</row>${row(...cells)}`),
        'xl/styles.xml': stylesXml([0, 14, '00000']),
      }),
    )

    expect(nature).toEqual({
      ...{ format: 'xlsx', encoding: null, delimiter: null, isGzip: false, hiddenSheets: [] },
    })
    expect(batches[0]).toMatchObject({ columns: headings, sheet: 'Hoja1' })
    expect(lines).toEqual([4])
    expect(batches[0]?.rows[0]?.values).toEqual([
      ...['2026-01-31', '2026-01-31T12:00:00', 0.1, '00042', '12345678901234567890'],
      ...[true, '#N/A', '=A1*2'],
    ])
  })

  it('has a batch for each sheet that people see, its headings told, and no other', async () => {
    const parts = sheetsOf({
      January: row(text(' time '), text('value')) + row('<c><v>1</v></c>', '<c><v>2</v></c>'),
      '.Old': row(text('time'), text('value')),
      Chart: '',
      February: row(text('value')),
    })
    const { batches, nature } = await readEvents(await bytesOf(parts))

    expect(batches.map(({ sheet, columns, rows }) => [sheet, columns, rows.length])).toEqual([
      ['January', ['time', 'value'], 1],
      ['February', ['value'], 0],
    ])
    expect(nature.hiddenSheets).toEqual(['.Old'])
  })

  it('sets a row aside that goes beyond the headings, and passes over one without anything', async () => {
    const rows = [
      row(text('time'), text('value')),
      row(text('1'), text('2'), text('')),
      row(text(''), text(' ')),
      '<row/>',
      row(text('3'), text('4'), text('5')),
      row(text('6')),
    ]
    const { batches, faults, lines } = await readEvents(await bytesOf(workbookParts(rows.join(''))))

    expect(batches[0]?.rows.map(({ values }) => values)).toEqual([['1', '2'], ['6']])
    expect(lines).toEqual([2, 6])
    expect(faults).toEqual(['5 row.too-many-cells more-cells-than-headings: 3\t4\t5'])
  })

  it('comes in batches of a thousand rows', async () => {
    const rows = Array.from({ length: 2500 }, (_, at) => row(`<c><v>${at}</v></c>`))
    const { batches } = await readEvents(
      await bytesOf(workbookParts(row(text('value')) + rows.join(''))),
    )

    expect(batches.map((batch) => batch.rows.length)).toEqual([1000, 1000, 500])
  })
})

describe('a workbook that cannot be read', () => {
  const honest = workbookParts(row(text('time')) + row(text('1')))

  it.each<[string, (bytes: Buffer) => Buffer, string]>([
    ['cut off', (bytes) => bytes.subarray(0, -40), 'file.corrupt'],
    ['cut off at its start', (bytes) => bytes.subarray(0, 30), 'file.corrupt'],
    ['damaged', (bytes) => Buffer.from(bytes).fill(1, 40, 60), 'file.corrupt'],
  ])('is refused under the name it was sent by: %s', async (_, damage, code) => {
    const fault = await readingFault(damage(await bytesOf(honest)), { name: 'sent.xlsx' })

    expect(fault).toMatch(new RegExp(`^${code.replace('.', '\\.')} \\{"file":"sent.xlsx",`, 'u'))
    expect(fault).not.toContain('muster-events')
  })

  it.each<[string, Partial<typeof DEFAULT_EVENT_FILE_LIMITS>, string]>([
    ['a long cell', { cellCharacters: 2 }, 'cell-characters'],
    ['a long row', { rowCharacters: 3 }, 'row-characters'],
    ['a large part', { unpackedBytes: 100 }, 'part-bytes'],
    ['many columns', { columns: 0 }, '"columns"'],
  ])('is refused for %s', async (_, lower, what) => {
    const limits = { ...DEFAULT_EVENT_FILE_LIMITS, ...lower }
    const fault = await readingFault(await bytesOf(honest), { limits })

    expect(fault).toMatch(/^file\.too-large \{"file":"days",/u)
    expect(fault).toContain(what)
  })
})
