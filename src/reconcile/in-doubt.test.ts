import { expect, it } from 'vitest'
import { settleRepeated } from './in-doubt.ts'

const change = { recordId: 1, from: 'NA', to: 'A-1', inventoryNumber: '7' }
const moved = { kind: 'moved', found: { tag: 'A-1', inventoryNumber: '7' } } as const

it('counts as applied what an interrupted try had already written', () => {
  const settled = settleRepeated({ ...change, tried: true }, moved)

  expect(settled).toEqual({ kind: 'applied', confirmedLater: true })
})

it('leaves to others what was never tried, or now bears another number', () => {
  const foreign = { kind: 'moved', found: { tag: 'A-1', inventoryNumber: '8' } } as const

  expect(settleRepeated({ ...change, tried: false }, moved).kind).toBe('moved')
  expect(settleRepeated({ ...change, tried: true }, foreign).kind).toBe('moved')
})
