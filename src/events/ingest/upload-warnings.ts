import type { FileNature } from '../parse/row-stream.ts'

/** What a sender should know of a file that was taken in all the same. */
export type UploadWarning =
  /** No Unicode text: read as Windows-1252, which every text can be read as. */
  | { readonly code: 'encoding-guessed' }
  /** Sheets that are hidden were not read. */
  | { readonly code: 'sheets-hidden'; readonly sheets: readonly string[] }
  /** Its last event is yet to come. */
  | { readonly code: 'events-to-come'; readonly lastAt: string }

const CLOCKS_DIFFER_MS = 86_400_000

/** What is odd about a file; events a day ahead may be those of another clock. */
export function uploadWarnings(
  { encoding, hiddenSheets }: Pick<FileNature, 'encoding' | 'hiddenSheets'>,
  lastAt: Date | null,
  now: Date,
): UploadWarning[] {
  const isAhead = lastAt !== null && lastAt.getTime() > now.getTime() + CLOCKS_DIFFER_MS
  return [
    ...(encoding === 'windows-1252' ? [{ code: 'encoding-guessed' } as const] : []),
    ...(hiddenSheets.length > 0 ? [{ code: 'sheets-hidden', sheets: hiddenSheets } as const] : []),
    ...(isAhead ? [{ code: 'events-to-come', lastAt: lastAt.toISOString() } as const] : []),
  ]
}
