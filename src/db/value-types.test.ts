import { expect, it } from 'vitest'
import { parseInteger } from './value-types.ts'

it('parseInteger gives exact numbers and refuses others', () => {
  expect(parseInteger('-9007199254740991')).toBe(-9007199254740991)
  expect(() => parseInteger('9007199254740992')).toThrow('9007199254740992 is beyond exact numbers')
})
