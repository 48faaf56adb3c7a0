import { trimSpace } from '../../lib/text.ts'
import { isOneOf } from '../../lib/word-list.ts'

/** Whether something stands in a field. */
export type Filled = 'filled' | 'blank' | 'placeholder'

/** Whether a text says something: blank is nothing but white space, a placeholder one of the words in any case. */
export function filled(text: string | null, placeholders: readonly string[]): Filled {
  if (text === null || trimSpace(text) === '') return 'blank'
  return isOneOf(placeholders, text) ? 'placeholder' : 'filled'
}
