import { useRun } from '../../api/use-run.ts'
import { Panel } from '../../ui/panel.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './run.module.css'
import { RUN } from './run-page-words.ts'
import { SummaryValue } from './summary-value.tsx'

/** What came of a run, as its task tells it, made readable. */
export function RunSummary({ id }: { readonly id: number }) {
  const say = useWords(RUN)
  return (
    <Panel
      title={say.summary}
      query={useRun(id)}
      minHeight={90}
      missing={say.missing}
      empty={({ summary }) => (summary === null || summary === undefined ? say.noSummary : null)}
    >
      {({ summary }) => (
        <div className={styles.summary}>
          <SummaryValue value={summary} />
        </div>
      )}
    </Panel>
  )
}
