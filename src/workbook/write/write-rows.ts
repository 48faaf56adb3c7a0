/** Rows read one by one, with a look ahead at those that come next. */
export interface RowCursor<Row> {
  /** The next row, or null at the end. */
  take(): Row | null
  /** Up to `count` rows that come next, without taking them. */
  ahead(count: number): readonly Row[]
}

/** Opens a cursor; nothing is read before it is asked for. */
export function rowCursor<Row>(rows: Iterable<Row>): RowCursor<Row> {
  const iterator = rows[Symbol.iterator]()
  let waiting: Row[] = []
  let next = 0

  return {
    take() {
      const row = waiting[next]
      if (row === undefined) return pull()
      next += 1
      return row
    },
    ahead(count) {
      waiting = waiting.slice(next)
      next = 0
      while (waiting.length < count) {
        const row = pull()
        if (row === null) break
        waiting.push(row)
      }
      return waiting.slice(0, count)
    },
  }

  function pull(): Row | null {
    const step = iterator.next()
    return step.done ? null : step.value
  }
}
