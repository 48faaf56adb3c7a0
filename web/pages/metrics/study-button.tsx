import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type SeriesName, STUDIED, useStudy } from '../../api/use-metrics.ts'
import { useWho } from '../../api/use-session.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { RunProgress } from '../../ui/run-progress.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './metrics.module.css'
import { METRICS } from './metrics-words.ts'

/** Has a series studied now, and tells how that gets on. */
export function StudyButton({ series: { source, metric } }: { readonly series: SeriesName }) {
  const say = useWords(METRICS)
  const client = useQueryClient()
  const study = useStudy()
  if (!useWho().permissions.includes('analyse')) return null
  const renew = () => {
    for (const route of STUDIED) void client.invalidateQueries({ queryKey: [route] })
  }
  return (
    <div className={styles.stack}>
      <Button
        variant="default"
        size="compact-sm"
        loading={study.isPending}
        onClick={() => study.mutate({ body: { source, metric } })}
        style={{ alignSelf: 'flex-start' }}
      >
        {say.study}
      </Button>
      <ProblemAlert problem={study.error} isInline />
      <RunProgress run={study.data?.run ?? null} onEnd={renew} />
    </div>
  )
}
