import { expect, it } from 'vitest'
import { RESULTS } from '../report/result-options.ts'
import { readOptions } from './options.ts'

it('keeps 100,000 devices for 65 days and asks over a million versions unless told otherwise', () => {
  expect(readOptions([], {})).toEqual({
    devices: 100_000,
    days: 65,
    versions: 1_000_000,
    rounds: 1,
    keepIn: RESULTS,
    isExplained: false,
    databaseUrl: undefined,
  })
  const small = ['--devices', '500', '--days', '9', '--versions', '1', '--explain', '--no-result']
  expect(readOptions(small, { DATABASE_URL: 'postgres://localhost/x' })).toEqual({
    devices: 500,
    days: 9,
    versions: 1,
    rounds: 1,
    keepIn: null,
    isExplained: true,
    databaseUrl: 'postgres://localhost/x',
  })
})

it('refuses what it cannot measure', () => {
  expect(() => readOptions(['--devices', 'many'], {})).toThrow('--devices many')
  expect(() => readOptions(['--days', '4'], {})).toThrow('5 at least')
  expect(() => readOptions(['--rounds', '0'], {})).toThrow('--rounds 0')
})
