import { expect, it } from 'vitest'
import { RESULTS } from '../report/result-options.ts'
import { readOptions } from './options.ts'

it('measures every series and keeps the result unless told otherwise', () => {
  expect(readOptions([])).toEqual({ every: 1, keepIn: RESULTS })
  expect(readOptions(['--every', '7', '--no-result'])).toEqual({ every: 7, keepIn: null })
})

it('refuses to measure none', () => {
  expect(() => readOptions(['--every', '0'])).toThrow('1 at least')
})
