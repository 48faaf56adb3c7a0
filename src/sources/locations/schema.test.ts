import { describe, expect, it } from 'vitest'
import { BLANK, type Cell } from '../../workbook/cell.ts'
import { LocationRow, locationIdOf } from './schema.ts'

const LOST: Cell = { kind: 'formula-without-value', formula: 'G1' }
const SALA: Cell = { kind: 'text', text: 'Sala' }

function row(id: Cell, building: Cell = LOST) {
  return {
    id: { cell: id, place: 'Hoja1!E10' },
    description: { cell: SALA, place: 'Hoja1!F10' },
    building: { cell: building, place: 'Hoja1!G10' },
  }
}

describe('locationIdOf', () => {
  it('reads the id of a refused row as it is read of one taken', () => {
    const cell: Cell = { kind: 'text', text: '\t01A0001Ñ ' }
    const { id } = LocationRow.parse(row(cell, SALA))

    expect(LocationRow.safeParse(row(cell)).success).toBe(false)
    expect(locationIdOf(row(cell))).toBe(id)
  })

  it.each<[string, Cell]>([
    ['is blank', BLANK],
    ['is a word for none', { kind: 'text', text: 'NA' }],
    ['is a formula without a value itself', LOST],
  ])('is null where the id %s', (_, cell) => {
    expect(locationIdOf(row(cell))).toBeNull()
  })

  it.each([null, 7, {}, { id: 'L-1' }])('is null for %o, which is no row', (junk) => {
    expect(locationIdOf(junk)).toBeNull()
  })
})
