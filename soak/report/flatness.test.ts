import { describe, expect, it } from 'vitest'
import { judge, judgedMonths, type Watched } from './flatness.ts'
import type { SoakedMonth } from './months.ts'

const month = (at: number, bytes: number, days = 30): SoakedMonth => ({
  ...{ month: `20${24 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`, days },
  ...{
    daySeconds: 1,
    jobSeconds: {},
    stepSeconds: {},
    tables: [],
    catalogBytes: 0,
    reportBytes: 0,
  },
  memory: { held: 0, resident: 0, peak: 0 },
  database: { bytes, live: 0, dead: 0 },
})
const months = (...bytes: number[]) => bytes.map((each, at) => month(at, each))
const watched: Watched = {
  ...{ name: 'database', unit: 'bytes', limit: 0.01 },
  of: ({ database }) => database.bytes,
}

describe('judgedMonths', () => {
  it('are the later half of the whole months', () => {
    const all = [...months(...Array(24).fill(1)), month(24, 1, 3)]
    expect(judgedMonths(all).map(({ month: first }) => first)).toEqual(
      all.slice(12, 24).map(({ month: first }) => first),
    )
  })

  it('are none of a short soak', () => {
    expect(judgedMonths(months(...Array(11).fill(1)))).toEqual([])
    expect(judgedMonths(months(...Array(12).fill(1)))).toHaveLength(6)
  })
})

describe('judge', () => {
  it('takes growth past the limit for what it is', () => {
    const [found] = judge(months(100, 102, 104, 106, 108, 110), [watched])
    expect(found).toMatchObject({ level: 105, perMonth: 2, isFlat: false })
    expect(found?.growth).toBeCloseTo(2 / 105, 10)
  })

  it('takes what goes up and down, and what shrinks, for flat', () => {
    expect(judge(months(100, 104, 99, 103, 98, 102), [watched])[0]?.isFlat).toBe(true)
    expect(judge(months(100, 95, 90, 85, 80, 75), [watched])[0]?.isFlat).toBe(true)
  })

  it('is not misled by one wild month', () => {
    expect(judge(months(100, 100, 100, 100, 100, 900), [watched])[0]).toMatchObject({
      ...{ perMonth: 0, isFlat: true },
    })
  })

  it('leaves out what never came', () => {
    expect(judge(months(1, 2), [{ ...watched, of: () => undefined }])).toEqual([])
  })
})
