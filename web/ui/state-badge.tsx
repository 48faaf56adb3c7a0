import { STATES } from '../words/state-words.ts'
import { useWords } from '../words/use-words.ts'
import styles from './badges.module.css'

/** A state of a collection, run, plan, finding or change. */
export type State = keyof typeof STATES

const TONES: Partial<Record<State, string>> = {
  ...{ complete: 'good', agreed: 'good', applied: 'good', verified: 'good', fixed: 'good' },
  ...{ partial: 'warn', held: 'warn', waiting: 'warn', differences: 'warn', moved: 'warn' },
  ...{ open: 'warn', interrupted: 'warn', 'partly-undone': 'warn', 'not-collected': 'warn' },
  ...{ failed: 'bad', running: 'busy', applying: 'busy', undoing: 'busy' },
}

/** Where something stands, by a mark and by its word; a state we have no word for is told as it is. */
export function StateBadge({ state }: { readonly state: string }) {
  const say = useWords(STATES)
  const word = isState(state) ? say[state] : state
  const tone = (isState(state) ? TONES[state] : undefined) ?? 'plain'
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      <span className={styles.mark} aria-hidden />
      <span className={styles.word}>{word}</span>
    </span>
  )
}

function isState(state: string): state is State {
  return Object.hasOwn(STATES, state)
}
