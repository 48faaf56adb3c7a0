import { STATES } from '../../../words/state-words.ts'
import { useWords } from '../../../words/use-words.ts'
import styles from './ledger.module.css'
import { MARKS } from './ledger-cell.tsx'
import type { CellState } from './ledger-days.ts'
import { LEDGER } from './ledger-words.ts'

const SHOWN: readonly CellState[] = [
  ...([
    'complete',
    'imported',
    'partial',
    'held',
    'failed',
    'interrupted',
    'not-collected',
  ] as const),
]

/** What the marks of the ledger mean. */
export function LedgerLegend() {
  const say = useWords(LEDGER)
  const states = useWords(STATES)
  return (
    <div className={styles.legend}>
      <ul aria-label={say.legend}>
        {SHOWN.map((state) => (
          <li key={state}>
            <span className={styles.cell} data-state={state} aria-hidden>
              {MARKS[state]}
            </span>
            {state === 'imported' ? say.imported : states[state]}
          </li>
        ))}
      </ul>
      <span>{say.help}</span>
    </div>
  )
}
