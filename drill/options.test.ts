import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'

const NAMES = ['kill-apply', 'disk-full']

describe('readOptions', () => {
  it('asks for every drill and 200 kills unless told otherwise', () => {
    expect(readOptions([], NAMES)).toEqual({
      ...{ only: [], kills: 200, seed: 1, isQuick: false, keep: false },
    })
  })

  it('asks for few kills in the quick mode, and for as many as given', () => {
    expect(readOptions(['--quick'], NAMES).kills).toBeLessThan(20)
    expect(readOptions(['--quick', '--kills', '30'], NAMES).kills).toBe(30)
  })

  it('takes drills by name, with commas between', () => {
    const { only, seed } = readOptions(['--only', 'disk-full,kill-apply', '--seed', '7'], NAMES)
    expect([only, seed]).toEqual([['disk-full', 'kill-apply'], 7])
  })

  it.each([
    [['--only', 'disk-ful'], /disk-ful: must be of kill-apply, disk-full/u],
    [['--kills', '0'], /--kills 0/u],
    [['--seed', 'x'], /--seed x/u],
  ])('refuses %j', (args, words) => {
    expect(() => readOptions(args, NAMES)).toThrow(words)
  })
})
