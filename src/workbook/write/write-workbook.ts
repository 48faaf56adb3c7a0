import type { SheetContent } from '../sheet-content.ts'
import { closingParts, leadingParts, sheetPartName, type WrittenSheet } from './write-package.ts'
import { rowCursor } from './write-rows.ts'
import { headerRowOf, MAIN_NAMESPACE, MAX_ROWS, sheetXml } from './write-sheet.ts'
import { freeSheetName } from './write-sheet-name.ts'
import { gathered, writeZip, type ZipPart } from './write-zip.ts'
import { openStyleSheet } from './xlsx-style-sheet.ts'

export interface WriteOptions {
  /** Rows of one sheet, 1,048,576 unless told otherwise; what is left goes on in `Name (2)`. */
  readonly maxRows?: number
}

/**
 * Writes an xlsx workbook as a stream and puts it in place of `file` only when it is whole. Equal
 * content gives equal bytes. Throws `workbook.unwritable` when the system refuses the file.
 */
export async function writeWorkbook(
  file: string,
  sheets: readonly SheetContent[],
  options: WriteOptions = {},
): Promise<void> {
  if (sheets.length === 0) throw new RangeError('a workbook has at least one sheet')
  await writeZip(file, workbookParts(sheets, options.maxRows ?? MAX_ROWS))
}

async function* workbookParts(
  sheets: readonly SheetContent[],
  maxRows: number,
): AsyncGenerator<ZipPart> {
  const { toXml, firstFormat } = openStyleSheet('', MAIN_NAMESPACE)
  yield* leadingParts(toXml())
  const firstNames = freeNames(sheets)
  const written: WrittenSheet[] = []
  for (const [index, content] of sheets.entries()) {
    const rows = rowCursor(content.rows)
    let name = firstNames[index] ?? content.name
    do {
      written.push({ name, headerRow: headerRowOf(content) })
      const selected = written.length === 1
      const pieces = sheetXml({ content, rows, firstFormat, selected, maxRows })
      yield { name: sheetPartName(written.length), content: gathered(pieces) }
      name = freeSheetName(content.name, [...firstNames, ...written.map((sheet) => sheet.name)])
    } while (rows.ahead(1).length > 0)
  }
  yield* closingParts(written)
}

function freeNames(sheets: readonly SheetContent[]): string[] {
  const names: string[] = []
  for (const sheet of sheets) names.push(freeSheetName(sheet.name, names))
  return names
}
