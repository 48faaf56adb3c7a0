import type { BookReading } from '../../../api/use-books.ts'
import { DataScroll } from '../../../ui/data-scroll.tsx'
import { useWords } from '../../../words/use-words.ts'
import table from '../sources.module.css'
import styles from './books.module.css'
import { BOOKS } from './books-words.ts'
import { useFieldWord } from './use-field-word.ts'

/** The first rows of a workbook as they would be taken in. */
export function BookRows({ reading: { items } }: { readonly reading: BookReading }) {
  const say = useWords(BOOKS)
  const fieldWord = useFieldWord()
  const fields = [...new Set(items.flatMap((row) => Object.keys(row.fields)))]
  if (items.length === 0) return null
  return (
    <section>
      <h3>{say.rows}</h3>
      <DataScroll className={styles.low} label={say.rows}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{say.row}</th>
              {fields.map((field) => (
                <th scope="col" key={field}>
                  {fieldWord(field)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(({ place, fields: values }) => (
              <tr key={place}>
                <th scope="row" className={table.nowrap}>
                  {place}
                </th>
                {fields.map((field) => (
                  <td key={field}>{values[field] ?? '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </DataScroll>
    </section>
  )
}
