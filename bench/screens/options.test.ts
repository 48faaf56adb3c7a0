import { expect, it } from 'vitest'
import { RESULTS } from '../report/result-options.ts'
import { readOptions } from './options.ts'

it('opens screens over a hundred thousand machines unless told otherwise', () => {
  expect(readOptions([], {})).toEqual({
    ...{ devices: 100_000, rounds: 5, keepIn: RESULTS, databaseUrl: undefined },
  })
})

it('takes fewer machines, and refuses a run that measures nothing', () => {
  const small = readOptions(['--devices', '600', '--rounds', '2', '--no-result'], {})

  expect(small).toMatchObject({ devices: 600, rounds: 2, keepIn: null })
  expect(() => readOptions(['--rounds', '0'], {})).toThrow('--rounds')
})
