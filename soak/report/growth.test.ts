import { describe, expect, it } from 'vitest'
import { tableGrowth } from './growth.ts'
import type { SoakedMonth } from './months.ts'

const month = (rows: Record<string, number>): SoakedMonth => ({
  ...{ month: '2024-01-01', days: 30, daySeconds: 1, jobSeconds: {}, stepSeconds: {} },
  ...{ memory: { held: 0, resident: 0, peak: 0 }, database: { bytes: 0, live: 0, dead: 0 } },
  tables: Object.entries(rows).map(([name, count]) => ({ name, rows: count, bytes: count * 100 })),
  catalogBytes: 0,
  reportBytes: 0,
})

describe('tableGrowth', () => {
  it('tells how much comes to each table in a month, the most first', () => {
    const found = tableGrowth([
      month({ record: 50, rejection: 10, empty: 0 }),
      month({ record: 52, rejection: 30, empty: 0 }),
      month({ record: 50, rejection: 50, empty: 0 }),
    ])

    expect(found).toEqual([
      {
        ...{ name: 'rejection', isBounded: false, rows: 50, bytes: 5000 },
        ...{ rowsPerMonth: 20, bytesPerMonth: 2000 },
      },
      {
        ...{ name: 'record', isBounded: true, rows: 50, bytes: 5000 },
        ...{ rowsPerMonth: 0, bytesPerMonth: 0 },
      },
    ])
  })

  it('has nothing to tell of no months', () => {
    expect(tableGrowth([])).toEqual([])
  })
})
