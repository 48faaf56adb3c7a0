import { Link } from '@tanstack/react-router'
import type { WholeFinding } from '../../api/use-findings.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './findings.module.css'
import { EVENTS, FINDINGS } from './findings-words.ts'

/** What became of a finding: when, who said so, and why; the newest first. */
export function FindingHistory({ events }: Pick<WholeFinding, 'events'>) {
  const say = useWords(FINDINGS)
  const named = useWords(EVENTS)
  const { instant, day } = useFormat()
  return (
    <ol className={styles.history}>
      {events.toReversed().map(({ kind, at, run, actor, words, until }, place) => (
        <li key={`${at} ${kind} ${events.length - place}`}>
          <strong>{named[kind]}</strong> {until !== null && say.untilDay(day(until))}{' '}
          <span className={styles.dim}>
            {actor ?? say.byLook} · {instant(at)} ·{' '}
            <Link to="/runs/$id" params={{ id: `${run}` } as never}>
              {say.run(run)}
            </Link>
          </span>
          {words !== null && <p>{words}</p>}
        </li>
      ))}
    </ol>
  )
}
