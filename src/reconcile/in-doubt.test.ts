import { describe, expect, it } from 'vitest'
import type { OcsComputer } from '../sources/ocs/computer.ts'
import { settleAbandoned, settleRepeated } from './in-doubt.ts'

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

describe('settleAbandoned', () => {
  const row = (tag: string, inventoryNumber = '7'): OcsComputer => ({
    hardwareId: 1,
    deviceId: 'PC-1',
    hostname: null,
    serial: null,
    uuid: null,
    lastContact: null,
    archived: false,
    virtualMachine: null,
    tag,
    inventoryNumber,
  })

  it.each([
    ['applied', row('A-1')],
    ['failed', row('NA')],
    ['moved', row('B-2')],
    ['moved', row('A-1', '8')],
    ['moved', undefined],
  ])('calls it %s where it finds %j', (kind, computer) => {
    expect(settleAbandoned(change, computer).kind).toBe(kind)
  })
})
