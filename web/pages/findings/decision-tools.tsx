import { Button } from '@mantine/core'
import type { Finding } from '../../api/use-findings.ts'
import { useWords } from '../../words/use-words.ts'
import { DECIDE } from './decision-words.ts'
import styles from './findings.module.css'
import { FINDINGS } from './findings-words.ts'
import type { Kind } from './word-of.ts'

const ALL: readonly Kind[] = [
  ...(['accepted', 'fixed', 'acknowledged', 'assigned', 'noted', 'reopened'] as const),
]
/** Where it stands, these say nothing new. */
const NOT_IN: Partial<Record<Kind, readonly Finding['state'][]>> = {
  accepted: ['verified'],
  fixed: ['fixed', 'verified'],
  acknowledged: ['acknowledged', 'fixed', 'accepted', 'verified'],
  reopened: ['open', 'verified'],
}

export interface DecisionToolsProps {
  readonly onDecide: (kind: Kind) => void
  readonly mayDecide: boolean
}

/** What can be said of findings: of one, as it stands, or of those that are chosen. */
export function DecisionTools({
  onDecide,
  mayDecide,
  state,
}: DecisionToolsProps & { readonly state?: Finding['state'] }) {
  const say = useWords(DECIDE)
  const { mayNot } = useWords(FINDINGS)
  if (!mayDecide) return <p className={`${styles.said} ${styles.dim}`}>{mayNot}</p>
  const kinds = ALL.filter((kind) => state === undefined || !NOT_IN[kind]?.includes(state))
  return (
    <div className={styles.tools}>
      {kinds.map((kind) => (
        <Button key={kind} variant="default" size="compact-sm" onClick={() => onDecide(kind)}>
          {say[kind]}
        </Button>
      ))}
    </div>
  )
}
