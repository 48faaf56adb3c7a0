import type { Answer } from '../../../api/call.ts'
import { addDays, type Day, daysBetween } from '../../../format/day.ts'
import { dayOfInstant } from '../../../format/instant.ts'

/** One source's day as the server tells it. */
export type LedgerEntry = Answer<'listDays'>['items'][number]

/** How a cell of the ledger stands. */
export type CellState =
  | 'complete'
  | 'partial'
  | 'held'
  | 'failed'
  | 'interrupted'
  | 'imported'
  | 'not-collected'

export interface LedgerRow {
  readonly source: string
  /** One for each day, the oldest first; null where it was never tried. */
  readonly cells: readonly (LedgerEntry | null)[]
}

/** The ledger as a calendar: every source on every day, the oldest day first. */
export function ledgerRows(ledger: Answer<'listDays'>): {
  readonly days: readonly Day[]
  readonly rows: readonly LedgerRow[]
} {
  const { from, to, sources, items } = ledger
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at))
  const byKey = new Map(items.map((entry) => [`${entry.day} ${entry.source}`, entry]))
  const rows = sources.map((source) => ({
    source,
    cells: days.map((day) => byKey.get(`${day} ${source}`) ?? null),
  }))
  return { days, rows }
}

/** What a cell shows: a day that was taken in on a later one was imported. */
export function cellState(entry: LedgerEntry | null, timeZone: string): CellState {
  if (entry === null) return 'not-collected'
  const state = isState(entry.state) ? entry.state : 'interrupted'
  const isLater = dayOfInstant(entry.startedAt, timeZone) > entry.day
  return state === 'complete' && isLater ? 'imported' : state
}

const STATES = ['complete', 'partial', 'held', 'failed', 'interrupted'] as const

function isState(state: string): state is (typeof STATES)[number] {
  return STATES.some((known) => known === state)
}
