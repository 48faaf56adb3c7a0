import { Link } from '@tanstack/react-router'
import { useWaiting } from '../../api/use-today.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './sources.module.css'
import { SOURCES } from './sources-words.ts'

const VIEWS = ['ledger', 'held', 'books', 'sites'] as const

/** The parts of the page, each with how much waits in it. */
export function SourceViews({ view }: { readonly view: string }) {
  const say = useWords(SOURCES)
  const waiting = useWaiting().data
  const counts = { held: waiting?.collections, sites: waiting?.unmappedOrganisations }
  return (
    <nav aria-label={say.views} className={styles.views}>
      {VIEWS.map((name) => (
        <Link
          key={name}
          to="/sources"
          search={{ view: name } as never}
          className={styles.view}
          aria-current={name === view ? 'page' : undefined}
        >
          {say[name]}
          <Waiting count={name === 'held' || name === 'sites' ? counts[name] : undefined} />
        </Link>
      ))}
      <Link to="/devices" search={{ view: 'questions' } as never} className={styles.view}>
        {say.questions}
        <Waiting count={waiting?.linkQuestions} />
      </Link>
    </nav>
  )
}

function Waiting({ count = 0 }: { readonly count?: number | undefined }) {
  const say = useWords(SOURCES)
  const { number } = useFormat()
  if (count === 0) return null
  return (
    <span className={styles.waiting} title={say.waiting(number(count))}>
      {number(count)}
    </span>
  )
}
