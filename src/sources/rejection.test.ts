import { describe, expect, it } from 'vitest'
import type { Cell } from '../workbook/cell.ts'
import { rejectionOf } from './rejection.ts'

function rawOf(cell: Cell): string {
  const row = { number: { cell, place: 'Hoja1!F9' } }
  return rejectionOf({ place: 'Hoja1!9', row }, { message: 'too-long', path: ['number'] }).raw
}

describe('rejectionOf', () => {
  it.each<[string, Cell]>([
    ['180045.5', { kind: 'number', value: 180045.5, text: '180045.5', shown: null }],
    ['000045', { kind: 'number', value: 45, text: '45', shown: '000045' }],
    ['#N/A', { kind: 'error', error: '#N/A' }],
    ['=F12', { kind: 'formula-without-value', formula: 'F12' }],
    ['2026-11-02', { kind: 'date', iso: '2026-11-02' }],
    ['TRUE', { kind: 'boolean', value: true }],
    [' "MV" ', { kind: 'text', text: ' "MV" ' }],
    ['', { kind: 'blank' }],
  ])('shows the cell as a person sees it: %s', (raw, cell) => {
    expect(rawOf(cell)).toBe(raw)
  })

  it('makes characters visible that cannot be seen or kept', () => {
    expect(rawOf({ kind: 'text', text: 'A\u0000B\tC\u0085' })).toBe('A<U+0000>B<U+0009>C<U+0085>')
  })

  it('cuts at 200 characters and through none of them', () => {
    expect(rawOf({ kind: 'text', text: '💾'.repeat(201) })).toBe('💾'.repeat(200))
    expect(rawOf({ kind: 'text', text: 'x'.repeat(40_000) })).toHaveLength(200)
  })

  it('stands at the cell the first fault is at', () => {
    const row = { number: { cell: { kind: 'blank' }, place: 'Hoja1!F9' } }
    const issue = { message: 'number-missing', path: ['number'] }

    expect(rejectionOf({ place: 'Hoja1!9', row }, issue)).toEqual({
      place: 'Hoja1!F9',
      code: 'number-missing',
      raw: '',
    })
  })

  it.each([
    ['a field', { NAME: 'A\0', ID: 3 }, ['NAME'], 'NAME: A<U+0000>'],
    ['a field that holds nothing', { ID: null }, ['ID'], 'ID: null'],
    ['a field that is not there', { ID: 3 }, ['NAME'], 'NAME: undefined'],
    ['the whole row', { ID: 3 }, [], '{"ID":3}'],
    ['no row at all', null, [], 'null'],
  ])('stands at the row where it came without cells: %s', (...[, row, path, raw]) => {
    const rejection = rejectionOf({ place: 'hardware.ID 3', row }, { message: 'x', path })

    expect(rejection).toEqual({ place: 'hardware.ID 3', code: 'row-unreadable', raw })
  })
})
