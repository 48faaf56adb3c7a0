import { expect, it } from 'vitest'
import { columnLetters } from './column-letters.ts'

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('names the column at %i %s', (place, letters) => {
  expect(columnLetters(place)).toBe(letters)
})
