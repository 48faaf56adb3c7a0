import { Tooltip } from '@mantine/core'
import { useFormat } from '../format/use-format.ts'
import { UI } from '../words/ui-words.ts'
import { useWords } from '../words/use-words.ts'
import styles from './panel.module.css'

/** Said only where the answer could not be renewed: how old what is shown is. */
export function PanelAge({
  query,
}: {
  readonly query: {
    readonly data: unknown
    readonly error: unknown
    readonly dataUpdatedAt: number
  }
}) {
  const say = useWords(UI)
  const { clock } = useFormat()
  if (query.data === undefined || query.error === null) return null
  return (
    <Tooltip label={say.stale} multiline maw={260}>
      <span className={`${styles.note} ${styles.stale}`} role="status">
        {say.asked(clock(new Date(query.dataUpdatedAt)))}
      </span>
    </Tooltip>
  )
}
