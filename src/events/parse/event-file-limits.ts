/** Bounds that keep a hostile or broken file of events from eating the machine. */
export interface EventFileLimits {
  /** Of the file as it comes. */
  readonly fileBytes: number
  /** Of what a gzip file, or one part of a workbook, unpacks to. */
  readonly unpackedBytes: number
  /** Unpacked over packed, of whatever unpacks to more than a few megabytes. */
  readonly compressionRatio: number
  /** Different headings of a table, or keys of all objects of a JSON file. */
  readonly columns: number
  readonly rowCharacters: number
  readonly cellCharacters: number
}

/** Far above what anyone exports, far below what hurts a machine. */
export const DEFAULT_EVENT_FILE_LIMITS: EventFileLimits = {
  fileBytes: 16_000_000_000,
  unpackedBytes: 16_000_000_000,
  compressionRatio: 200,
  columns: 1_000,
  rowCharacters: 1_000_000,
  cellCharacters: 100_000,
}
