import { isAscii } from 'node:buffer'
import type { EventFile } from '../event-file.ts'
import { type RowText, rowScanner } from './row-scanner.ts'

/** Takes delimited text apart into rows of cells. */
export interface CsvTokenizer {
  push(text: Buffer): void
  end(): void
}

/** Where the rows go. */
export interface CsvRowSink {
  /** A row of one cell or more; a line with nothing on it is none. */
  row(cells: readonly string[], place: CsvPlace): void
  /** A row in which text follows a closing quote. */
  unreadable(place: CsvPlace): void
}

/** Of the row that is being handed over; asked for while it is. */
export interface CsvPlace {
  /** The line in which it starts. */
  line(): number
  /** Bytes from its start to its end. */
  length(): number
  /** Its text as delivered. */
  raw(): string
}

export interface DelimitedText {
  readonly file: EventFile
  /** One ASCII character. */
  readonly delimiter: string
}

const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d

/**
 * A tokenizer for UTF-8 that comes in blocks. Most lines hold no quote and are split at once; a cell
 * keeps nothing of the file in memory but its own row. Lines end with LF, CR LF or CR.
 */
export function csvTokenizer({ file, delimiter }: DelimitedText, sink: CsvRowSink): CsvTokenizer {
  const mostPlainBytes = Math.min(file.limits.cellCharacters, file.limits.rowCharacters)
  const scan = rowScanner(file, delimiter.charCodeAt(0))
  const place: CsvPlace = {
    line: () => line,
    length: () => end - start,
    raw: () => bytes.toString('utf8', start, end),
  }
  let bytes: Buffer = Buffer.alloc(0)
  let encoding: RowText['encoding'] = 'latin1'
  let start = 0
  let end = 0
  let line = 1
  /** As much as there must be before a row that had no end is looked at again. */
  let awaitedBytes = 0

  function push(text: Buffer): void {
    bytes = start < bytes.length ? Buffer.concat([bytes.subarray(start), text]) : text
    start = 0
    encoding = isAscii(bytes) ? 'latin1' : 'utf8'
    if (bytes.length >= awaitedBytes) readRows(false)
  }

  function readRows(isLast: boolean): void {
    let quote = nextOf(QUOTE)
    let cr = nextOf(CR)
    while (start < bytes.length) {
      if (bytes[start] === LF) {
        start += 1
        line += 1
        continue
      }
      const lf = nextOf(LF)
      if (quote < start) quote = nextOf(QUOTE)
      if (cr < start) cr = nextOf(CR)
      const isPlain = lf < bytes.length && quote > lf && cr >= lf - 1
      if (isPlain && lf - start <= mostPlainBytes) plainRow(lf, cr)
      else if (!scannedRow(isLast)) return
    }
  }

  /** Beyond the end where there is none. */
  function nextOf(byte: number): number {
    const at = bytes.indexOf(byte, start)
    return at < 0 ? bytes.length : at
  }

  function plainRow(lf: number, cr: number): void {
    end = Math.min(cr, lf)
    if (end > start) sink.row(bytes.toString(encoding, start, end).split(delimiter), place)
    start = lf + 1
    line += 1
  }

  function scannedRow(isLast: boolean): boolean {
    const row = scan({ bytes, start, line, isLast, encoding })
    awaitedBytes = row === null ? 2 * (bytes.length - start) : 0
    if (row === null) return false
    end = row.end
    if (row.isUnreadable) sink.unreadable(place)
    else if (end > start) sink.row(row.cells, place)
    line += lineEnds(bytes.subarray(start, row.next))
    start = row.next
    return true
  }

  return { push, end: () => readRows(true) }
}

/** CR LF is one. */
function lineEnds(row: Buffer): number {
  let count = 0
  for (let at = 0; at < row.length; at += 1) {
    if (row[at] === LF || (row[at] === CR && row[at + 1] !== LF)) count += 1
  }
  return count
}
