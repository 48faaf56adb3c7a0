import { expect, it } from 'vitest'
import { tableLines } from './table.ts'

it('aligns the cells of a column, numbers to the right', () => {
  const rows = [
    ['388', 'TAG is to be changed', 'P1'],
    ['7', 'Ambiguous', 'P12'],
  ]

  expect(tableLines(rows, ['right'])).toEqual([
    '  388  TAG is to be changed  P1',
    '    7  Ambiguous             P12',
  ])
})

it('leaves no spaces at the end of a line', () => {
  expect(
    tableLines(
      [
        ['a', ''],
        ['b', 'long'],
      ],
      [],
      0,
    ),
  ).toEqual(['a', 'b  long'])
})
