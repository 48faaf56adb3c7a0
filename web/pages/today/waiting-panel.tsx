import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api/call.ts'
import { useWaiting } from '../../api/use-today.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './today.module.css'
import { TODAY } from './today-words.ts'

/** What waits, the gravest first, and the page on which it is decided. */
const KINDS = [
  { name: 'heldPlans', to: '/plans', search: { state: 'held' } },
  { name: 'waitingPlans', to: '/plans', search: { state: 'waiting' } },
  { name: 'collections', to: '/sources', search: { view: 'held' } },
  {
    name: 'unownedFindings',
    to: '/findings',
    search: { severity: 'critical,high', owner: 'none' },
  },
  { name: 'linkQuestions', to: '/devices', search: { view: 'questions' } },
  { name: 'unmappedOrganisations', to: '/sources', search: { view: 'sites' } },
] as const

/** What waits for a person, each opening into its list. */
export function WaitingPanel() {
  const say = useWords(TODAY)
  const query = useWaiting()
  const isNone = (waiting: Answer<'todayWaiting'>) => KINDS.every(({ name }) => waiting[name] === 0)
  return (
    <Panel
      title={say.waiting}
      query={query}
      minHeight={234}
      empty={(waiting) => (isNone(waiting) ? say.nothingWaits : null)}
    >
      {(waiting) => <WaitingList waiting={waiting} />}
    </Panel>
  )
}

function WaitingList({ waiting }: { readonly waiting: Answer<'todayWaiting'> }) {
  const say = useWords(TODAY)
  const { number } = useFormat()
  return (
    <ul className={styles.rows}>
      {KINDS.filter(({ name }) => waiting[name] > 0).map(({ name, to, search }) => (
        <li key={name}>
          <Link to={to} search={search as never} className={styles.row}>
            <span>{say[name]}</span>
            <strong>{number(waiting[name])}</strong>
          </Link>
        </li>
      ))}
    </ul>
  )
}
