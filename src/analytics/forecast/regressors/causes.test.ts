import { describe, expect, it } from 'vitest'
import { layCauses, missingAhead } from './causes.ts'
import { calendarRegressor, fallsOn } from './regressor.ts'

const SERIES = { first: '2026-03-06', values: [5, null, 7] } // a Friday
const GIVEN = {
  regressor: { kind: 'given', name: 'fairs', figures: {} },
  figures: { '2026-03-06': 2, '2026-03-08': 0, '2026-03-09': 1, '2026-03-10': 3, '2026-03-12': 4 },
} as const
const WEEKEND = { regressor: { kind: 'calendar', name: 'weekend' }, figures: {} } as const

describe('layCauses', () => {
  it('reaches as far ahead as every regressor is known without a gap', () => {
    expect(layCauses(SERIES, [GIVEN, WEEKEND], 365)).toEqual({
      known: [
        [2, 0, 0],
        [0, 1, 1],
      ],
      hidden: [1],
      missing: [1, 0],
      coming: [
        [1, 3],
        [0, 0],
      ],
    })
  })

  it('reaches no further than is asked for', () => {
    expect(layCauses(SERIES, [WEEKEND], 7).coming).toEqual([[0, 0, 0, 0, 0, 1, 1]])
  })
})

describe('missingAhead', () => {
  it('names the days ahead that have no figure', () => {
    expect(missingAhead(GIVEN, '2026-03-08', 5)).toEqual(['2026-03-11', '2026-03-13'])
    expect(missingAhead(WEEKEND, '2026-03-08', 365)).toEqual([])
  })
})

describe('calendarRegressor', () => {
  it('knows the days of the week', () => {
    expect(calendarRegressor('monday')).toEqual({ kind: 'calendar', name: 'monday' })
    expect(calendarRegressor('pos/sold')).toBeNull()
    expect([fallsOn('monday', '2026-03-09'), fallsOn('sunday', '2026-03-09')]).toEqual([
      true,
      false,
    ])
  })
})
