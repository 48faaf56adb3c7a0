import { type ReactNode, useState } from 'react'
import type { Analysis } from '../../api/use-quality.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/use-words.ts'
import { FailingLink } from './failing-link.tsx'
import styles from './quality.module.css'
import { QUALITY } from './quality-words.ts'

const TAG_LISTS = {
  in_form: null,
  other_form: { measure: 'consistency' },
  placeholder: { measure: 'completeness', field: 'tag', why: 'placeholder' },
  blank: { measure: 'completeness', field: 'tag', why: 'blank' },
} as const
const TAG_STATES = ['in_form', 'other_form', 'placeholder', 'blank'] as const
const SHOWN = 10

/** How computers are spread: by the state of their TAG, by building, user and category. */
export function Distributions({ of }: { readonly of: Analysis['distribution'] }) {
  const say = useWords(QUALITY)
  const { number } = useFormat()
  const { tag_status: tags, building_balance: balance, without } = of
  const missing = (field: 'building' | 'user', count = 0) =>
    count === 0 ? [] : [{ name: say.without, count, asked: { measure: 'completeness', field } }]
  return (
    <div className={styles.shares}>
      <Spread
        title={say.tagStatus}
        entries={TAG_STATES.map((state) => ({
          ...{ name: say[state], count: tags[state], asked: TAG_LISTS[state] },
        }))}
      />
      <Spread
        title={say.buildings}
        note={balance.score === null ? balance.note : say.balance(number(balance.score))}
        entries={[...named(of.buildings), ...missing('building', without.building)]}
      />
      <Spread title={say.users} entries={[...named(of.users), ...missing('user', without.user)]} />
      <Spread
        title={say.categories}
        entries={[
          ...named(of.categories),
          ...(without.category
            ? [{ name: say.without, count: without.category, asked: null }]
            : []),
        ]}
      />
      {of.building_outliers_note !== null && (
        <p className={styles.dim}>{of.building_outliers_note}</p>
      )}
    </div>
  )
}

interface Entry {
  readonly name: string
  readonly count: number
  /** The rows behind it, where they are a list of those that fail. */
  readonly asked: {
    readonly measure: string
    readonly field?: string
    readonly why?: string
  } | null
}

function named(counts: Readonly<Record<string, number>>): Entry[] {
  return Object.entries(counts)
    .map(([name, count]) => ({ name, count, asked: null }))
    .toSorted((one, other) => other.count - one.count)
}

interface SpreadProps {
  readonly title: string
  readonly note?: ReactNode
  readonly entries: readonly Entry[]
}

function Spread({ title, note, entries }: SpreadProps) {
  const say = useWords(QUALITY)
  const { number } = useFormat()
  const [isWhole, setWhole] = useState(false)
  const most = Math.max(1, ...entries.map(({ count }) => count))
  const shown = isWhole ? entries : entries.slice(0, SHOWN)
  return (
    <section aria-label={title}>
      <h3>
        {title} {note && <span className={styles.dim}>{note}</span>}
      </h3>
      <ul className={styles.bars}>
        {shown.map(({ name, count, asked }) => (
          <li key={name}>
            <span className={styles.line}>
              <span className={styles.name}>{name}</span>
              {asked === null || count === 0 ? (
                number(count)
              ) : (
                <FailingLink asked={asked} label={`${number(count)} ${title}: ${name}`}>
                  {number(count)}
                </FailingLink>
              )}
            </span>
            <span className={styles.bar} aria-hidden>
              <span style={{ width: `${(count / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
      {entries.length > SHOWN && (
        <button
          type="button"
          className={styles.link}
          aria-expanded={isWhole}
          aria-label={`${isWhole ? say.showLess : say.showAll(number(entries.length))}: ${title}`}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? say.showLess : say.showAll(number(entries.length))}
        </button>
      )}
    </section>
  )
}
