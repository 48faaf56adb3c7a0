import type { ReactNode } from 'react'
import type { Answer } from '../../api/call.ts'
import { useRun } from '../../api/use-run.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { RunProgress } from '../../ui/run-progress.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './run.module.css'
import { RUN } from './run-page-words.ts'

type Run = Answer<'getRun'>

/** Who asked for a run, when, how it gets on or ended, and what it failed by. */
export function RunStory({ id }: { readonly id: number }) {
  const say = useWords(RUN)
  const query = useRun(id)
  return (
    <Panel title={say.how} query={query} minHeight={200} missing={say.missing}>
      {(run) => (
        <>
          {run.endedAt === null && <RunProgress run={id} />}
          <Failure run={run} />
          <Facts run={run} />
        </>
      )}
    </Panel>
  )
}

function Failure({ run: { error, errorText } }: { readonly run: Run }) {
  const say = useWords(RUN)
  if (error === null || error === undefined) return null
  return (
    <section className={styles.failure} aria-label={say.failure}>
      <p>{errorText ?? say.failure}</p>
      <details>
        <summary>{say.details}</summary>
        <pre>{JSON.stringify(error, null, 2)}</pre>
      </details>
    </section>
  )
}

function Facts({ run }: { readonly run: Run }) {
  const say = useWords(RUN)
  const format = useFormat()
  const { startedAt, endedAt, askedAt, cause, actor, cancelAskedBy } = run
  const facts: (readonly [string, ReactNode])[] = [
    [say.state, <StateBadge key="state" state={run.state} />],
    [say.who, cause === 'schedule' ? `${say.schedule} (${actor})` : actor],
    [say.asked, format.instant(askedAt)],
    [say.began, format.instant(startedAt)],
    ...(endedAt === null
      ? []
      : ([
          [say.ended, format.instant(endedAt)],
          [say.took, format.duration(Math.max(0, Date.parse(endedAt) - Date.parse(startedAt)))],
        ] as const)),
    ...(run.tries > 1 ? ([[say.tries, format.number(run.tries)]] as const) : []),
    ...(cancelAskedBy === null ? [] : ([[say.stopAsked, cancelAskedBy]] as const)),
    [say.where, run.host],
    [say.version, run.version],
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
