import { describe, expect, it } from 'vitest'
import { RESULTS } from '../report/result-options.ts'
import { readOptions } from './options.ts'

describe('readOptions', () => {
  it('fits twenty series three times and keeps the result unless told otherwise', () => {
    expect(readOptions([])).toEqual({ series: 20, rounds: 3, keepIn: RESULTS })
    expect(readOptions(['--series', '2', '--rounds', '1', '--no-result'])).toEqual({
      ...{ series: 2, rounds: 1, keepIn: null },
    })
  })

  it('refuses no series and no rounds', () => {
    expect(() => readOptions(['--series', '0'])).toThrow('--series 0')
    expect(() => readOptions(['--rounds', 'x'])).toThrow('--rounds x')
  })
})
