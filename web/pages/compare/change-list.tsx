import type { Answer } from '../../api/call.ts'
import { CHANGE_KINDS } from '../../words/change-words.ts'
import { useWords } from '../../words/use-words.ts'
import { COMPARE } from './compare-words.ts'

interface ChangeListProps {
  readonly changes: Answer<'compareDays'>['items'][number]['changes']
}

/** What became of a machine, in words; from what to what where both are names. */
export function ChangeList({ changes }: ChangeListProps) {
  const kinds = useWords(CHANGE_KINDS)
  const { hostOnly } = useWords(COMPARE)
  if (changes.length === 0) return hostOnly
  return changes
    .map(({ kind, before, after }) =>
      WITH_NAMES.has(kind) ? `${kinds[kind]}: ${before ?? '–'} → ${after ?? '–'}` : kinds[kind],
    )
    .join(' · ')
}

const WITH_NAMES: ReadonlySet<string> = new Set(['moved', 'relocated', 'renamed'])
