import { useState } from 'react'
import type { Analysis } from '../../api/use-quality.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/use-words.ts'
import { FailingLink } from './failing-link.tsx'
import styles from './quality.module.css'
import { QUALITY } from './quality-words.ts'

type Problem = Analysis['anomalies'][number]

/** The list behind each kind; a building that is unusual has its computers named in place. */
const LISTS: Readonly<Record<string, { readonly measure: string; readonly field?: string }>> = {
  duplicates: { measure: 'uniqueness' },
  missing_tags: { measure: 'completeness', field: 'tag' },
  tag_form: { measure: 'consistency' },
}

/** Duplicates, missing TAGs, orphans, TAGs of another form, unusual buildings: the gravest first. */
export function StandingOut({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <ul className={styles.list}>
      {problems.map((problem) => (
        <StandsOut key={`${problem.category} ${problem.title}`} problem={problem} />
      ))}
    </ul>
  )
}

const NAMED = 200

function StandsOut({ problem }: { readonly problem: Problem }) {
  const say = useWords(QUALITY)
  const { number } = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { severity, category, title, description, suggestion, affected_assets: names } = problem
  const asked = LISTS[category]
  const count = say.computers(number(names.length))
  return (
    <li data-category={category}>
      <div className={styles.line}>
        <span>
          <span className={styles.severity} data-severity={severity}>
            {say[severity]}
          </span>{' '}
          <span className={styles.strong}>{title}</span>
        </span>
        {asked ? (
          <FailingLink asked={asked} label={`${count}: ${title}`}>
            {count}
          </FailingLink>
        ) : (
          <button
            type="button"
            className={styles.link}
            aria-expanded={isOpen}
            aria-label={`${count}: ${title}`}
            onClick={() => setOpen(!isOpen)}
          >
            {count}
          </button>
        )}
      </div>
      <p>{description}</p>
      <p className={styles.dim}>{suggestion}</p>
      {isOpen && (
        <p className={styles.names}>
          {names.slice(0, NAMED).join(', ')}{' '}
          {names.length > NAMED && say.andMore(number(names.length - NAMED))}
        </p>
      )}
    </li>
  )
}
