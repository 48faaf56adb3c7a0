import { expect, it } from 'vitest'
import { isOneOf } from './word-list.ts'

it('knows a word in any case, with any white space around either of the two', () => {
  expect(isOneOf([' mv\u00a0', 'N/A'], '\u0085MV\u2003')).toBe(true)
  expect(isOneOf(['mv'], 'MV1')).toBe(false)
})

it('takes blank text for no word, even where the list holds a blank one', () => {
  expect(isOneOf([''], ' ')).toBe(false)
})
