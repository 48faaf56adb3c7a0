import { AppError, type WorkbookLimit } from '../lib/errors.ts'

/** Bounds that keep a hostile or broken file from eating the machine. */
export interface WorkbookLimits {
  /** Of the file on disk. */
  readonly fileBytes: number
  /** Of any one part, unpacked. */
  readonly partBytes: number
  /** Unpacked over packed, of any one part larger than 1 MB unpacked. */
  readonly compressionRatio: number
  /** Non-blank cells of one sheet. */
  readonly cells: number
  readonly rowCharacters: number
  readonly cellCharacters: number
  readonly sharedStringCharacters: number
}

/** Far above any register seen, far below what hurts a machine. */
export const DEFAULT_LIMITS: WorkbookLimits = {
  fileBytes: 500_000_000,
  partBytes: 2_000_000_000,
  compressionRatio: 200,
  cells: 50_000_000,
  rowCharacters: 4_000_000,
  cellCharacters: 1_000_000,
  sharedStringCharacters: 100_000_000,
}

/** Ends the reading of a file in which something is found beyond its limit. */
export function refuseBeyond(limit: number, found: number, of: LimitedThing): void {
  if (found > limit) throw new AppError('workbook.too-large', { ...of, found, limit })
}

/** What is being counted, in which file. */
export interface LimitedThing {
  readonly file: string
  readonly what: WorkbookLimit
}
