import type { Cell } from '../cell.ts'
import { refuseBeyond, type WorkbookLimits } from '../workbook-limits.ts'
import type { PartSource } from '../zip/part-source.ts'
import { type CellContext, type RawCell, toCell } from './cell-value.ts'

/** Depths of what a cell holds, and of the runs of its text. */
const CONTENT = 5
const RUN = 6

/** Takes in what stands inside one `<c>` after another. */
export interface CellReader {
  start(type: string, style: number): void
  open(name: string, depth: number): void
  text(read: () => string): void
  close(): void
  finish(): Cell | { readonly fault: string }
}

/** What the text being read is of. */
type Sink = 'value' | 'formula' | 'inline' | 'nothing'

/** A reader for the cells of one sheet. */
export function createCellReader(
  { file }: PartSource,
  context: CellContext,
  limits: WorkbookLimits,
): CellReader {
  const raw: RawCell = { type: '', style: 0, value: null, inline: null, formula: null }
  let sink: Sink = 'nothing'
  let isRun = false

  function start(type: string, style: number): void {
    raw.type = type
    raw.style = style
    raw.value = null
    raw.inline = null
    raw.formula = null
    sink = 'nothing'
  }

  function open(name: string, depth: number): void {
    sink = 'nothing'
    if (depth === CONTENT) openContent(name)
    else if (raw.inline !== null) {
      if (depth === RUN) isRun = name === 'r'
      if (name === 't' && (depth === RUN || isRun)) sink = 'inline'
    }
  }

  function openContent(name: string): void {
    if (name === 'v') {
      sink = 'value'
      raw.value = ''
    } else if (name === 'f') {
      sink = 'formula'
      raw.formula = ''
    } else if (name === 'is') raw.inline = ''
  }

  function text(read: () => string): void {
    if (sink === 'value') raw.value = joined(raw.value, read())
    else if (sink === 'inline') raw.inline = joined(raw.inline, read())
    else if (sink === 'formula') raw.formula = joined(raw.formula, read())
  }

  function joined(before: string | null, piece: string): string {
    const text = before ? before + piece : piece
    if (text.length > limits.cellCharacters) {
      refuseBeyond(limits.cellCharacters, text.length, { file, what: 'cell-characters' })
    }
    return text
  }

  function close(): void {
    sink = 'nothing'
  }

  return { start, open, text, close, finish: () => toCell(raw, context) }
}
