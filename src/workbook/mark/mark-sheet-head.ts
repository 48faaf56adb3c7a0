import { columnIndex, columnLetters } from '../../lib/cell-address.ts'
import { nextTag, prefixOf } from './mark-xml.ts'
import { attribute, withAttribute, withoutAttribute } from './mark-xml-attribute.ts'

/** The farthest marked cell of a sheet, 1-based. */
export interface Extent {
  readonly rows: number
  readonly columns: number
}

/** What a sheet says of its columns before its first row. */
export interface SheetLayout {
  /** The format of the column's cells that have none of their own. */
  columnStyle(column: number): number
  /** In pixels of a screen at its usual size. */
  columnPixels(column: number): number
}

interface ColumnRange {
  readonly first: number
  readonly last: number
  readonly style: number
  readonly pixels: number
}

const DEFAULT_WIDTH = 8.43

/** What stands before a sheet's rows, no longer the open sheet and wide enough for `extent`. */
export function editedHead(head: string, extent: Extent | null): string {
  return editTags(head, (local, tag) => {
    if (local === 'sheetView') return withoutAttribute(tag, 'tabSelected')
    if (local === 'dimension' && extent) return grownDimension(tag, extent)
    return tag
  })
}

/** True when the sheet is among those selected when the workbook opens. */
export function isSelected(head: string): boolean {
  return /\stabSelected\s*=\s*["'](1|true)["']/.test(head)
}

/** The columns' formats and widths as the head of the sheet has them. */
export function layoutOf(head: string): SheetLayout {
  const ranges: ColumnRange[] = []
  let usualPixels = pixelsOf()
  editTags(head, (local, tag) => {
    const number = (name: string, fallback: number) => Number(attribute(tag, name) ?? fallback)
    if (local === 'sheetFormatPr') usualPixels = pixelsOf(number('defaultColWidth', DEFAULT_WIDTH))
    if (local === 'col') {
      const hidden = ['1', 'true'].includes(attribute(tag, 'hidden') ?? '')
      const width = hidden ? 0 : pixelsOf(number('width', DEFAULT_WIDTH))
      const last = number('max', 0) - 1
      ranges.push({ first: number('min', 0) - 1, last, style: number('style', 0), pixels: width })
    }
    return tag
  })
  const rangeOf = (column: number) =>
    ranges.find(({ first, last }) => first <= column && column <= last)
  return {
    columnStyle: (column) => rangeOf(column)?.style ?? 0,
    columnPixels: (column) => rangeOf(column)?.pixels ?? usualPixels,
  }
}

function editTags(xml: string, edit: (local: string, tag: string) => string): string {
  const pieces: string[] = []
  let from = 0
  for (let tag = nextTag(xml, from); tag !== null; tag = nextTag(xml, from)) {
    pieces.push(xml.slice(from, tag.start))
    const text = xml.slice(tag.start, tag.end)
    const local = tag.name.slice(prefixOf(tag.name).length)
    pieces.push(tag.kind === 'close' ? text : edit(local, text))
    from = tag.end
  }
  pieces.push(xml.slice(from))
  return pieces.join('')
}

/** Some readers drop cells outside the dimension a sheet declares. */
function grownDimension(tag: string, extent: Extent): string {
  const match = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/i.exec(attribute(tag, 'ref') ?? '')
  if (!match) return tag
  const [, left = 'A', top = '1', right = left, bottom = top] = match
  const columns = Math.max((columnIndex(right) ?? 0) + 1, extent.columns)
  const rows = Math.max(Number(bottom), extent.rows)
  return withAttribute(tag, 'ref', `A1:${columnLetters(columns - 1)}${rows}`)
}

/** Pixels of a column of that many characters; of a usual one when not given. */
export function pixelsOf(width = DEFAULT_WIDTH): number {
  return Math.round(width * 7) + 5
}
