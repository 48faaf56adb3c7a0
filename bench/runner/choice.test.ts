import { describe, expect, it } from 'vitest'
import { BENCHMARKS } from './benchmarks.ts'
import { readChoice } from './choice.ts'

const namesOf = (...args: string[]) => readChoice(args, BENCHMARKS).chosen.map(({ name }) => name)

describe('readChoice', () => {
  it('takes every benchmark at its full size unless told otherwise', () => {
    const choice = readChoice([], BENCHMARKS)
    expect(choice).toEqual({ chosen: BENCHMARKS, isQuick: false, isList: false })
  })

  it('takes those that are named, in their own order', () => {
    expect(namesOf('--only', 'checks,anomaly')).toEqual(['anomaly', 'checks'])
    expect(readChoice(['--quick', '--list'], BENCHMARKS)).toMatchObject({
      ...{ isQuick: true, isList: true },
    })
  })

  it('refuses a name that there is not, and says which there are', () => {
    expect(() => namesOf('--only', 'checks,chess')).toThrow(/--only chess: there is anomaly, /u)
  })
})
