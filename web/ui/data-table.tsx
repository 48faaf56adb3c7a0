import { type ReactNode, useState } from 'react'
import { useFormat } from '../format/use-format.ts'
import { UI } from '../words/ui-words.ts'
import { useWords } from '../words/use-words.ts'
import { ColumnChoice } from './column-choice.tsx'
import { DataHead } from './data-head.tsx'
import { DataRows, type ListedRows } from './data-rows.tsx'
import styles from './data-table.module.css'
import { type Column, useTableColumns } from './use-table-columns.ts'

export interface DataTableProps<Row> extends ListedRows<Row> {
  /** What the table is of, for those who do not see it. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  /** The column it is ordered by, as the server names the order. */
  readonly sort?: string
  readonly onSort?: (sort: string) => void
  /** Beside the number of rows: exports, saved views. */
  readonly actions?: ReactNode
  readonly height?: number | string
  /** What the choice of columns is kept as; the label unless given. */
  readonly keptAs?: string
}

/** A list of any length: only the rows on the screen are drawn, and only their pages are asked for. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, total, rowAt, onSeen, onOpen, current, listKey } = props
  const { actions, height = 'max(20rem, 68vh)' } = props
  const say = useWords(UI)
  const { number } = useFormat()
  const [box, setBox] = useState<HTMLElement | null>(null)
  const shown = useTableColumns(props.keptAs ?? label, columns)
  return (
    <div>
      <div className={styles.bar}>
        <span role="status">{say.rows(number(total))}</span>
        {actions}
        <ColumnChoice columns={shown} />
      </div>
      <div
        role="group"
        className={styles.box}
        ref={setBox}
        style={{ maxHeight: height }}
        tabIndex={0}
        aria-label={label}
      >
        <div role="table" className={styles.table} aria-label={label} aria-rowcount={total + 1}>
          <DataHead columns={shown.visible} sort={props.sort} onSort={props.onSort} />
          <DataRows
            columns={shown.visible}
            {...{ total, rowAt, onSeen, onOpen, current, listKey, box }}
          />
        </div>
      </div>
    </div>
  )
}
