import { expect, it } from 'vitest'
import { RESULTS } from '../report/result-options.ts'
import { readOptions } from './options.ts'

it('measures 100,000 devices in three rounds and keeps the result unless told otherwise', () => {
  expect(readOptions([], {})).toEqual({
    devices: 100_000,
    rounds: 3,
    keepIn: RESULTS,
    databaseUrl: undefined,
  })
  expect(readOptions(['--devices', '5000', '--rounds', '1', '--no-result'], {})).toMatchObject({
    devices: 5_000,
    rounds: 1,
    keepIn: null,
  })
})

it('refuses a size too small for everything that is planted', () => {
  expect(() => readOptions(['--devices', '4999'], {})).toThrow('5000 at least')
})
