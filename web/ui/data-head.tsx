import { UI } from '../words/ui-words.ts'
import { useWords } from '../words/use-words.ts'
import styles from './data-table.module.css'
import { Icon } from './icon.tsx'
import type { Column } from './use-table-columns.ts'

interface DataHeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly sort: string | undefined
  readonly onSort: ((sort: string) => void) | undefined
}

/** The names of the columns; those the server can order by are buttons. */
export function DataHead<Row>({ columns, sort, onSort }: DataHeadProps<Row>) {
  const say = useWords(UI)
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" className={styles.row} aria-rowindex={1}>
        {columns.map(({ id, title, width = 140, isNumber = false, sort: order }) => (
          <div
            key={id}
            role="columnheader"
            className={styles.cell}
            style={{ flexBasis: width, maxWidth: width * 3 }}
            data-is-number={isNumber}
            aria-sort={order !== undefined && order === sort ? 'ascending' : undefined}
          >
            {order === undefined || !onSort ? (
              title
            ) : (
              <button
                type="button"
                className={styles.sort}
                aria-label={say.sortBy(title)}
                onClick={() => onSort(order)}
              >
                {title}
                {order === sort && <Icon name="down" size={12} />}
              </button>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}
