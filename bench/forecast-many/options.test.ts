import { describe, expect, it } from 'vitest'
import { RESULTS } from '../report/result-options.ts'
import { readOptions } from './options.ts'

describe('readOptions', () => {
  it('takes ten thousand series and two threads unless told otherwise', () => {
    expect(readOptions([])).toEqual({
      series: 10_000,
      threads: 2,
      inMemory: false,
      keepIn: RESULTS,
    })
  })

  it('takes what it is told', () => {
    const args = ['--series', '60', '--in-memory', '--threads', '1', '--no-result']
    expect(readOptions(args)).toEqual({ series: 60, threads: 1, inMemory: true, keepIn: null })
  })

  it('refuses what is no number of series or threads', () => {
    expect(() => readOptions(['--series', '3'])).toThrow('12 at least')
    expect(() => readOptions(['--in-memory', '--threads', '0'])).toThrow('1 at least')
  })

  it('refuses a number of threads for a study that takes its own', () => {
    expect(() => readOptions(['--threads', '1'])).toThrow('--threads goes with --in-memory')
  })
})
