import { rawExcerpt } from './raw-excerpt.ts'
import type { DeliveredEvent, RowBatch, RowFault } from './row-stream.ts'

const BATCH_ROWS = 1000
const BATCH_BYTES = 1_000_000
/** What a cell takes in memory, be it empty. */
const CELL_BYTES = 8

/** Gathers rows to batches of a thousand, or fewer where they are long or another table begins. */
export interface RowBatcher {
  /** The columns of what follows. */
  begin(columns: readonly string[], sheet?: string | null): void
  /** Whether any columns were found. */
  hasBegun(): boolean
  /** More columns after those that were; rows before them are only shorter. */
  extend(columns: readonly string[]): void
  /** `characters`: about as many as the row had in the file. */
  add(row: DeliveredEvent, characters: number): void
  /** Its `raw` may be as long as the row is. */
  refuse(fault: RowFault): void
  /** The batches that are full. */
  take(): readonly RowBatch[]
  /** What is left after the last row. */
  takeRest(): readonly RowBatch[]
}

/** A batcher for one file. */
export function rowBatcher(): RowBatcher {
  let full: RowBatch[] = []
  let columns: readonly string[] = []
  let sheet: string | null = null
  let hasBegun = false
  let isUntold = false
  let rows: DeliveredEvent[] = []
  let faults: RowFault[] = []
  let bytes = 0

  /** Headings are told at least once, be it without any row. */
  function close(): void {
    if (rows.length + faults.length > 0 || isUntold) full.push({ columns, sheet, rows, faults })
    rows = []
    faults = []
    bytes = 0
    isUntold = false
  }

  function count(more: number): void {
    bytes += more
    if (rows.length + faults.length >= BATCH_ROWS || bytes >= BATCH_BYTES) close()
  }

  function take(): readonly RowBatch[] {
    const taken = full
    full = []
    return taken
  }

  return {
    begin: (next, onSheet = null) => {
      close()
      columns = next
      sheet = onSheet
      hasBegun = true
      isUntold = true
    },
    hasBegun: () => hasBegun,
    extend: (next) => {
      columns = next
    },
    add: (row, characters) => {
      rows.push(row)
      count(characters + CELL_BYTES * row.values.length)
    },
    refuse: (fault) => {
      faults.push({ ...fault, raw: rawExcerpt(fault.raw) })
      count(fault.raw.length + CELL_BYTES * (fault.values?.length ?? 0))
    },
    take,
    takeRest: () => {
      close()
      return take()
    },
  }
}
