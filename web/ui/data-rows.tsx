import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef } from 'react'
import { DataRow } from './data-row.tsx'
import styles from './data-table.module.css'
import type { Column } from './use-table-columns.ts'

const ROW_HEIGHT = 36
const OVERSCAN = 12

/** The rows of a list of any length. */
export interface ListedRows<Row> {
  /** How long the whole list is. */
  readonly total: number
  /** A row by its place in the whole list; undefined while its page is on its way. */
  readonly rowAt: (place: number) => Row | undefined
  /** The places that are on the screen, so that their pages can be asked for. */
  readonly onSeen?: (first: number, last: number) => void
  readonly onOpen?: (row: Row, place: number) => void
  /** The row under the hand of somebody who works by keyboard. */
  readonly current?: number
  /** What the list is of: another one begins at its top. */
  readonly listKey?: string
}

interface DataRowsProps<Row> extends ListedRows<Row> {
  readonly columns: readonly Column<Row>[]
  /** What scrolls; null until it is drawn. */
  readonly box: HTMLElement | null
}

/** Draws the rows on the screen and some around them; scrolling draws nothing else of the page anew. */
export function DataRows<Row>(props: DataRowsProps<Row>) {
  const { total, rowAt, onSeen, onOpen, current, listKey, columns, box } = props
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => box,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
  })
  const places = rows.getVirtualItems()
  const [first, last] = [places[0]?.index ?? 0, places.at(-1)?.index ?? 0]
  useEffect(() => {
    onSeen?.(first, last)
  }, [onSeen, first, last])
  const listBefore = useRef(listKey)
  useEffect(() => {
    if (listBefore.current !== listKey) rows.scrollToOffset(0)
    listBefore.current = listKey
  }, [rows, listKey])
  useEffect(() => {
    if (current !== undefined) rows.scrollToIndex(current, { align: 'auto' })
  }, [rows, current])
  const latest = useRef(onOpen)
  latest.current = onOpen
  const open = useCallback((row: Row, place: number) => latest.current?.(row, place), [])
  return (
    <div role="rowgroup" className={styles.body} style={{ height: rows.getTotalSize() }}>
      {places.map(({ index, start, size }) => (
        <DataRow
          key={index}
          {...{ place: index, start, size, columns }}
          row={rowAt(index)}
          isCurrent={index === current}
          onOpen={onOpen && open}
        />
      ))}
    </div>
  )
}
