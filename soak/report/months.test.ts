import { describe, expect, it } from 'vitest'
import { monthOf, type SoakedDay } from './months.ts'

const day = (at: number, jobs: Record<string, number>): SoakedDay => ({
  ...{ day: `2024-02-0${at}`, jobs, steps: { prune: at } },
  memory: { held: at * 10, resident: at * 100, peak: 500 - at },
  database: { bytes: at * 1000, live: at, dead: 0 },
})
const END = { tables: [{ name: 'run', bytes: 8192, rows: 3 }], catalogBytes: 9, reportBytes: 7 }

describe('monthOf', () => {
  const month = monthOf(
    [
      day(1, { nightly: 4, inbox: 1 }),
      day(2, { nightly: 6, retrain: 30 }),
      day(3, { nightly: 5, inbox: 2 }),
    ],
    END,
  )

  it('has the medians of its days', () => {
    expect(month.daySeconds).toBe(7)
    expect(month.jobSeconds).toEqual({ nightly: 5, inbox: 1.5, retrain: 30 })
    expect(month.stepSeconds).toEqual({ prune: 2 })
    expect(month.memory).toEqual({ held: 20, resident: 200, peak: 499 })
  })

  it('has the sizes of its end', () => {
    expect(month).toMatchObject({ month: '2024-02-01', days: 3, ...END })
    expect(month.database.bytes).toBe(3000)
  })

  it('is of one day at least', () => {
    expect(() => monthOf([], END)).toThrow(RangeError)
  })
})
