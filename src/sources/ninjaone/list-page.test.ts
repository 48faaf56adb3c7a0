import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeListPage, LIST_START, type ListState } from './list-page.ts'

const idsOf = (...ids: number[]) => ids.map((id) => ({ id }))
const after = (...ids: number[]): ListState => ({
  after: Math.max(...ids),
  before: new Set(ids),
  wasEmpty: false,
})

describe('judgeListPage', () => {
  it('goes on from the greatest id, whatever the order within the page', () => {
    const page = judgeListPage(idsOf(3, 1, 2), LIST_START)

    expect(page).toMatchObject({ kind: 'page', next: { after: 3 } })
    expect(page.kind === 'page' && page.elements.map(({ id }) => id)).toEqual([1, 2, 3])
  })

  it('ends at the second empty page in a row', () => {
    const first = judgeListPage([], after(3))

    expect(first).toMatchObject({ kind: 'page', elements: [], next: { after: 3 } })
    expect(first.kind === 'page' && judgeListPage([], first.next)).toEqual({ kind: 'end' })
  })

  it('begins to count empty pages anew after one that is not', () => {
    const empty = { ...after(3), wasEmpty: true }
    const page = judgeListPage(idsOf(4), empty)

    expect(page).toMatchObject({ kind: 'page', next: { after: 4, wasEmpty: false } })
  })

  it('is stuck when a page has nothing new', () => {
    expect(judgeListPage(idsOf(1, 2, 3), after(1, 2, 3))).toEqual({ kind: 'stuck' })
  })

  it('leaves out and counts what the page before had, and what it has twice itself', () => {
    const page = judgeListPage(idsOf(3, 4, 4, 5), after(2, 3))

    expect(page).toMatchObject({ kind: 'page', repeated: 2, next: { after: 5 } })
    expect(page.kind === 'page' && page.elements.map(({ id }) => id)).toEqual([4, 5])
  })

  it('gives up on a list out of order: what else it passed by, nobody could say', () => {
    expect(judgeListPage(idsOf(1, 9), after(3, 4))).toEqual({
      kind: 'unexpected',
      problem: 'not-in-order',
    })
  })

  it.each([null, {}, 'x', { errorMessage: 'x' }])('finds no list in %j', (body) => {
    expect(judgeListPage(body, LIST_START)).toEqual({ kind: 'unexpected', problem: 'not-a-list' })
  })

  it('cannot go on from a page without a single id', () => {
    expect(judgeListPage([{ id: '7' }, null], LIST_START)).toEqual({
      kind: 'unexpected',
      problem: 'no-ids',
    })
  })

  it('keeps what has no id, with its place in the page', () => {
    const page = judgeListPage([{ id: 2 }, { name: 'x' }, { id: 1 }], LIST_START)

    expect(page.kind === 'page' && page.elements.map(({ id, item }) => [id, item])).toEqual([
      [1, 3],
      [2, 1],
      [null, 2],
    ])
  })

  it('reads every id once, for any page size and any rows repeated from the page before', () => {
    const lists = fc.uniqueArray(fc.nat(), { maxLength: 60 })
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 9 }), fc.nat({ max: 3 }), (ids, size, again) => {
        const list = ids.toSorted((one, other) => one - other)
        expect(readAll(list, { size, again })).toEqual(list)
      }),
    )
  })
})

/** Reads a list from a server that begins each page with up to `again` rows of the one before. */
function readAll(list: readonly number[], { size, again }: { size: number; again: number }) {
  const read: (number | null)[] = []
  let state = LIST_START
  for (;;) {
    const from = list.findIndex((id) => id > (state.after ?? -1))
    const rows = from < 0 ? [] : list.slice(Math.max(0, from - Math.min(again, size)), from + size)
    const page = judgeListPage(idsOf(...rows), state)
    if (page.kind === 'end') return read
    if (page.kind !== 'page') throw new Error(page.kind)
    read.push(...page.elements.map(({ id }) => id))
    state = page.next
  }
}
