import { UI } from '../words/ui-words.ts'
import { useWords } from '../words/use-words.ts'
import styles from './badges.module.css'

/** How grave a finding is. */
export type Severity = 'critical' | 'high' | 'medium' | 'low'

/** How grave something is, by a mark and by its word. */
export function SeverityBadge({ severity }: { readonly severity: Severity }) {
  const say = useWords(UI)
  return (
    <span className={`${styles.badge} ${styles[severity]}`}>
      <span className={`${styles.mark} ${styles.square}`} aria-hidden />
      <span className={styles.word}>{say[severity]}</span>
    </span>
  )
}
