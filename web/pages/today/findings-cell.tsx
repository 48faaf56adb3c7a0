import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api/call.ts'
import { useFormat } from '../../format/use-format.ts'
import type { Severity } from '../../ui/severity-badge.tsx'
import styles from './today.module.css'

interface FindingsCellProps {
  readonly severity: Severity
  readonly age: Answer<'todayFindings'>['items'][number]['ages'][number]
  /** Of the largest cell, 0 to 1. */
  readonly share: number
}

/** How many findings of one severity have stood so long, with a bar, opening into them. */
export function FindingsCell({ severity, age, share }: FindingsCellProps) {
  const { fromDays, toDays, count } = age
  const search = {
    severity,
    ...(fromDays > 0 ? { olderThan: `${fromDays - 1}` } : {}),
    ...(toDays === null ? {} : { newerThan: `${toDays + 1}` }),
  }
  return (
    <>
      <FindingsLink count={count} search={search} />
      <span className={styles.bar} aria-hidden>
        <span
          data-severity={severity}
          style={{ width: share > 0 ? `max(4px, ${share * 100}%)` : 0 }}
        />
      </span>
    </>
  )
}

interface FindingsLinkProps {
  readonly count: number
  readonly search: object
}

/** A number of findings that opens into their list. */
export function FindingsLink({ count, search }: FindingsLinkProps) {
  const { number } = useFormat()
  if (count === 0) return <span className={styles.none}>0</span>
  return (
    <Link to="/findings" search={search as never} className="plain-link">
      {number(count)}
    </Link>
  )
}
