import { Button, Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ApiProblem } from '../api/api-problem.ts'
import { UI } from '../words/ui-words.ts'
import { useWords } from '../words/use-words.ts'
import styles from './panel.module.css'

const LINE = 26

/** The shape of what is to come. */
export function PanelLoading({ height }: { readonly height: number }) {
  const say = useWords(UI)
  const lines = Math.max(1, Math.floor((height - 24) / LINE))
  return (
    <div role="status" aria-label={say.loading}>
      {Array.from({ length: lines }, (_, at) => (
        <Skeleton key={String(at)} height={12} mb={14} width={`${92 - ((at * 17) % 40)}%`} />
      ))}
    </div>
  )
}

/** Said while what was shown before stands in for what is on its way. */
export function PanelBefore() {
  const say = useWords(UI)
  return <span className={styles.note}>{say.loading}…</span>
}

/** Nothing, said in words. */
export function PanelEmpty({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.said}>{typeof children === 'string' ? <p>{children}</p> : children}</div>
  )
}

/** Why it could not be shown, what to tell who looks into it, and another try. */
export function PanelFault({
  problem,
  onRetry,
}: {
  readonly problem: ApiProblem
  readonly onRetry: () => void
}) {
  const say = useWords(UI)
  if (problem.isForbidden) {
    return <PanelEmpty>{problem.message || say.forbidden}</PanelEmpty>
  }
  return (
    <div className={styles.said} role="alert">
      <p className={styles.failed}>{problem.status === 0 ? say.unreachable : problem.message}</p>
      {problem.requestId !== null && (
        <code className={styles.request}>{say.request(problem.requestId)}</code>
      )}
      <Button size="compact-sm" variant="default" onClick={onRetry}>
        {say.retry}
      </Button>
    </div>
  )
}
