import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'

describe('readOptions', () => {
  it('fits twenty series three times and keeps the result unless told otherwise', () => {
    expect(readOptions([])).toEqual({ series: 20, rounds: 3, keep: true })
    expect(readOptions(['--series', '2', '--rounds', '1', '--no-result'])).toEqual({
      ...{ series: 2, rounds: 1, keep: false },
    })
  })

  it('refuses no series and no rounds', () => {
    expect(() => readOptions(['--series', '0'])).toThrow('--series 0')
    expect(() => readOptions(['--rounds', 'x'])).toThrow('--rounds x')
  })
})
