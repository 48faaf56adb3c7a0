import { expect, it } from 'vitest'
import { RESULTS } from '../report/result-options.ts'
import { readOptions } from './options.ts'

it('measures 1,000,000 rows in three rounds, leaves the large file out and keeps the result unless told otherwise', () => {
  expect(readOptions([], {})).toEqual({
    rows: 1_000_000,
    rounds: 3,
    gigabytes: 0,
    keepIn: RESULTS,
    databaseUrl: undefined,
  })
  expect(
    readOptions(['--rows', '50000', '--rounds', '1', '--gigabytes', '2', '--no-result'], {}),
  ).toMatchObject({ rows: 50_000, rounds: 1, gigabytes: 2, keepIn: null })
})

it('takes the server that is named before that of the environment', () => {
  const environment = { DATABASE_URL: 'postgres://one/a' }

  expect(readOptions([], environment).databaseUrl).toBe('postgres://one/a')
  expect(readOptions(['--database-url', 'postgres://two/b'], environment).databaseUrl).toBe(
    'postgres://two/b',
  )
})

it('refuses a file too small for its days, and half a gigabyte', () => {
  expect(() => readOptions(['--rows', '49999'], {})).toThrow('50000 at least')
  expect(() => readOptions(['--gigabytes', '0.5'], {})).toThrow('whole number')
})
