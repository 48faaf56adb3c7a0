import type { BookReading } from '../../../api/use-books.ts'
import { useFormat } from '../../../format/use-format.ts'
import { DataScroll } from '../../../ui/data-scroll.tsx'
import { useWords } from '../../../words/use-words.ts'
import table from '../sources.module.css'
import styles from './books.module.css'
import { BOOKS } from './books-words.ts'

/** What is wrong with a workbook, cell by cell. */
export function BookFaults({ faults: { items, total } }: Pick<BookReading, 'faults'>) {
  const say = useWords(BOOKS)
  const { number } = useFormat()
  if (total === 0) return null
  return (
    <section>
      <h3>
        {say.faults}{' '}
        {total > items.length && (
          <span className={styles.dim}>{say.firstOf(number(items.length), number(total))}</span>
        )}
      </h3>
      <DataScroll className={styles.tall} label={say.faults}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{say.place}</th>
              <th scope="col">{say.stood}</th>
              <th scope="col">{say.why}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ place, code, raw, message }) => (
              <tr key={`${place} ${code}`} data-fault={code}>
                <th scope="row" className={table.nowrap}>
                  {place}
                </th>
                <td className={table.raw} title={raw}>
                  {raw}
                </td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </DataScroll>
    </section>
  )
}
