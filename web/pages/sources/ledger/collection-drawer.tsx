import { Button, Drawer } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../api/call.ts'
import { useWho } from '../../../api/use-session.ts'
import { useCollection } from '../../../api/use-sources.ts'
import { useFormat } from '../../../format/use-format.ts'
import { DataScroll } from '../../../ui/data-scroll.tsx'
import { PanelFault, PanelLoading } from '../../../ui/panel-states.tsx'
import { useFilters } from '../../../ui/use-filters.ts'
import { useWords } from '../../../words/use-words.ts'
import styles from '../sources.module.css'
import { AcceptCollection } from './accept-collection.tsx'
import { CollectionFacts } from './collection-facts.tsx'
import ledger from './ledger.module.css'
import { LEDGER } from './ledger-words.ts'

const FIRST = 50

/** A delivery of a source, opened by its number in the address. */
export function CollectionDrawer() {
  const say = useWords(LEDGER)
  const { day } = useFormat()
  const { filters, change } = useFilters()
  const id = Number(filters.collection) || null
  const [rejections, setRejections] = useState(FIRST)
  const { data, error, refetch } = useCollection(id, rejections)
  const shown = data?.id === id ? data : undefined
  const close = () => {
    change({ collection: undefined })
    setRejections(FIRST)
  }
  return (
    <Drawer
      opened={id !== null}
      onClose={close}
      position="right"
      size="lg"
      title={shown ? say.collection(shown.source, day(shown.day)) : say.loading}
      closeButtonProps={{ 'aria-label': say.close }}
      attributes={{ header: { role: 'none' } }}
    >
      {shown && (
        <Collection
          collection={shown}
          onMore={() => setRejections((count) => Math.min(1000, count * 4))}
        />
      )}
      {!shown && error && <PanelFault problem={error} onRetry={() => void refetch()} />}
      {!shown && !error && <PanelLoading height={300} />}
    </Drawer>
  )
}

interface CollectionProps {
  readonly collection: Answer<'getCollection'>
  readonly onMore: () => void
}

function Collection({ collection, onMore }: CollectionProps) {
  const say = useWords(LEDGER)
  const { holds, missing, notes, error, isPruned } = collection
  const why = [...holds.map(({ text }) => text), ...(error ? [error.text] : [])]
  return (
    <>
      <CollectionFacts collection={collection} />
      <Said title={say.why} items={isPruned ? [...why, say.pruned] : why} />
      <Said title={say.missing} items={missing.map(({ text }) => text)} />
      <MayAccept collection={collection} />
      <Rejections collection={collection} onMore={onMore} />
      <Said
        title={say.notes}
        items={notes.map(({ text, place, detail }) =>
          [text, place, detail].filter(Boolean).join(' · '),
        )}
      />
    </>
  )
}

interface SaidProps {
  readonly title: string
  readonly items: readonly string[]
}

function Said({ title, items }: SaidProps) {
  if (items.length === 0) return null
  return (
    <section className={ledger.block}>
      <h3>{title}</h3>
      <ul>
        {items.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  )
}

function MayAccept({ collection }: Pick<CollectionProps, 'collection'>) {
  const say = useWords(LEDGER)
  const mayApprove = useWho().permissions.includes('approve')
  const { state, overtakenBy, acceptedBy } = collection
  const waits = (state === 'held' || state === 'partial') && overtakenBy === null
  if (!waits || acceptedBy !== null) return null
  return (
    <div className={ledger.act}>
      {mayApprove ? (
        <AcceptCollection collection={collection} />
      ) : (
        <span className={styles.dim}>{say.needsApprover}</span>
      )}
    </div>
  )
}

function Rejections({ collection: { rejections }, onMore }: CollectionProps) {
  const say = useWords(LEDGER)
  const { number } = useFormat()
  const { items, total } = rejections
  if (total === 0) return null
  return (
    <section className={ledger.block}>
      <h3>
        {say.rejections}{' '}
        <span className={styles.dim}>{say.shown(number(items.length), number(total))}</span>
      </h3>
      <DataScroll label={say.rejections} className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say.place}</th>
              <th scope="col">{say.stood}</th>
              <th scope="col">{say.reason}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ place, code, raw, text }) => (
              <tr key={`${place} ${code}`}>
                <th scope="row" className={styles.nowrap}>
                  {place}
                </th>
                <td className={styles.raw} title={raw}>
                  {raw}
                </td>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </DataScroll>
      {items.length < total && items.length < 1000 && (
        <Button mt="xs" size="compact-sm" variant="default" onClick={onMore}>
          {say.more}
        </Button>
      )}
    </section>
  )
}
