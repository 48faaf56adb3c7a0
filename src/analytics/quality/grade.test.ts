import { expect, it } from 'vitest'
import { gradeOf } from './grade.ts'

it.each([
  [100, 'A'],
  [90, 'A'],
  [89.9, 'B'],
  [80, 'B'],
  [79.9, 'C'],
  [70, 'C'],
  [69.9, 'D'],
  [60, 'D'],
  [59.9, 'F'],
  [0, 'F'],
])('grades %d as %s', (score, grade) => {
  expect(gradeOf(score)).toBe(grade)
})
