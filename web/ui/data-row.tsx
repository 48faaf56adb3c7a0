import { memo } from 'react'
import styles from './data-table.module.css'
import type { Column } from './use-table-columns.ts'

interface DataRowProps<Row> {
  /** In the whole list, from 0. */
  readonly place: number
  readonly start: number
  readonly size: number
  readonly columns: readonly Column<Row>[]
  readonly row: Row | undefined
  readonly isCurrent: boolean
  readonly onOpen: ((row: Row, place: number) => void) | undefined
}

function DrawnRow<Row>(props: DataRowProps<Row>) {
  const { place, start, size, columns, row, isCurrent, onOpen } = props
  const open = onOpen && row !== undefined ? () => onOpen(row, place) : undefined
  return (
    <div
      role="row"
      className={styles.row}
      aria-rowindex={place + 2}
      aria-current={isCurrent || undefined}
      style={{ height: size, transform: `translateY(${start}px)` }}
      onClick={open}
    >
      {columns.map(({ id, cell, width = 140, isNumber = false }) => (
        <div
          key={id}
          role="cell"
          className={styles.cell}
          style={{ flexBasis: width, maxWidth: width * 3 }}
          data-is-number={isNumber}
        >
          {row === undefined ? <div className={styles.waiting} /> : <span>{cell(row)}</span>}
        </div>
      ))}
    </div>
  )
}

/** A row where it belongs in the whole list; grey bars while its page is on its way. */
export const DataRow = memo(DrawnRow) as typeof DrawnRow // memo forgets of what the rows are
