import { useFormat } from '../format/use-format.ts'
import { UI } from '../words/ui-words.ts'
import { useWords } from '../words/use-words.ts'
import styles from './figure.module.css'

interface DeltaProps {
  /** Null where there is nothing to compare with. */
  readonly change: number | null
  readonly percent?: number | null
  /** Whether more is neither good nor bad, which is the rule for counts. */
  readonly isNeutral?: boolean
}

/** How much a figure has changed; the sign says the direction, the colour only repeats it. */
export function Delta({ change, percent = null, isNeutral = false }: DeltaProps) {
  const format = useFormat()
  const say = useWords(UI)
  if (change === null)
    return <div className={`${styles.delta} ${styles.same}`}>{say.noPrevious}</div>
  const tone = isNeutral || change === 0 ? 'same' : change > 0 ? 'up' : 'down'
  return (
    <div className={`${styles.delta} ${styles[tone]}`}>
      {change === 0 ? '=' : format.signed(change)}
      {percent !== null && change !== 0 && ` (${format.percent(Math.abs(percent))})`}
    </div>
  )
}
