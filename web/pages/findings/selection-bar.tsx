import { Button } from '@mantine/core'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/use-words.ts'
import { DecisionTools, type DecisionToolsProps } from './decision-tools.tsx'
import styles from './findings.module.css'
import { FINDINGS } from './findings-words.ts'
import type { Selection } from './use-selection.ts'

interface SelectionBarProps extends DecisionToolsProps {
  readonly selection: Selection
  readonly total: number
}

/** How many are chosen, and what is said of all of them at once. */
export function SelectionBar({ selection, total, ...tools }: SelectionBarProps) {
  const say = useWords(FINDINGS)
  const { number } = useFormat()
  const { kind, size } = selection
  return (
    <div className={styles.bulk}>
      <strong role="status">
        {kind === 'all' ? say.allOfFilter(number(size)) : say.selected(number(size))}
      </strong>
      {kind === 'some' && size < total && (
        <Button variant="subtle" size="compact-sm" onClick={selection.all}>
          {say.selectAll(number(total))}
        </Button>
      )}
      {size > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={selection.none}>
          {say.selectNone}
        </Button>
      )}
      {size > 0 && <DecisionTools {...tools} />}
    </div>
  )
}
