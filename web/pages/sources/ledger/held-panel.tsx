import { Link } from '@tanstack/react-router'
import type { Answer } from '../../../api/call.ts'
import { useWho } from '../../../api/use-session.ts'
import { useHeld } from '../../../api/use-sources.ts'
import { useFormat } from '../../../format/use-format.ts'
import { Panel } from '../../../ui/panel.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { useWords } from '../../../words/use-words.ts'
import styles from '../sources.module.css'
import { AcceptCollection } from './accept-collection.tsx'
import { LEDGER } from './ledger-words.ts'

type Held = Answer<'listCollections'>['items'][number]

/** Deliveries that wait for a person. */
export function HeldPanel() {
  const say = useWords(LEDGER)
  const query = useHeld()
  return (
    <Panel
      title={say.heldTitle}
      query={query}
      minHeight={160}
      empty={({ items }) => (items.length === 0 ? say.noneHeld : null)}
    >
      {({ items }) => <HeldTable items={items} />}
    </Panel>
  )
}

function HeldTable({ items }: { readonly items: readonly Held[] }) {
  const say = useWords(LEDGER)
  const mayApprove = useWho().permissions.includes('approve')
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say.source}</th>
              <th scope="col">{say.day}</th>
              <th scope="col">{say.state}</th>
              <th scope="col" className={styles.number}>
                {say.recordCount}
              </th>
              <th scope="col">{say.reason}</th>
              <th scope="col">{say.came}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {items.map((held) => (
              <HeldRow key={held.id} held={held} mayApprove={mayApprove} />
            ))}
          </tbody>
        </table>
      </div>
      {!mayApprove && <p className={styles.dim}>{say.needsApprover}</p>}
    </>
  )
}

function HeldRow({ held, mayApprove }: { readonly held: Held; readonly mayApprove: boolean }) {
  const format = useFormat()
  return (
    <tr>
      <th scope="row" className={styles.nowrap}>
        <Link
          to="."
          search={(before: object) => ({ ...before, collection: held.id }) as never}
          resetScroll={false}
        >
          {held.source}
        </Link>
      </th>
      <td className={styles.nowrap}>{format.day(held.day)}</td>
      <td>
        <StateBadge state={held.state} />
      </td>
      <td className={styles.number}>{format.number(held.records)}</td>
      <td>{held.holds.map(({ text }) => text).join(' ')}</td>
      <td className={styles.nowrap}>{format.instant(held.endedAt)}</td>
      <td className={styles.number}>{mayApprove && <AcceptCollection collection={held} />}</td>
    </tr>
  )
}
