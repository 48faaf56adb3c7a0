import { Link, useParams } from '@tanstack/react-router'
import { useRun } from '../../api/use-run.ts'
import { Page } from '../../ui/page.tsx'
import { useTaskWord } from '../../words/use-task-word.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './run.module.css'
import { RunLog } from './run-log.tsx'
import { RUN } from './run-page-words.ts'
import { RunSteps } from './run-steps.tsx'
import { RunStory } from './run-story.tsx'
import { RunSummary } from './run-summary.tsx'

/** One run: how it gets on or went, its steps, what came of it, and its log. */
export function RunPage() {
  const say = useWords(RUN)
  const taskWord = useTaskWord()
  const { id: said } = useParams({ strict: false }) as { id?: string } // this page's address has it
  const id = Number(said) || 0
  const { data } = useRun(id)
  return (
    <Page
      title={data ? say.title(taskWord(data.task), `${id}`) : `${say.run} ${said ?? ''}`}
      actions={<Link to="/runs">{say.all}</Link>}
    >
      <div className={styles.grid} key={id}>
        <RunStory id={id} />
        <RunSteps id={id} />
        <RunSummary id={id} />
        <RunLog id={id} isOver={data !== undefined && data.endedAt !== null} />
      </div>
    </Page>
  )
}
