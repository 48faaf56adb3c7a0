import { useRun } from '../../api/use-run.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { useStepWord } from '../../words/use-step-word.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './run.module.css'
import { RUN } from './run-page-words.ts'

/** What a run did, step by step, and how long each took. */
export function RunSteps({ id }: { readonly id: number }) {
  const say = useWords(RUN)
  const stepWord = useStepWord()
  const { duration } = useFormat()
  return (
    <Panel
      title={say.steps}
      query={useRun(id)}
      minHeight={200}
      missing={say.missing}
      empty={({ steps }) => (steps.length === 0 ? say.noSteps : null)}
    >
      {({ steps }) => {
        const longest = Math.max(1, ...steps.map(({ ms }) => ms))
        return (
          <ol className={styles.steps}>
            {steps.map(({ name, ms }, at) => (
              <li key={`${at} ${name}`}>
                <span>{stepWord(name)}</span>
                <span className={styles.took}>{duration(ms)}</span>
                <span className={styles.bar} aria-hidden>
                  <span style={{ width: `${(ms / longest) * 100}%` }} />
                </span>
              </li>
            ))}
          </ol>
        )
      }}
    </Panel>
  )
}
