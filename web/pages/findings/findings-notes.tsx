import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api/call.ts'
import { useFormat } from '../../format/use-format.ts'
import { Explain } from '../../ui/explain.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './findings.module.css'
import { FINDINGS } from './findings-words.ts'
import { useCheckNames } from './use-check-names.ts'

interface FindingsNotesProps {
  readonly answer: Answer<'listFindings'> | undefined
}

/** What the list does not show: what could not be compared, and what nobody compares any more. */
export function FindingsNotes({ answer }: FindingsNotesProps) {
  const say = useWords(FINDINGS)
  const { number } = useFormat()
  const { titleOf } = useCheckNames()
  const { filters } = useFilters()
  const skipped = answer?.looks.filter((look) => look.skipped !== null) ?? []
  const isDormant = filters.dormant === 'true'
  if (skipped.length === 0 && !isDormant && !answer?.dormant) return null
  return (
    <div className={styles.notes}>
      {skipped.length > 0 && (
        <span>
          {say.notLooked(number(skipped.length))}{' '}
          <Explain what={say.notLooked(number(skipped.length))}>
            {say.because}
            <ul>
              {skipped.map(({ check, scope }) => (
                <li key={`${check} ${scope}`}>
                  {titleOf(check)} ({scope})
                </li>
              ))}
            </ul>
          </Explain>
        </span>
      )}
      {(isDormant || (answer?.dormant ?? 0) > 0) && (
        <Link
          to="/findings"
          search={{ ...filters, dormant: isDormant ? undefined : 'true' } as never}
        >
          {isDormant ? say.notDormant : say.dormant(number(answer?.dormant ?? 0))}
        </Link>
      )}
    </div>
  )
}
