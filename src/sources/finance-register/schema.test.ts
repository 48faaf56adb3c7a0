import { describe, expect, it } from 'vitest'
import { BLANK, type Cell } from '../../workbook/cell.ts'
import { FinanceRow, inventoryNumberOf } from './schema.ts'

const LOST: Cell = { kind: 'error', error: '#REF!' }

function row(number: Cell, location: Cell = LOST) {
  return {
    inventoryNumber: { cell: number, place: 'Hoja1!F10' },
    locationId: { cell: location, place: 'Hoja1!I10' },
    virtualMachineWords: ['MV'],
  }
}

describe('inventoryNumberOf', () => {
  it.each<[string, Cell]>([
    ['text with spaces around it', { kind: 'text', text: ' 10-7\u00a0' }],
    ['a whole number', { kind: 'number', value: 180045, text: '180045', shown: '00180045' }],
  ])('reads %s of a refused row as it is read of one taken', (_, cell) => {
    const location: Cell = { kind: 'text', text: 'L-1' }
    const { inventoryNumber } = FinanceRow.parse(row(cell, location))

    expect(FinanceRow.safeParse(row(cell)).success).toBe(false)
    expect(inventoryNumberOf(row(cell))).toBe(inventoryNumber)
  })

  it.each<[string, Cell]>([
    ['is blank', BLANK],
    ['is a word for none', { kind: 'text', text: 'NA' }],
    ['is a word for a virtual machine', { kind: 'text', text: ' mv ' }],
    ['is an error itself', LOST],
    [
      'has lost digits',
      { kind: 'number', value: 1.5e19, text: '15000000000000000000', shown: null },
    ],
  ])('is null where the number %s', (_, cell) => {
    expect(inventoryNumberOf(row(cell))).toBeNull()
  })

  it.each([null, 7, {}, { inventoryNumber: '7' }])('is null for %o, which is no row', (junk) => {
    expect(inventoryNumberOf(junk)).toBeNull()
  })
})
