import { describe, expect, it } from 'vitest'
import { baselineMemory, type RememberedDay } from './baseline-memory.ts'

/** Days by their value and side, `5`, `9+` for high, `1-` for low, `.` for unknown. */
function remembered(days: string): readonly (number | null)[] {
  const memory = baselineMemory()
  for (const [index, text] of days.split(' ').entries()) {
    const odd: RememberedDay['odd'] = text.endsWith('+')
      ? 'high'
      : text.endsWith('-')
        ? 'low'
        : null
    memory.remember({ index, value: text === '.' ? null : Number.parseInt(text, 10), odd })
  }
  return memory.figures
}

describe('baselineMemory', () => {
  it('leaves odd days out', () => {
    expect(remembered('5 9+ 5 . 1-')).toEqual([5, null, 5, null, null])
  })

  it('lets in a level that has lasted for seven known days', () => {
    expect(remembered('5 9+ 9+ 9+ 9+ 9+ 9+')).toEqual([5, ...new Array(6).fill(null)])
    expect(remembered('5 9+ 9+ 9+ . 9+ 9+ 9+ 9+')).toEqual([5, 9, 9, 9, null, 9, 9, 9, 9])
  })

  it('lets in no seven days that are odd on both sides', () => {
    expect(remembered('9+ 9+ 9+ 1- 9+ 9+ 9+')).toEqual(new Array(7).fill(null))
  })

  it('lets in a weekday that was odd four times, and lets go what it was before', () => {
    const week = '5 5 5 5 5 5'
    const days = remembered(`2 ${week} 9+ ${week} 9+ ${week} 9+ ${week} 9+ ${week}`)
    expect([0, 7, 14, 21, 28].map((index) => days[index])).toEqual([null, 9, 9, 9, 9])
  })
})
