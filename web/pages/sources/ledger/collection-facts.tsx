import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Answer } from '../../../api/call.ts'
import { useFormat } from '../../../format/use-format.ts'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { useWords } from '../../../words/use-words.ts'
import styles from './ledger.module.css'
import { LEDGER } from './ledger-words.ts'

type Collection = Answer<'getCollection'>

/** What a delivery was: how much came, from where, when, and what was made of it. */
export function CollectionFacts({ collection }: { readonly collection: Collection }) {
  const say = useWords(LEDGER)
  const format = useFormat()
  const { startedAt, endedAt, origin, inputHash, inputBytes, run, overtakenBy } = collection
  return (
    <dl className={styles.facts}>
      <Fact name={say.state}>
        <StateBadge state={collection.state} />
      </Fact>
      <Fact name={say.recordCount}>{format.number(collection.records)}</Fact>
      <Fact name={say.refusedCount}>{format.number(collection.rejected)}</Fact>
      <History collection={collection} />
      <Acceptance collection={collection} />
      {overtakenBy !== null && (
        <Fact name={say.overtaken}>
          <Link
            to="."
            search={(before: object) => ({ ...before, collection: overtakenBy }) as never}
          >
            {overtakenBy}
          </Link>
        </Fact>
      )}
      <Fact name={say.started}>{format.instant(startedAt)}</Fact>
      <Fact name={say.took}>{format.duration(Date.parse(endedAt) - Date.parse(startedAt))}</Fact>
      <Fact name={say.run}>
        <Link to="/runs/$id" params={{ id: `${run}` } as never}>
          {run}
        </Link>
      </Fact>
      <Fact name={say.try}>{collection.try}</Fact>
      <Fact name={say.number}>{collection.id}</Fact>
      {origin !== null && <Fact name={say.origin}>{origin}</Fact>}
      {inputBytes !== null && <Fact name={say.bytes}>{format.bytes(inputBytes)}</Fact>}
      {inputHash !== null && (
        <Fact name={say.hash}>
          <code className={styles.hash}>{inputHash}</code>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function History({ collection: { history } }: { readonly collection: Collection }) {
  const say = useWords(LEDGER)
  const { number } = useFormat()
  if (history === null) return <Fact name={say.inHistory}>{say.notInHistory}</Fact>
  const { opened, changed, closed, unchanged } = history
  return (
    <Fact name={say.inHistory}>
      {say.shift({
        ...{ opened: number(opened), changed: number(changed) },
        ...{ closed: number(closed), same: number(unchanged) },
      })}
    </Fact>
  )
}

function Acceptance({ collection }: { readonly collection: Collection }) {
  const say = useWords(LEDGER)
  const { instant } = useFormat()
  const { acceptedBy, acceptedAt, acceptReason } = collection
  if (acceptedBy === null) return null
  return (
    <Fact name={say.accepted}>
      {say.acceptedBy(acceptedBy, acceptedAt === null ? '' : instant(acceptedAt))}
      {acceptReason !== null && <div>“{acceptReason}”</div>}
    </Fact>
  )
}
