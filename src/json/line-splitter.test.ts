import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineSplitter } from './line-splitter.ts'

function linesOf(pieces: readonly string[]) {
  const splitter = lineSplitter()
  const lines = pieces.flatMap((piece) => splitter.push(piece))
  const last = splitter.end()
  return last === null ? lines : [...lines, last]
}

it('numbers lines from 1 and passes over blank ones', () => {
  expect(linesOf(['{"a":1}\r\n\n  \n{"b":2}\n{"c":3}'])).toEqual([
    { number: 1, text: '{"a":1}' },
    { number: 4, text: '{"b":2}' },
    { number: 5, text: '{"c":3}' },
  ])
})

it('tells the line that no line end closed apart', () => {
  const splitter = lineSplitter()

  expect(splitter.push('one\ntw')).toEqual([{ number: 1, text: 'one' }])
  expect(splitter.pending()).toBe(2)
  expect(splitter.end()).toEqual({ number: 2, text: 'tw' })
})

it('finds the same lines however the text is cut', () => {
  const piece = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r\n', '{}') })
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(linesOf(pieces)).toEqual(linesOf([pieces.join('')]))
    }),
  )
})
