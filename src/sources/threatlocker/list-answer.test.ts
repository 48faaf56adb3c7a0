import { expect, it } from 'vitest'
import { rowsOf, totalsOf } from './list-answer.ts'

const PAGINATION = { pagination: '{"currentPage":1,"totalItems":7,"totalPages":2}' }

it.each([
  [null, []],
  [[1], [1]],
  [{ action: '', data: [1] }, [1]],
  [{ items: [1] }, [1]],
  [{ results: [1] }, [1]],
  [{ data: null, results: [] }, []],
])('finds in %j the rows %j', (body, rows) => {
  expect(rowsOf(body)).toEqual(rows)
})

it.each([['text'], [7], [{}], [{ data: {} }], [{ rows: [1] }]])('finds no list in %j', (body) => {
  expect(rowsOf(body)).toBeNull()
})

it('takes totals from the pagination header before any other', () => {
  const headers = new Headers({ ...PAGINATION, totalItems: '8', totalPages: '3' })

  expect(totalsOf(headers, [{ totalRows: 9 }])).toEqual({ items: 7, pages: 2 })
})

it('takes totals from headers of their own before the rows', () => {
  const headers = new Headers({ totalItems: '8', totalPages: '3' })

  expect(totalsOf(headers, [{ totalRows: 9 }])).toEqual({ items: 8, pages: 3 })
})

it('takes the greatest total of the rows where no header tells one', () => {
  const rows = [{ totalRows: 9 }, { totalRows: null }, null, { totalRows: 10 }]

  expect(totalsOf(new Headers(), rows)).toEqual({ items: 10, pages: null })
})

it.each(['{"totalItems":', '[]', 'null', '{"totalItems":-1}', '{"totalItems":1.5}', '"7"'])(
  'knows no total from the header %s',
  (pagination) => {
    expect(totalsOf(new Headers({ pagination }), [])).toEqual({ items: null, pages: null })
  },
)
