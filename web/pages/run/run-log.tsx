import { Button } from '@mantine/core'
import { type LogEntry, useRunLog } from '../../api/use-runs.ts'
import { useFormat } from '../../format/use-format.ts'
import { DataScroll } from '../../ui/data-scroll.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useStepWord } from '../../words/use-step-word.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './run.module.css'
import { RUN } from './run-page-words.ts'
import { isObject } from './summary-shape.ts'

interface RunLogProps {
  readonly id: number
  readonly isOver: boolean
}

/** What happened in a run, in its order. */
export function RunLog({ id, isOver }: RunLogProps) {
  const say = useWords(RUN)
  const { query, entries, more } = useRunLog(id, isOver)
  return (
    <Panel
      title={say.log}
      query={query}
      minHeight={90}
      missing={say.missing}
      empty={() => (entries.length === 0 ? say.noLog : null)}
    >
      {() => (
        <>
          <DataScroll className={styles.log} label={say.entries}>
            <ol>
              {entries.map((entry) => (
                <Entry key={entry.n} entry={entry} />
              ))}
            </ol>
          </DataScroll>
          {more && (
            <Button size="compact-sm" variant="default" onClick={more}>
              {say.more}
            </Button>
          )}
        </>
      )}
    </Panel>
  )
}

function Entry({ entry: { at, kind, details } }: { readonly entry: LogEntry }) {
  const say = useWords(RUN)
  const stepWord = useStepWord()
  const { clock, duration } = useFormat()
  const parts = isObject(details) ? details : {}
  const told = Object.entries(parts).flatMap(([name, value]) => {
    if (name === 'step' && typeof value === 'string') return [stepWord(value)]
    if (name === 'ms' && typeof value === 'number') return [duration(value)]
    return value === null ? [] : [`${name}: ${isObject(value) ? JSON.stringify(value) : value}`]
  })
  return (
    <li>
      <time dateTime={at}>{clock(at)}</time>
      <span>{say[kind]}</span>
      <span className={styles.dim}>{told.join(', ')}</span>
    </li>
  )
}
