import type { Cell, Row } from '../cell.ts'
import { refuseBeyond, type WorkbookLimits } from '../workbook-limits.ts'
import type { Delimiter } from './delimiter.ts'

/** Makes rows of records as the parser finds them, and knows in which line each started. */
export interface RecordTaker {
  take(record: string[]): string[]
  pendingRows(): number
  takeRows(): readonly Row[]
  /** The line in which the next record starts. */
  line(): number
}

export interface RecordTaking {
  readonly file: string
  readonly delimiter: Delimiter
  readonly limits: WorkbookLimits
}

/** A taker for one file. An empty cell is blank; every other one is text, for csv knows no types. */
export function createRecordTaker({ file, delimiter, limits }: RecordTaking): RecordTaker {
  let rows: Row[] = []
  let line = 1
  let cellCount = 0

  function take(record: string[]): string[] {
    const cells: Cell[] = []
    const number = line
    let characters = 0
    line++
    for (const [column, text] of record.entries()) {
      if (text === '') continue
      cells[column] = { kind: 'text', text }
      cellCount++
      characters += text.length
      line += lineEnds(text)
      refuseBeyond(limits.cellCharacters, text.length, { file, what: 'cell-characters' })
    }
    refuseBeyond(limits.rowCharacters, characters, { file, what: 'row-characters' })
    refuseBeyond(limits.cells, cellCount, { file, what: 'cells' })
    if (number > 1 || !delimiter.isDeclared) rows.push({ number, cells })
    return record
  }

  function takeRows(): readonly Row[] {
    const taken = rows
    rows = []
    return taken
  }

  return { take, takeRows, pendingRows: () => rows.length, line: () => line }
}

function lineEnds(text: string): number {
  return text.includes('\n') || text.includes('\r') ? text.split(/\r\n|\n|\r/).length - 1 : 0
}
