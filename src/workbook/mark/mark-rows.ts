import { markedRow, newRow, type RowMarks } from './mark-row.ts'
import { nextTag, type XmlTag } from './mark-xml.ts'
import { attribute } from './mark-xml-attribute.ts'

/** Marked cells of a sheet: 1-based row, then 0-based columns. */
export type MarkedCells = ReadonlyMap<number, ReadonlySet<number>>

export interface SheetRows extends Pick<RowMarks, 'columnStyle' | 'markedStyle'> {
  readonly cells: MarkedCells
  /** Of the sheet's elements, with its colon. */
  readonly prefix: string
}

/** Sees the rows of a sheet in order and marks those that have marks. */
export interface RowMarker {
  /** The row from `tag` to `end` marked, with rows that were missing before it; null: copy it as it is. */
  mark(held: string, tag: XmlTag, end: number): string | null
  /** The marked rows that come after the sheet's last. */
  rest(): string
}

/** Opens the marking of one sheet's rows. */
export function rowMarker(sheet: SheetRows): RowMarker {
  const { cells, prefix } = sheet
  const waiting = [...cells.keys()].sort((a, b) => a - b)
  const added = new Set<number>()
  let current = 0

  return {
    mark(held, tag, end) {
      current = Number(attribute(held.slice(tag.start, tag.end), 'r') ?? current + 1)
      if (added.has(current)) throw new SyntaxError(`row-out-of-order: ${current}`)
      const missing = addRows(current)
      const marked = cells.has(current)
      if (missing === '' && !marked) return null
      if (waiting[0] === current) waiting.shift()
      const row = held.slice(tag.start, end)
      return missing + (marked ? markedRow(row, marksOf(current)) : row)
    },
    rest: () => addRows(Number.POSITIVE_INFINITY),
  }

  function addRows(before: number): string {
    let rows = ''
    for (let row = waiting[0]; row !== undefined && row < before; row = waiting[0]) {
      waiting.shift()
      added.add(row)
      rows += newRow(prefix, marksOf(row))
    }
    return rows
  }

  function marksOf(row: number): RowMarks {
    const columns = cells.get(row) ?? new Set()
    return { ...sheet, row, columns }
  }
}

export interface Batch {
  readonly text: string
  /** How much of the text was dealt with. */
  readonly taken: number
  readonly ended: boolean
}

/** All rows that stand complete in `held`, marked; unmarked ones are copied in one stroke. */
export function markBatch(held: string, rows: RowMarker, prefix: string): Batch {
  const pieces: string[] = []
  let copied = 0
  let from = 0
  for (let tag = nextTag(held, 0); tag !== null; tag = nextTag(held, from)) {
    if (tag.kind === 'close' && tag.name === `${prefix}sheetData`) {
      pieces.push(held.slice(copied, tag.start))
      return { text: pieces.join(''), taken: tag.end, ended: true }
    }
    const end = tag.name === `${prefix}row` ? rowEnd(held, tag) : tag.end
    if (end === null) break
    if (tag.name === `${prefix}row`) {
      const replaced = rows.mark(held, tag, end)
      if (replaced !== null) {
        pieces.push(held.slice(copied, tag.start), replaced)
        copied = end
      }
    }
    from = end
  }
  pieces.push(held.slice(copied, from))
  return { text: pieces.join(''), taken: from, ended: false }
}

function rowEnd(held: string, open: XmlTag): number | null {
  if (open.kind === 'empty') return open.end
  const close = held.indexOf(`</${open.name}`, open.end)
  if (close < 0) return null
  const end = held.indexOf('>', close)
  if (end < 0) return null
  return held.slice(open.end, close).includes('<!') ? slowRowEnd(held, open) : end + 1
}

/** For rows with comments or character data, where a closing tag may be mere text. */
function slowRowEnd(held: string, open: XmlTag): number | null {
  for (let from = open.end; ; ) {
    const tag = nextTag(held, from)
    if (tag === null) return null
    if (tag.kind === 'close' && tag.name === open.name) return tag.end
    from = tag.end
  }
}
