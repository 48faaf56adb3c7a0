import { join } from 'node:path'
import {
  escapeXml,
  type Parts,
  relationships,
  sheetXml,
  workbookXml,
  writeParts,
} from './xlsx-parts.ts'

/** One cell as a workbook's XML holds it, given its address. */
export type XmlCell = (address: string) => string

/** Cells by column letter (`A` to `Z`), by row number. */
export type XmlRows = Readonly<Record<number, Readonly<Record<string, XmlCell | string>>>>

/** A number as the file spells it; `style` is the place of its format in the styles part. */
export function numberCell(lexeme: string, style = 0): XmlCell {
  return (address) => `<c r="${address}" s="${style}"><v>${lexeme}</v></c>`
}

/** A formula with the value saved for it, or with none. */
export function formulaCell(formula: string, saved: string | null): XmlCell {
  const value = saved === null ? '' : `<v>${escapeXml(saved)}</v>`
  return (address) => `<c r="${address}" t="str"><f>${escapeXml(formula)}</f>${value}</c>`
}

/** An error such as `#N/A`. */
export function errorCell(error: string): XmlCell {
  return (address) => `<c r="${address}" t="e"><v>${error}</v></c>`
}

export function booleanCell(value: boolean): XmlCell {
  return (address) => `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`
}

interface SheetExtras {
  /** Of the first sheet. */
  readonly merges?: readonly string[]
  /** A styles part. */
  readonly styles?: string
  /** Of the workbook, as XML. */
  readonly properties?: string
}

/** Writes a workbook of these sheets, by name. Gives its file. */
export function writeSheets(
  file: string,
  sheets: Readonly<Record<string, XmlRows>>,
  { merges = [], styles = '', properties = '' }: SheetExtras = {},
): Promise<string> {
  const names = Object.keys(sheets)
  const list = names.map(
    (name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at}"/>`,
  )
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const links = names.map((_, at) => [`rId${at}`, ['worksheet', `worksheets/${at}.xml`]] as const)
  const parts: Parts = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': workbookXml(list.join(''), properties),
    'xl/_rels/workbook.xml.rels': relationships({
      ...Object.fromEntries(links),
      ...(styles ? { styles: ['styles', 'styles.xml'] as const } : {}),
    }),
    ...(styles ? { 'xl/styles.xml': styles } : {}),
    ...Object.fromEntries(
      Object.values(sheets).map((rows, at) => [
        join('xl/worksheets', `${at}.xml`),
        sheetXml(rowsXml(rows), at === 0 ? `<mergeCells>${merged}</mergeCells>` : ''),
      ]),
    ),
  }
  return writeParts(file, parts)
}

function rowsXml(rows: XmlRows): string {
  return Object.entries(rows)
    .map(([row, cells]) => {
      const xml = Object.keys(cells)
        .sort()
        .map((column) => cellXml(cells[column] ?? '', column + row))
      return `<row r="${row}">${xml.join('')}</row>`
    })
    .join('')
}

function cellXml(cell: XmlCell | string, address: string): string {
  if (typeof cell !== 'string') return cell(address)
  const text = `<t xml:space="preserve">${escapeXml(cell)}</t>`
  return `<c r="${address}" t="inlineStr"><is>${text}</is></c>`
}
