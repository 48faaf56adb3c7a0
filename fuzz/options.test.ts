import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'

describe('readOptions', () => {
  it('is the quick mode with the usual seed where nothing is said', () => {
    expect(readOptions([], 7)).toEqual({ inputs: 6_000, seed: 7, only: null, again: null })
  })

  it('takes what is said', () => {
    const args = ['--inputs', '5', '--seed', '0', '--only', 'sites,roles']
    expect(readOptions(args, 7)).toEqual({
      ...{ inputs: 5, seed: 0, only: ['sites', 'roles'], again: null },
    })
  })

  it.each([
    [['--inputs', '0'], '--inputs 0'],
    [['--inputs', 'many'], '--inputs many'],
    [['--seed=-1'], '--seed -1'],
    [['--again', 'file'], '--again'],
  ])('refuses %j', (args, told) => {
    expect(() => readOptions(args, 7)).toThrow(told)
  })
})
