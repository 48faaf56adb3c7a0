import { describe, expect, it } from 'vitest'
import { RESULTS } from '../report/result-options.ts'
import { readOptions } from './options.ts'

describe('readOptions', () => {
  it('measures 100,000 points five times and keeps the result unless told otherwise', () => {
    expect(readOptions([])).toEqual({ points: 100_000, rounds: 5, keepIn: RESULTS })
    expect(readOptions(['--points', '1000', '--rounds', '2', '--no-result'])).toEqual({
      ...{ points: 1000, rounds: 2, keepIn: null },
    })
  })

  it('refuses fewer points than two years have days, and no rounds', () => {
    expect(() => readOptions(['--points', '729'])).toThrow('--points 729')
    expect(() => readOptions(['--rounds', '0'])).toThrow('--rounds 0')
  })
})
