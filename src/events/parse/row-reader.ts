/** Finds the rows of a text that comes in blocks of UTF-8. */
export interface RowReader {
  push(text: Buffer): void
  /** After the last block: what was left open is read, or refused. */
  end(): void
}
