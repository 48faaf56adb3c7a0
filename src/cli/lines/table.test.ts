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

it('lets nothing in a cell steer the terminal or break the line', () => {
  const rows = [
    ['PC-1\u001b[2J\u009b1m', 'a\r\nb\u2028c'],
    ['\u202egnp.exe', 'x\u0007'],
  ]

  expect(tableLines(rows, [], 0)).toEqual([
    'PC-1<U+001B>[2J<U+009B>1m  a<U+000D><U+000A>b<U+2028>c',
    '<U+202E>gnp.exe            x<U+0007>',
  ])
})

it('measures what a terminal shows, not how the text is kept', () => {
  const rows = ['Sala', 'Anë', 'e\u0301te\u0301', '東京', 'ｶﾅ', '💻', 'a\u200bb'].map((cell) => [
    cell,
    '|',
  ])

  expect(tableLines(rows, [], 0)).toEqual([
    'Sala  |',
    'Anë   |',
    'e\u0301te\u0301   |',
    '東京  |',
    'ｶﾅ    |',
    '💻    |',
    'a\u200bb    |',
  ])
})
