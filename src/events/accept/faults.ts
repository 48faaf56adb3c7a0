import type { EventFault } from './event.ts'

/** What is wrong with the rows of a file. */
export interface FaultSummary {
  /** The first of them, in the order of the file. */
  readonly first: readonly EventFault[]
  /** All of them; a row may have several. */
  readonly total: number
  /** Rows with one at least. */
  readonly rows: number
}

/** Counts faults and keeps the first. */
export interface FaultTally {
  /** Takes the faults of one row. */
  add(faults: readonly EventFault[]): void
  summary(): FaultSummary
}

/** How many faults are told one by one. */
const MOST_TOLD = 100

/** An empty tally; it keeps a hundred faults however many there are. */
export function faultTally(): FaultTally {
  const first: EventFault[] = []
  let [total, rows] = [0, 0]
  return {
    add(faults) {
      if (faults.length === 0) return
      first.push(...faults.slice(0, MOST_TOLD - first.length))
      total += faults.length
      rows += 1
    },
    summary: () => ({ first: [...first], total, rows }),
  }
}
