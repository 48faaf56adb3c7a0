import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** Parts of an xlsx file by name; a stream for one that is too large to hold. */
export type Parts = Readonly<Record<string, string | Buffer | Readable>>

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The parts every workbook needs, with one sheet whose rows are given as XML. */
export function workbookParts(sheetData: string, others: Parts = {}): Parts {
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': workbookXml('<sheet name="Hoja1" sheetId="1" r:id="rId1"/>'),
    'xl/_rels/workbook.xml.rels': relationships({
      rId1: ['worksheet', 'worksheets/sheet1.xml'],
      rId2: ['sharedStrings', 'sharedStrings.xml'],
      rId3: ['styles', 'styles.xml'],
    }),
    'xl/worksheets/sheet1.xml': sheetXml(sheetData),
    ...others,
  }
}

/** A sheet part around its rows; `after` stands behind them. */
export function sheetXml(sheetData: string, after = ''): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="${MAIN}"><dimension ref="A1"/><sheetData>${sheetData}</sheetData>${after}</worksheet>`
}

/** A workbook part around its list of sheets. */
export function workbookXml(sheets: string, properties = ''): string {
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${sheets}</sheets></workbook>`
}

/** A shared-strings part; each text is XML. */
export function sharedStringsXml(texts: readonly string[]): string {
  return `<sst xmlns="${MAIN}">${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`
}

/** A styles part with one cell format per number format: a built-in id, or a code. */
export function stylesXml(formats: readonly (number | string)[]): string {
  const codes = formats.filter((format) => typeof format === 'string')
  const idOf = (format: number | string) =>
    typeof format === 'number' ? format : 164 + codes.indexOf(format)
  const numFmts = codes.map(
    (code) => `<numFmt numFmtId="${idOf(code)}" formatCode="${escapeXml(code)}"/>`,
  )
  const xfs = formats.map((format) => `<xf numFmtId="${idOf(format)}"/>`)
  return `<styleSheet xmlns="${MAIN}"><numFmts>${numFmts.join('')}</numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`
}

/** A list of relationships: `{ rId1: [type, target] }`. */
export function relationships(byId: Readonly<Record<string, readonly [string, string]>>): string {
  const items = Object.entries(byId).map(
    ([id, [type, target]]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `<Relationships>${items.join('')}</Relationships>`
}

/** Text as XML holds it. */
export function escapeXml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

/** Writes parts as a zip file. */
export async function writeParts(file: string, parts: Parts): Promise<string> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts)) {
    if (typeof content === 'string') zip.addBuffer(Buffer.from(content), name)
    else if (Buffer.isBuffer(content)) zip.addBuffer(content, name)
    else zip.addReadStream(content, name)
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(file))
  return file
}

/** A folder of its own for a test file, and how to remove it. */
export async function temporaryFolder(): Promise<{
  path(name: string): string
  remove(): Promise<void>
}> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-workbook-'))
  return {
    path: (name) => join(folder, name),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
