import { useAuditCheck } from '../../api/use-access.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './access.module.css'
import { ACCESS } from './access-words.ts'

/** Walks the whole trail, and says whether and where it breaks. */
export function AuditCheck() {
  const say = useWords(ACCESS)
  const { number } = useFormat()
  const query = useAuditCheck(true)
  return (
    <Panel title={say.verify} query={query} minHeight={64}>
      {({ isWhole, entries, head, broken }) => (
        <div className={styles.checked} role="status">
          <strong className={isWhole ? styles.good : styles.bad}>
            {broken ? say.broken(number(broken.n)) : say.whole(number(entries))}
          </strong>
          <span>
            {say.headNote} <code>{head}</code>
          </span>
        </div>
      )}
    </Panel>
  )
}
