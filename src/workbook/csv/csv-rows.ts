import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { AppError } from '../../lib/errors.ts'
import type { Row } from '../cell.ts'
import type { WorkbookLimits } from '../workbook-limits.ts'
import type { Delimiter } from './delimiter.ts'
import { createRecordTaker } from './record-taker.ts'

const BATCH_ROWS = 500
const MOST_BYTES_PER_CHARACTER = 4

/** A delimited text, decoded and in pieces of any size. */
export interface CsvText {
  readonly file: string
  readonly text: AsyncIterable<string>
  readonly delimiter: Delimiter
  readonly limits: WorkbookLimits
}

/** The rows of a delimited text in batches; each has the number of the line it starts in. */
export async function* csvRows(csv: CsvText): AsyncGenerator<readonly Row[]> {
  const { text, delimiter, limits } = csv
  const taker = createRecordTaker(csv)
  const source = Readable.from(text)
  const parser = parse({
    delimiter: delimiter.character,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: limits.rowCharacters * MOST_BYTES_PER_CHARACTER,
    on_record: taker.take,
  })
  source.on('error', (error) => parser.destroy(error))
  try {
    for await (const _ of source.pipe(parser)) {
      if (taker.pendingRows() >= BATCH_ROWS) yield taker.takeRows()
    }
  } catch (error) {
    throw error instanceof CsvError ? csvFault(error, taker.line(), csv) : error
  } finally {
    source.destroy()
  }
  if (taker.pendingRows() > 0) yield taker.takeRows()
}

function csvFault(error: CsvError, line: number, { file, limits }: CsvText): AppError {
  const part = `line: ${line}`
  if (error.code === 'CSV_MAX_RECORD_SIZE' && !spansLines(error, line)) {
    const limit = limits.rowCharacters
    const found = limit * MOST_BYTES_PER_CHARACTER
    return new AppError('workbook.too-large', { file, what: 'row-characters', found, limit })
  }
  return new AppError('workbook.corrupt', { file, part, reason: reasonOf(error) }, { cause: error })
}

/** A row too long that goes on over lines is one whose quote was never closed. */
function spansLines(error: CsvError, line: number): boolean {
  return Number(error.lines) > line
}

function reasonOf({ code }: CsvError): string {
  return code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
    ? 'quote-never-closed'
    : 'quote-inside-cell'
}
