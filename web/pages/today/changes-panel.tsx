import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api/call.ts'
import { useAbout } from '../../api/use-about.ts'
import { useChangesBetween } from '../../api/use-today.ts'
import { addDays } from '../../format/day.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { CHANGE_KINDS } from '../../words/change-words.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './today.module.css'
import { TODAY } from './today-words.ts'

const SHOWN = 6

/** What came, went and changed since yesterday: the bridge first, then the first machines. */
export function ChangesPanel() {
  const say = useWords(TODAY)
  const { day } = useFormat()
  const today = useAbout().data?.today ?? ''
  const query = useChangesBetween(today === '' ? '' : addDays(today, -1), today, SHOWN)
  const { data } = query
  return (
    <Panel
      title={say.changes}
      note={data && `${day(data.from, 'short')} → ${day(data.to, 'short')}`}
      query={query}
      minHeight={220}
      missing={say.notKept}
      empty={({ total }) => (total === 0 ? say.noChanges : null)}
    >
      {(changes) => <Changes changes={changes} />}
    </Panel>
  )
}

function Changes({ changes }: { readonly changes: Answer<'compareDays'> }) {
  const say = useWords(TODAY)
  const { number, signed } = useFormat()
  const { items, total, bridges, from, to } = changes
  const bridge = bridges.find(({ scope, measure }) => scope === 'all' && measure === 'total')
  return (
    <>
      <p className={styles.bridge}>
        <strong>{signed(bridge?.added ?? 0)}</strong> {say.came}
        <strong>{signed(bridge?.removed ?? 0)}</strong> {say.went}
        <strong>{number(total)}</strong> {say.differ}
      </p>
      <ul className={styles.rows}>
        {items.map(({ recordId, ref, name, changes: found }) => (
          <li key={recordId} className={styles.row}>
            <Link to="/devices/$record" params={{ record: ref } as never} className={styles.name}>
              {name ?? say.unnamed}
            </Link>
            <ChangeKinds kinds={found.map(({ kind }) => kind)} />
          </li>
        ))}
      </ul>
      {total > items.length && (
        <Link to="/compare" search={{ from, to } as never} className={styles.more}>
          {say.more(number(total))}
        </Link>
      )}
    </>
  )
}

function ChangeKinds({ kinds }: { readonly kinds: readonly (keyof typeof CHANGE_KINDS)[] }) {
  const say = useWords(CHANGE_KINDS)
  return (
    <span className={styles.dim}>{[...new Set(kinds)].map((kind) => say[kind]).join(', ')}</span>
  )
}
