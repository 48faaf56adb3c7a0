import { expect, it } from 'vitest'
import { planHolds } from './guard.ts'

it('lets the first plan change any share of the rows', () => {
  expect(planHolds({ changes: 100, rows: 100, first: true }, 0.3)).toEqual([])
})

it('holds a later plan that changes more than the set share', () => {
  expect(planHolds({ changes: 30, rows: 100, first: false }, 0.3)).toEqual([])
  expect(planHolds({ changes: 31, rows: 100, first: false }, 0.3)).toEqual([
    { code: 'share-exceeded', changes: 31, rows: 100, limit: 0.3 },
  ])
})
