import { expect, it } from 'vitest'
import { holdsOf } from './completeness.ts'

const finance = (records: number, acceptedBefore: number | null) => ({
  source: 'finance-register',
  records,
  acceptedBefore,
})

it('takes a first delivery of any size but an empty one', () => {
  expect(holdsOf(finance(1, null), 0.2)).toEqual([])
  expect(holdsOf(finance(0, null), 0.2)).toEqual([{ code: 'empty', source: 'finance-register' }])
})

it('takes a delivery that shrank by just the limit and holds one that shrank by more', () => {
  expect(holdsOf(finance(80, 100), 0.2)).toEqual([])
  expect(holdsOf(finance(79, 100), 0.2)).toEqual([
    { code: 'shrunk', source: 'finance-register', before: 100, now: 79, limit: 0.2 },
  ])
})

it('takes an empty delivery again once an empty one was accepted', () => {
  expect(holdsOf(finance(0, 0), 0.2)).toEqual([])
})
