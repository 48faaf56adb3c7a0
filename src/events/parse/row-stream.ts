/** A value as it was delivered: text of a delimited file, or typed as JSON and workbooks have it. */
export type CellValue = string | number | boolean | null

/** One row as it was delivered. */
export interface DeliveredEvent {
  /** Where it begins: the line of a text file from 1, the row of a sheet, the place in a JSON array from 1. */
  readonly line: number
  /** By the columns of its batch; shorter where cells at the end are missing. */
  readonly values: readonly CellValue[]
}

/** Rows that follow each other and have the same columns. */
export interface RowBatch {
  /**
   * Headings as delivered, trimmed; '' where there is none. The same array for as long as the columns
   * are the same. Objects of JSON that bring new keys make it a longer array that starts as the one
   * before; it is empty while no object could be read.
   */
  readonly columns: readonly string[]
  /** The sheet of a workbook; null elsewhere. */
  readonly sheet: string | null
  /** At most a thousand. None, in one batch, where a table has headings and nothing below them. */
  readonly rows: readonly DeliveredEvent[]
  /** Of the same stretch of the file, in its order. */
  readonly faults: readonly RowFault[]
}

/** A row that cannot be read as one, whatever its cells say. It costs that row and no other. */
export interface RowFault {
  readonly line: number
  readonly code: 'row.too-many-cells' | 'row.unreadable'
  readonly reason: RowFaultReason
  /** What stood there, cut at 200 characters. */
  readonly raw: string
  /** All its cells, where they could be told apart: of a row with too many. */
  readonly values?: readonly CellValue[]
}

/** Why a row is none; `failureWords` has the sentence. */
export type RowFaultReason =
  | 'more-cells-than-headings'
  | 'text-after-quote'
  | 'json-broken'
  | 'no-object'
  | 'nested-too-deep'
  | 'key-twice'

export type EventFormat = 'csv' | 'json' | 'ndjson' | 'xlsx'

export type EventEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** What a file turned out to be. */
export interface FileNature {
  readonly format: EventFormat
  /** Null for a workbook. */
  readonly encoding: EventEncoding | null
  /** Of delimited text: a comma, semicolon, tab or bar, or what its line `sep=` says; null elsewhere. */
  readonly delimiter: string | null
  readonly isGzip: boolean
  /** Sheets that are hidden and therefore were not read. */
  readonly hiddenSheets: readonly string[]
}

/** A file of events opened for reading. */
export interface RowStream {
  /** As far as it is known: the encoding of a text may show only where its first accent stands. */
  nature(): FileNature
  /**
   * The rows in the order of the file; to be asked for once. Ends with an `AppError` (`file.empty`,
   * `file.corrupt`, `file.undecodable`, `file.too-large`, `workbook.encrypted`...) where the file cannot be
   * read on. What came before it was rightly read, but is not all.
   */
  batches(): AsyncIterable<RowBatch>
  /** Bytes of the file that have been taken so far, for progress. */
  bytesRead(): number
  /** Frees what the reading holds; for whoever does not read to the end. May be called again. */
  close(): Promise<void>
}
