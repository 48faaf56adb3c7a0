import { describe, expect, it } from 'vitest'
import type { FoundState } from '../sources/source.ts'
import { settleAbandoned, settleRepeated } from './in-doubt.ts'

const change = { recordKey: '1', from: 'NA', to: 'A-1', inventoryNumber: '7', organisation: null }
const moved = { kind: 'moved', found: { value: 'A-1', inventoryNumber: '7' } } as const

it('counts as applied what an interrupted try had already written', () => {
  const settled = settleRepeated({ ...change, tried: true }, moved)

  expect(settled).toEqual({ kind: 'applied', confirmedLater: true })
})

it('leaves to others what was never tried, or now bears another number', () => {
  const foreign = { kind: 'moved', found: { value: 'A-1', inventoryNumber: '8' } } as const

  expect(settleRepeated({ ...change, tried: false }, moved).kind).toBe('moved')
  expect(settleRepeated({ ...change, tried: true }, foreign).kind).toBe('moved')
})

describe('settleAbandoned', () => {
  const row = (value: string, inventoryNumber = '7'): FoundState => ({ value, inventoryNumber })

  it.each([
    ['applied', row('A-1')],
    ['failed', row('NA')],
    ['moved', row('B-2')],
    ['moved', row('A-1', '8')],
    ['moved', null],
  ])('calls it %s where it finds %j', (kind, found) => {
    expect(settleAbandoned(change, found).kind).toBe(kind)
  })
})
