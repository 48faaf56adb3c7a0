import { expect, it } from 'vitest'
import { RESULTS } from '../report/result-options.ts'
import { readOptions } from './options.ts'

it('matches a million records in three rounds and keeps the result unless told otherwise', () => {
  expect(readOptions([])).toEqual({ records: 1_000_000, rounds: 3, keepIn: RESULTS })
  expect(readOptions(['--records', '10000', '--rounds', '1', '--no-result'])).toEqual({
    ...{ records: 10_000, rounds: 1, keepIn: null },
  })
})

it('refuses fewer records than a hundredth can be taken of', () => {
  expect(() => readOptions(['--records', '9999'])).toThrow('10000 at least')
})
