import { columnIndex, columnLetters } from '../../lib/cell-address.ts'
import { childElements, prefixOf, rootElement, type XmlElement } from './mark-xml.ts'
import { attribute, withAttribute, withoutAttribute } from './mark-xml-attribute.ts'

/** What to mark in one row, and which formats that takes. */
export interface RowMarks {
  /** 1-based. */
  readonly row: number
  /** 0-based. */
  readonly columns: ReadonlySet<number>
  /** The cell format that a cell without one of its own would have here. */
  readonly columnStyle: (column: number) => number
  readonly markedStyle: (base: number) => number
}

/** A row of a sheet with its marked cells in the marked format; cells that are missing are added. */
export function markedRow(xml: string, marks: RowMarks): string {
  const row = rootElement(xml)
  const cells = placedCells(xml, row)
  const missing = [...marks.columns].filter((column) => !cells.some((c) => c.column === column))
  const insertions = missing.sort((a, b) => a - b).map((column) => newCell(column))
  const pieces: string[] = [rowTag(row, insertions.length > 0)]
  let copied = row.contentStart
  for (const { element, column } of cells) {
    pieces.push(xml.slice(copied, element.start))
    while (insertions[0] && insertions[0].column < column)
      pieces.push(insertions.shift()?.xml ?? '')
    pieces.push(marks.columns.has(column) ? markedCell(element) : '')
    copied = marks.columns.has(column) ? element.start + element.tag.length : element.start
  }
  return closeRow()

  function closeRow(): string {
    const rest = insertions.map((insertion) => insertion.xml).join('')
    const after = cells.at(-1)?.element.end ?? row.contentStart
    pieces.push(xml.slice(copied, after), rest, xml.slice(after, row.contentEnd), `</${row.name}>`)
    return pieces.join('')
  }

  function markedCell({ tag }: XmlElement): string {
    return withAttribute(tag, 's', marks.markedStyle(Number(attribute(tag, 's') ?? 0)))
  }

  function newCell(column: number): { column: number; xml: string } {
    const name = `${prefixOf(row.name)}c`
    const own = attribute(row.tag, 'customFormat')
    const styled = own === '1' || own === 'true'
    const base = styled ? Number(attribute(row.tag, 's') ?? 0) : marks.columnStyle(column)
    const address = columnLetters(column) + marks.row
    return { column, xml: `<${name} r="${address}" s="${marks.markedStyle(base)}"/>` }
  }
}

/** A row for marked cells where the sheet has none; `prefix` is the one of the sheet's elements. */
export function newRow(prefix: string, marks: RowMarks): string {
  return markedRow(`<${prefix}row r="${marks.row}"></${prefix}row>`, marks)
}

interface PlacedCell {
  readonly element: XmlElement
  readonly column: number
}

function placedCells(xml: string, row: XmlElement): PlacedCell[] {
  const cells: PlacedCell[] = []
  let column = -1
  for (const element of childElements(xml, row)) {
    if (element.local !== 'c') continue
    const address = attribute(element.tag, 'r')
    const named = address === null ? null : columnIndex(address.replace(/\d+$/, ''))
    column = named ?? column + 1
    cells.push({ element, column })
  }
  return cells
}

/** The row's opening tag; its hint of where cells stand goes when cells are added. */
function rowTag(row: XmlElement, grows: boolean): string {
  const tag = grows ? withoutAttribute(row.tag, 'spans') : row.tag
  return tag.replace(/\s*\/>$/, '>')
}
