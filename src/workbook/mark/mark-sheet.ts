import { type MarkedCells, markBatch, type RowMarker, rowMarker } from './mark-rows.ts'
import { type Extent, editedHead, layoutOf, type SheetLayout } from './mark-sheet-head.ts'
import { withDrawing } from './mark-sheet-tail.ts'
import { nextTag, prefixOf, type XmlTag } from './mark-xml.ts'

export interface SheetMarking {
  readonly cells: MarkedCells
  /** The cell format that is `base` with the fill of a marked cell. */
  readonly markedStyle: (base: number) => number
  /** Id to use for the sheet's legacy drawing when it has none. */
  readonly freeDrawingId: string
  /** Namespace of relationships in the workbook's dialect. */
  readonly relationships: string
}

/** What is known of a sheet once it has been copied to its end. */
export interface CopiedSheet {
  readonly layout: SheetLayout
  readonly drawingId: string
}

/** A sheet being copied: `pieces` first, to their end, then `outcome`. */
export interface SheetCopy {
  readonly pieces: AsyncGenerator<string>
  outcome(): CopiedSheet
}

/** More than this of one row, or of what stands before or after the rows, is no honest sheet. */
const MAX_HELD = 64_000_000

/** Copies a sheet row by row, marking cells on the way; without marks it is only closed. */
export function copySheet(source: AsyncIterable<string>, marking: SheetMarking): SheetCopy {
  let copied: CopiedSheet | null = null
  return {
    pieces: copyPieces(),
    outcome() {
      if (copied === null) throw new Error('the sheet has not been copied to its end')
      return copied
    },
  }

  async function* copyPieces(): AsyncGenerator<string> {
    const text = openText(source)
    const { head, open, tag } = await readHead(text)
    const layout = layoutOf(head)
    const prefix = prefixOf(open.name)
    yield editedHead(head, extentOf(marking.cells))
    yield tag.replace(/\s*\/>$/, '>')
    const { cells, markedStyle } = marking
    const { columnStyle } = layout
    const rows = rowMarker({ cells, markedStyle, columnStyle, prefix })
    if (open.kind === 'open') yield* copyRows(text, rows, prefix)
    yield `${rows.rest()}</${open.name}>`
    const tail = await restOf(text)
    const drawing = { id: marking.freeDrawingId, prefix, relationships: marking.relationships }
    const ended =
      marking.cells.size > 0 ? withDrawing(tail, drawing) : { text: tail, drawingId: '' }
    yield ended.text
    copied = { layout, drawingId: ended.drawingId }
  }
}

/** Text that grows as it is read; what was dealt with is dropped from its front. */
interface GrowingText {
  held: string
  /** Reads one more piece; false at the end. */
  grow(): Promise<boolean>
}

function openText(source: AsyncIterable<string>): GrowingText {
  const iterator = source[Symbol.asyncIterator]()
  const text: GrowingText = {
    held: '',
    async grow() {
      const step = await iterator.next()
      if (step.done) return false
      text.held += step.value
      if (text.held.length > MAX_HELD) throw new SyntaxError('row-without-end')
      return true
    },
  }
  return text
}

async function readHead(text: GrowingText): Promise<{ head: string; open: XmlTag; tag: string }> {
  for (let from = 0; ; ) {
    const tag = nextTag(text.held, from)
    if (tag === null) {
      if (!(await text.grow())) throw new SyntaxError('no-rows-section')
      continue
    }
    from = tag.end
    if (tag.kind === 'close' || tag.name !== `${prefixOf(tag.name)}sheetData`) continue
    const head = text.held.slice(0, tag.start)
    const opening = text.held.slice(tag.start, tag.end)
    text.held = text.held.slice(tag.end)
    return { head, open: tag, tag: opening }
  }
}

/** Copies rows up to the end of their section, which is taken from the text but not copied. */
async function* copyRows(
  text: GrowingText,
  rows: RowMarker,
  prefix: string,
): AsyncGenerator<string> {
  for (;;) {
    const batch = markBatch(text.held, rows, prefix)
    text.held = text.held.slice(batch.taken)
    yield batch.text
    if (batch.ended) return
    if (!(await text.grow())) throw new SyntaxError('rows-never-closed')
  }
}

async function restOf(text: GrowingText): Promise<string> {
  while (await text.grow());
  return text.held
}

function extentOf(cells: MarkedCells): Extent | null {
  if (cells.size === 0) return null
  let rows = 0
  let columns = 0
  for (const [row, marked] of cells) {
    rows = Math.max(rows, row)
    for (const column of marked) columns = Math.max(columns, column + 1)
  }
  return { rows, columns }
}
