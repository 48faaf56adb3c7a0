import type { Row } from '../cell.ts'
import { refuseBeyond, type WorkbookLimits } from '../workbook-limits.ts'
import { attribute, numberAttribute } from '../xml/xml-attributes.ts'
import type { XmlHandler, XmlTag } from '../xml/xml-scanner.ts'
import { corrupt, type PartSource } from '../zip/part-source.ts'
import { createCellReader } from './cell-reader.ts'
import { type CellTag, readCellLook, readCellPlace } from './cell-tag.ts'
import type { CellContext } from './cell-value.ts'
import { createRowBuilder } from './sheet-row.ts'

const MOST_MERGES = 1_000_000

/** Depths of `sheetData` and its like, of `row`, and of `c`. */
const GROUP = 2
const ROW = 3
const CELL = 4

/** Gathers the rows of a sheet while it is scanned. */
export interface SheetHandler extends XmlHandler {
  /** How many rows are finished and not yet taken. */
  pendingRows(): number
  takeRows(): readonly Row[]
  merges(): readonly string[]
  /** The last row the sheet says it has, 1-based; null when it does not say. */
  declaredRows(): number | null
}

export interface SheetScan {
  readonly source: PartSource
  readonly context: CellContext
  readonly limits: WorkbookLimits
  /** 0-based columns to read; null: all of them. */
  readonly only: ReadonlySet<number> | null
}

/** A handler for the part of one sheet. */
export function createSheetHandler({ source, context, limits, only }: SheetScan): SheetHandler {
  const builder = createRowBuilder(source, limits)
  const reader = createCellReader(source, context, limits)
  const cellTag: CellTag = { column: -1, row: -1, style: 0, type: '' }
  const merges: string[] = []
  let rows: Row[] = []
  let declared: number | null = null
  let group = ''
  let inside: 'sheet' | 'row' | 'cell' = 'sheet'

  function open(tag: XmlTag, depth: number): void {
    if (inside === 'cell') reader.open(tag.name, depth)
    else if (inside === 'row') {
      if (depth === CELL && tag.name === 'c') openCell(tag)
    } else if (depth === GROUP) openGroup(tag)
    else if (depth === ROW && group === 'sheetData' && tag.name === 'row') openRow(tag)
    else if (depth === ROW && tag.name === 'mergeCell') merges.push(mergedRange(tag, source))
  }

  function openGroup(tag: XmlTag): void {
    group = tag.name
    if (group === 'dimension') declared = lastRow(attribute(tag, 'ref', source))
  }

  function openRow(tag: XmlTag): void {
    builder.startRow(numberAttribute(tag, 'r', source))
    inside = 'row'
  }

  function openCell(tag: XmlTag): void {
    readCellPlace(tag, cellTag, source)
    const column = builder.startCell(cellTag.column, cellTag.row)
    tag.isUnwanted = only !== null && !only.has(column)
    if (tag.isUnwanted) return
    readCellLook(tag, cellTag, source)
    reader.start(cellTag.type, cellTag.style)
    inside = 'cell'
  }

  function close(_name: string, depth: number): void {
    if (inside === 'cell' && depth > CELL) reader.close()
    else if (inside === 'cell') {
      builder.addCell(reader.finish())
      inside = 'row'
    } else if (inside === 'row' && depth === ROW) {
      rows.push(builder.endRow())
      inside = 'sheet'
    } else if (depth === ROW) {
      refuseBeyond(MOST_MERGES, merges.length, { file: source.file, what: 'merged-ranges' })
    }
  }

  function text(read: () => string): void {
    if (inside === 'cell') reader.text(read)
  }

  function takeRows(): readonly Row[] {
    const taken = rows
    rows = []
    return taken
  }

  return {
    ...{ open, close, text, takeRows },
    pendingRows: () => rows.length,
    merges: () => merges,
    declaredRows: () => declared,
  }
}

/** Row of the last cell of a range. @example lastRow('A1:I12709') // => 12709 */
function lastRow(range: string | null): number | null {
  const digits = /\d+$/u.exec(range ?? '')
  return digits ? Number(digits[0]) : null
}

function mergedRange(tag: XmlTag, source: PartSource): string {
  return attribute(tag, 'ref', source) ?? corrupt(source, 'merge-without-address')
}
