import { expect, it } from 'vitest'
import { RESULTS } from '../report/result-options.ts'
import { readOptions } from './options.ts'

it('takes the load that is aimed at unless told otherwise', () => {
  expect(readOptions([], {})).toEqual({
    ...{ devices: 100_000, seconds: 60, rate: 200, keepIn: RESULTS, databaseUrl: undefined },
  })
})

it('takes a smaller one, and refuses one that measures nothing', () => {
  const small = readOptions(['--devices', '5000', '--seconds', '15', '--no-result'], {})

  expect(small).toMatchObject({ devices: 5000, seconds: 15, rate: 200, keepIn: null })
  expect(() => readOptions(['--rate', '3'], {})).toThrow('--rate')
})
