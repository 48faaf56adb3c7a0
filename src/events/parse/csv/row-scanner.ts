import { beyondLimit, corrupt, type EventFile } from '../event-file.ts'

const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d

/** A stretch of delimited text in UTF-8, from which one row after another is read. */
export interface RowText {
  readonly bytes: Buffer
  /** Where the row starts, and its line. */
  readonly start: number
  readonly line: number
  /** Whether nothing follows. */
  readonly isLast: boolean
  readonly encoding: 'latin1' | 'utf8'
}

export interface ScannedRow {
  readonly cells: readonly string[]
  /** Where its text ends, and where the next row starts. */
  readonly end: number
  readonly next: number
  /** Whether text follows a closing quote, so that nobody can say what the cell was. */
  readonly isUnreadable: boolean
}

/** Reads the row that starts there; null when its end is not in the text yet. */
export type RowScanner = (text: RowText) => ScannedRow | null

/** A scanner of rows with quotes and all. A quote inside a cell that starts without one is a quote. */
export function rowScanner(file: EventFile, delimiter: number): RowScanner {
  function scan(text: RowText): ScannedRow | null {
    const { bytes, start, isLast } = text
    const cells: string[] = []
    let isUnreadable = false
    for (let from = start; ; ) {
      const close = bytes[from] === QUOTE ? closingQuote(text, from + 1) : from
      if (close === null) return refuseUnended(text, from)
      const end = plainEnd(bytes, close === from ? from : close + 1)
      if (end === bytes.length && !isLast) return refuseUnended(text, from)
      refuseLong(text, from, end)
      cells.push(close === from ? part(text, from, end) : quoted(text, from + 1, close))
      if (close > from && end > close + 1) isUnreadable = true
      if (bytes[end] === delimiter) {
        from = end + 1
        continue
      }
      if (bytes[end] === CR && end + 1 === bytes.length && !isLast) return null
      return { cells, end, next: end + lineEndBytes(bytes, end), isUnreadable }
    }
  }

  /** Where a cell ends that starts without a quote: at a delimiter, a line end, or the end of all. */
  function plainEnd(bytes: Buffer, from: number): number {
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at]
      if (byte === delimiter || byte === LF || byte === CR) return at
    }
    return bytes.length
  }

  /** What will be too long is so already; else the rest is waited for. */
  function refuseUnended(text: RowText, cellStart: number): null {
    const { bytes, line, isLast } = text
    refuseLong(text, cellStart, bytes.length)
    if (isLast) corrupt(file, { place: `line: ${line}`, reason: 'quote-never-closed' })
    return null
  }

  /** Characters are counted only where there are enough bytes for so many. */
  function refuseLong({ bytes, start, line }: RowText, cellStart: number, end: number): void {
    const { cellCharacters, rowCharacters } = file.limits
    const hasLonger = (from: number, characters: number) =>
      end - from > characters && bytes.toString('utf8', from, end).length > characters
    if (hasLonger(cellStart, cellCharacters)) beyondLimit(file, 'cell-characters', `line: ${line}`)
    if (hasLonger(start, rowCharacters)) beyondLimit(file, 'row-characters', `line: ${line}`)
  }

  return scan
}

/** Null when it is not there yet: a quote at the end of a block may be the first of two. */
function closingQuote({ bytes, isLast }: RowText, from: number): number | null {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] !== QUOTE) continue
    if (bytes[at + 1] === QUOTE) at += 1
    else return at + 1 < bytes.length || isLast ? at : null
  }
  return null
}

/** 0 at the end of all. */
function lineEndBytes(bytes: Buffer, end: number): number {
  if (end === bytes.length) return 0
  return bytes[end] === CR && bytes[end + 1] === LF ? 2 : 1
}

function part({ bytes, encoding }: RowText, from: number, end: number): string {
  return bytes.toString(encoding, from, end)
}

function quoted(text: RowText, from: number, end: number): string {
  return part(text, from, end).replaceAll('""', '"')
}
