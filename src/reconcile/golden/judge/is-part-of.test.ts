import { expect, it } from 'vitest'
import { isPartOf } from './is-part-of.ts'

it.each<[unknown, unknown, boolean]>([
  ['a', 'a', true],
  [1, '1', false],
  [null, undefined, false],
  [{ a: 1 }, { a: 1, b: 2 }, true],
  [{ a: { b: 1 } }, { a: { b: 1, c: 2 } }, true],
  [{ a: 1 }, { b: 1 }, false],
  [['x', { a: 1 }], ['x', { a: 1, b: 2 }], true],
  [['x'], ['x', 'y'], false],
  [['x', 'y'], ['y', 'x'], false],
  [{ a: 1 }, null, false],
])('of %j in %j says %j', (expected, found, answer) => {
  expect(isPartOf(expected, found)).toBe(answer)
})
