import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/lib/day.ts'
import { helpDeskWeeks } from './help-desk.ts'

const FIRST = '2024-01-01'
const DAYS = 120
const weekOf = helpDeskWeeks({ seed: 1, first: FIRST, days: DAYS })
const files = Array.from({ length: DAYS }, (_, at) => addDays(FIRST, at)).flatMap((day) => {
  const text = weekOf(day)
  return text === null ? [] : [{ day, lines: text.trimEnd().split('\n') }]
})

describe('helpDeskWeeks', () => {
  it('hands the days of a week over on the Monday after it', () => {
    expect(files.map(({ day }) => day).slice(0, 2)).toEqual(['2024-01-08', '2024-01-15'])
    const days = new Set(files[0]?.lines.slice(1).map((line) => line.slice(0, 10)))
    expect([...days]).toEqual(Array.from({ length: 7 }, (_, at) => addDays(FIRST, at)))
  })

  it('gives each event once, below a head', () => {
    const events = files.flatMap(({ lines }) => lines.slice(1))
    expect(new Set(events).size).toBe(events.length)
    expect(new Set(files.map(({ lines }) => lines[0]))).toEqual(new Set(['time,id,metric,value']))
  })
})
