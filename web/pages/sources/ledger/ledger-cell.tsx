import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../format/use-format.ts'
import { STATES } from '../../../words/state-words.ts'
import { useWords } from '../../../words/use-words.ts'
import styles from './ledger.module.css'
import { type CellState, cellState, type LedgerEntry } from './ledger-days.ts'
import { LEDGER } from './ledger-words.ts'

/** A mark for each state, so that colour never says it alone. */
export const MARKS: Readonly<Record<CellState, string>> = {
  complete: '✓',
  partial: '◐',
  held: '!',
  failed: '✕',
  interrupted: '↯',
  imported: '↓',
  'not-collected': '·',
}

interface LedgerCellProps {
  readonly entry: LedgerEntry | null
  readonly source: string
  readonly day: string
  /** Row and column, by which the arrows find it. */
  readonly place: string
  readonly isStop: boolean
  readonly onFocus: () => void
}

/** One source on one day, opening into what came. */
export function LedgerCell({ entry, source, day, place, isStop, onFocus }: LedgerCellProps) {
  const say = useWords(LEDGER)
  const format = useFormat()
  const state = cellState(entry, format.timeZone)
  const told = useTold()
  const label = [say.cell(source, format.day(day), told.state(state)), ...told.more(entry)].join(
    ', ',
  )
  const shared = {
    className: styles.cell,
    'data-state': state,
    'data-at': place,
    'data-later': entry?.later ? '' : undefined,
    'data-month-end': entry?.isMonthEnd ? '' : undefined,
    'aria-label': label,
    title: label,
    tabIndex: isStop ? 0 : -1,
    onFocus,
  }
  return (
    <td>
      {entry === null ? (
        <span role="img" {...shared}>
          {MARKS[state]}
        </span>
      ) : (
        <Link
          to="."
          search={(before: object) => ({ ...before, collection: entry.collection }) as never}
          resetScroll={false}
          {...shared}
        >
          {MARKS[state]}
        </Link>
      )}
    </td>
  )
}

function useTold() {
  const say = useWords(LEDGER)
  const states = useWords(STATES)
  const { number } = useFormat()
  const state = (name: CellState) => (name === 'imported' ? say.imported : states[name])
  const later = (entry: LedgerEntry) =>
    entry.later && Object.hasOwn(states, entry.later.state)
      ? [say.laterTry(states[entry.later.state as keyof typeof STATES])] // looked up just before
      : []
  return {
    state,
    more: (entry: LedgerEntry | null): string[] =>
      entry === null
        ? []
        : [
            say.records(number(entry.records)),
            ...(entry.rejected > 0 ? [say.refused(number(entry.rejected))] : []),
            ...(entry.isMonthEnd ? [say.monthEnd] : []),
            ...later(entry),
          ],
  }
}
