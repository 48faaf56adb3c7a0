import { expect, it } from 'vitest'
import { RESULTS } from '../report/result-options.ts'
import { readOptions } from './options.ts'

it('measures 100,000 rows in three rounds and keeps the result unless told otherwise', () => {
  expect(readOptions([], {})).toEqual({
    rows: 100_000,
    rounds: 3,
    keepIn: RESULTS,
    databaseUrl: undefined,
  })
  expect(readOptions(['--rows', '10000', '--rounds', '1', '--no-result'], {})).toMatchObject({
    rows: 10_000,
    rounds: 1,
    keepIn: null,
  })
})

it('takes a PostgreSQL server from the environment', () => {
  const { databaseUrl } = readOptions([], { DATABASE_URL: 'postgres://localhost/x' })

  expect(databaseUrl).toBe('postgres://localhost/x')
})

it('refuses a size or a number of rounds it cannot use', () => {
  expect(() => readOptions(['--rows', 'many'], {})).toThrow('--rows many')
  expect(() => readOptions(['--rows', '100'], {})).toThrow('10000 at least')
  expect(() => readOptions(['--rounds', '0'], {})).toThrow('--rounds 0')
})
