import { AppError } from '../../../lib/errors.ts'
import { trimSpace } from '../../../lib/text.ts'
import type { Delimiter } from '../../../workbook/csv/delimiter.ts'
import { beyondLimit, corrupt, type EventFile } from '../event-file.ts'
import type { RowBatcher } from '../row-batcher.ts'
import type { RowReader } from '../row-reader.ts'
import type { RowFault } from '../row-stream.ts'
import { type CsvPlace, csvTokenizer } from './csv-tokenizer.ts'

const TOO_MANY = { code: 'row.too-many-cells', reason: 'more-cells-than-headings' } as const
const UNREADABLE = { code: 'row.unreadable', reason: 'text-after-quote' } as const

export interface CsvReading {
  readonly file: EventFile
  readonly delimiter: Delimiter
  readonly batcher: RowBatcher
}

/**
 * Reads a delimited text whose first row is its headings. Fewer cells than headings are fine, more are
 * not: nobody can say which of them is too many. A row in which nothing stands is none.
 */
export function csvReader({ file, delimiter, batcher }: CsvReading): RowReader {
  let width: number | null = null

  function row(cells: readonly string[], place: CsvPlace): void {
    const line = place.line()
    if (line === 1 && delimiter.isDeclared) return
    if (cells[0]?.trim() === '' && cells.every((cell) => cell.trim() === '')) return
    if (width === null) begin(cells, line)
    else if (cells.length <= width) batcher.add({ line, values: cells }, place.length())
    else refuse(place, { ...TOO_MANY, values: cells })
  }

  function begin(headings: readonly string[], line: number): void {
    if (headings.length > file.limits.columns) beyondLimit(file, 'columns', `line: ${line}`)
    width = headings.length
    batcher.begin(headings.map(trimSpace))
  }

  function unreadable(place: CsvPlace): void {
    if (width !== null) refuse(place, UNREADABLE)
    else corrupt(file, { place: `line: ${place.line()}`, reason: UNREADABLE.reason })
  }

  function refuse(place: CsvPlace, fault: Omit<RowFault, 'line' | 'raw'>): void {
    batcher.refuse({ ...fault, line: place.line(), raw: place.raw() })
  }

  const tokenizer = csvTokenizer({ file, delimiter: delimiter.character }, { row, unreadable })
  return {
    push: tokenizer.push,
    end: () => {
      tokenizer.end()
      if (!batcher.hasBegun()) throw new AppError('file.empty', { file: file.name })
    },
  }
}
