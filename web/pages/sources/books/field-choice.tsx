import type { BookReading } from '../../../api/use-books.ts'
import { useWords } from '../../../words/use-words.ts'
import styles from './books.module.css'
import { BOOKS } from './books-words.ts'
import { useFieldWord } from './use-field-word.ts'

interface FieldChoiceProps {
  readonly wanted: BookReading['wanted']
  /** Letters by the name of our column. */
  readonly found: ReadonlyMap<string, string>
  readonly field: string
  readonly onChoose: (field: string) => void
}

/** Our columns, where each was found, and which of them is pointed at next. */
export function FieldChoice({ wanted, found, field, onChoose }: FieldChoiceProps) {
  const say = useWords(BOOKS)
  const fieldWord = useFieldWord()
  return (
    <fieldset className={styles.fields}>
      <legend>{say.pointAt}</legend>
      {wanted.map(({ name, required }) => (
        <label key={name} data-is-found={found.has(name)}>
          <input
            type="radio"
            name="pointed-field"
            checked={name === field}
            onChange={() => onChoose(name)}
          />
          <span>{fieldWord(name)}</span>
          <span className={styles.dim}>{found.get(name) ?? say.notFound}</span>
          <span className={styles.dim}>{required ? say.needed : say.useful}</span>
        </label>
      ))}
    </fieldset>
  )
}
