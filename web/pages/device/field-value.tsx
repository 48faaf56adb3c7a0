import { MACHINE_KINDS, MACHINES } from '../../words/machine-words.ts'
import { useWords } from '../../words/use-words.ts'
import { worded } from '../../words/worded.ts'

interface FieldValueProps {
  readonly field: string
  readonly value: string | boolean | readonly string[] | null
}

/** What is said of a field, as people read it. */
export function FieldValue({ field, value }: FieldValueProps) {
  const say = useWords(MACHINES)
  const kinds = useWords(MACHINE_KINDS)
  if (value === null || value === '') return '–'
  if (typeof value === 'boolean') return value ? say.yes : say.no
  if (typeof value !== 'string') return value.length === 0 ? '–' : value.join(', ')
  return field === 'class' ? worded(kinds, value) : value
}
