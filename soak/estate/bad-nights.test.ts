import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/lib/day.ts'
import { badNightOf } from './bad-nights.ts'

const YEAR = Array.from({ length: 366 }, (_, at) => addDays('2024-01-01', at))
const found = (seed: number) =>
  YEAR.flatMap((day) => {
    const bad = badNightOf(day, seed)
    return bad === null ? [] : [{ day, bad }]
  })

describe('badNightOf', () => {
  it('lets each thing go wrong once a month', () => {
    const byMonth = Map.groupBy(found(1), ({ day }) => day.slice(0, 7))
    const kinds = [...byMonth.values()].map((nights) => nights.map(({ bad }) => bad).toSorted())

    expect(kinds).toEqual(Array(12).fill(['empty-page', 'no-answer', 'not-run']))
  })

  it('misses the end of two months of a year', () => {
    const ends = found(1).filter(({ day }) => addDays(day, 1).endsWith('-01'))

    expect(ends).toEqual([
      { day: '2024-06-30', bad: 'not-run' },
      { day: '2024-12-31', bad: 'not-run' },
    ])
  })

  it('goes by the seed alone', () => {
    expect(found(2)).toEqual(found(2))
    expect(found(2)).not.toEqual(found(1))
  })
})
