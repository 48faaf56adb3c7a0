import { Link } from '@tanstack/react-router'
import type { Analysis } from '../../api/use-quality.ts'
import { upperFirst } from '../../format/upper-first.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/use-words.ts'
import { FailingLink } from './failing-link.tsx'
import styles from './quality.module.css'
import { QUALITY } from './quality-words.ts'

type Recommendation = Analysis['predictions']['recommendations'][number]

/** The list each recommendation speaks of. */
const LISTS: Readonly<
  Record<string, { readonly measure: string; readonly field?: string; readonly why?: string }>
> = {
  correct_tags: { measure: 'consistency' },
  separate_duplicates: { measure: 'uniqueness' },
  fill_numbers: { measure: 'completeness', field: 'inventory_number' },
  fill_users: { measure: 'completeness', field: 'user' },
  fill_serials: { measure: 'completeness', field: 'serial' },
  register_in_finance: { measure: 'validity', why: 'not-in-finance' },
  fill_locations: { measure: 'validity', why: 'location-blank' },
  complete_classifier: { measure: 'validity', why: 'location-not-in-classifier' },
  settle_doubts: { measure: 'validity' },
}

/** What to do, what gives most first; each leads to the list it speaks of. */
export function Recommendations({ all }: { readonly all: readonly Recommendation[] }) {
  const say = useWords(QUALITY)
  const { number } = useFormat()
  return (
    <ul className={styles.list}>
      {all.map((each) => (
        <li key={each.code} data-recommendation={each.code}>
          <div className={styles.line}>
            <span>
              <To code={each.code} title={upperFirst(each.title)} />
            </span>
            <span className={styles.dim}>
              {say.wouldFix(number(each.devices))}
              {each.gain !== null && each.gain > 0 && `, ${say.gain(number(each.gain))}`}
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}

function To({ code, title }: { readonly code: string; readonly title: string }) {
  const asked = LISTS[code]
  if (asked) return <FailingLink asked={asked}>{title}</FailingLink>
  return (
    <Link to="/plans" className={styles.link}>
      {title}
    </Link>
  )
}
