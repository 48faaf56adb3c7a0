import { expect, it } from 'vitest'
import { standingJudge } from '../verify.ts'
import { presentNames } from './present-names.ts'

const names = new Map([
  ['a', 'New'],
  ['b', 'Old'],
  ['c', 'By hand'],
  ['d', null],
])
const machine = { hostname: null, serial: null, uuid: null, deviceId: null, lastContact: null }
const written = { n: 1, from: 'Old', to: 'New', inventoryNumber: null, machine }

it('tells how written names stand; nothing of what a list in part does not name', () => {
  const reading = { target: 'portal', names, unreadable: new Set(['e']), isWhole: true }
  const judged = (isWhole: boolean) => {
    const judge = standingJudge(presentNames({ ...reading, isWhole }))
    return ['a', 'b', 'c', 'd', 'e', 'f'].map((recordKey) => judge({ ...written, recordKey }))
  }

  expect(judged(true)).toEqual([
    { kind: 'standing' },
    { kind: 'reverted', found: 'Old' },
    { kind: 'changed', found: 'By hand' },
    { kind: 'changed', found: null },
    { kind: 'unreadable' },
    { kind: 'gone' },
  ])
  expect(judged(false).at(-1)).toEqual({ kind: 'unreadable' })
})
