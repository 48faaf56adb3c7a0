import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWhole, type ListPage, pageWalk } from './page-walk.ts'

const UNTOLD = { items: null, pages: null }
const idOf = (row: unknown) => (typeof row === 'string' ? row : null)

function page(number: number, rows: unknown[], totals: ListPage['totals'] = UNTOLD): ListPage {
  return { number, rows, totals }
}

it('gives each row once, and none of an earlier reading', () => {
  const walk = pageWalk({ pageSize: 3, idOf, known: new Set(['c']) })
  const first = walk.take(page(1, ['a', 'b', 'a']))
  const second = walk.take(page(2, ['b', 'c', 'd']))

  expect(first.fresh).toEqual([
    { item: 1, row: 'a' },
    { item: 2, row: 'b' },
  ])
  expect(first.repeated).toEqual([{ item: 3, row: 'a' }])
  expect(second.fresh).toEqual([{ item: 3, row: 'd' }])
  expect(walk.sum().received).toBe(4)
})

it('knows rows without an id by all they say', () => {
  const walk = pageWalk({ pageSize: 9, idOf })

  expect(walk.take(page(1, [{ n: 1 }, { n: 2 }, { n: 1 }])).fresh).toHaveLength(2)
})

it('ends at a short page that the totals do not contradict', () => {
  const isLast = (rows: string[], totals: ListPage['totals']) =>
    pageWalk({ pageSize: 2, idOf }).take(page(1, rows, totals)).isLast

  expect(isLast(['a'], UNTOLD)).toBe(true)
  expect(isLast(['a'], { items: 1, pages: 1 })).toBe(true)
  expect(isLast(['a'], { items: 2, pages: 1 })).toBe(false)
  expect(isLast(['a'], { items: 1, pages: 2 })).toBe(false)
  expect(isLast(['a', 'b'], { items: 2, pages: 1 })).toBe(false)
  expect(isLast([], { items: 9, pages: 9 })).toBe(true)
})

it('hears no total on an empty page beyond the end, but one on an empty list', () => {
  const beyond = pageWalk({ pageSize: 1, idOf })
  beyond.take(page(1, ['a'], { items: 1, pages: 1 }))
  beyond.take(page(2, [], { items: 0, pages: 0 }))
  const empty = pageWalk({ pageSize: 1, idOf })
  empty.take(page(1, [], { items: 5, pages: 5 }))

  expect(beyond.sum()).toEqual({ received: 1, said: 1, mostSaid: 1, hasChanged: false })
  expect(empty.sum()).toEqual({ received: 0, said: 5, mostSaid: 5, hasChanged: false })
})

it('is whole where the list held still and gave what it said', () => {
  const sum = { received: 5, said: 5, mostSaid: 5, hasChanged: false }

  expect(isWhole(sum)).toBe(true)
  expect(isWhole({ ...sum, said: null, mostSaid: null })).toBe(true)
  expect(isWhole({ ...sum, received: 4 })).toBe(false)
  expect(isWhole({ ...sum, hasChanged: true })).toBe(false)
})

it('takes every distinct row once, however the pages overlap, and ends', () => {
  const pages = fc.array(fc.array(fc.stringMatching(/^[a-f]$/), { maxLength: 4 }), { maxLength: 6 })
  fc.assert(
    fc.property(pages, (all) => {
      const walk = pageWalk({ pageSize: 4, idOf })
      const fresh = all.flatMap((rows, at) => walk.take(page(at + 1, rows)).fresh)

      expect(fresh.map(({ row }) => row)).toEqual([...new Set(all.flat())])
      expect(walk.sum().received).toBe(fresh.length)
    }),
  )
})
