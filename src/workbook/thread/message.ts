import type { ErrorCode, ErrorDetails } from '../../lib/errors.ts'
import type { OpenedWorkbook, Sheet } from '../opened-workbook.ts'
import type { PackedRows } from './packed-rows.ts'

/** Asks for the next rows of a sheet. A number not heard before begins a reading of its own. */
export interface Asked {
  readonly reading: number
  readonly sheet: number
  readonly only: ReadonlySet<number> | undefined
}

/** What the thread says once by itself, and then once for each time it is asked. */
export type Told = ToldOpened | ToldRows | ToldEnd | ToldFailure

/** The workbook could be opened. */
export interface ToldOpened {
  readonly kind: 'opened'
  readonly workbook: Pick<OpenedWorkbook, 'format' | 'hash' | 'bytes' | 'date1904'>
  readonly sheets: readonly Pick<Sheet, 'name' | 'hidden'>[]
}

/** Of which reading, and what the sheet says of itself by now. */
interface ToldOfSheet {
  readonly reading: number
  readonly declaredRows: number | null
}

export interface ToldRows extends ToldOfSheet {
  readonly kind: 'rows'
  readonly rows: PackedRows
}

export interface ToldEnd extends ToldOfSheet {
  readonly kind: 'end'
  readonly merges: readonly string[]
}

/** A named failure, of the opening where there is no reading. Any other ends the thread. */
export interface ToldFailure {
  readonly kind: 'failure'
  readonly reading: number | null
  readonly code: ErrorCode
  readonly details: ErrorDetails[ErrorCode]
}
