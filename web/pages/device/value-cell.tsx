import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './device.module.css'
import type { Described } from './device-reading.ts'
import { DEVICE } from './device-words.ts'
import { FieldValue } from './field-value.tsx'

interface ValueCellProps {
  readonly field: Described['fields'][number]
  /** The record whose word it is. */
  readonly of: string
}

/** What one record says of one field: whether it stands, why not, and since when it says so. */
export function ValueCell({ field, of }: ValueCellProps) {
  const say = useWords(DEVICE)
  if (field.kind === 'not-kept') return <td className={styles.dim}>–</td>
  if (field.kind === 'won' && field.winner.ref === of) {
    const { value, since } = field.winner
    return (
      <td className={styles.winner} data-winner>
        <strong>
          <FieldValue field={field.field} value={value} />
        </strong>
        <span className={styles.small}>
          <span className={styles.stands}>✓ {say.stands}</span>
          <Since day={since} />
        </span>
      </td>
    )
  }
  const lost = field.losers.find(({ ref }) => ref === of)
  if (!lost) return <td className={styles.dim}>–</td>
  return (
    <td className={lost.agrees ? undefined : styles.differs}>
      <FieldValue field={field.field} value={lost.value} />
      <span className={styles.small}>
        <span>{lost.agrees ? say.agrees : say[lost.because]}</span>
        <Since day={lost.since} />
      </span>
    </td>
  )
}

function Since({ day: since }: { readonly day: string | null }) {
  const say = useWords(DEVICE)
  const { day } = useFormat()
  return since === null ? null : <span>{say.since(day(since))}</span>
}
