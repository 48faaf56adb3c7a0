import { describe, expect, it } from 'vitest'
import { ageingDays, meanFixOf } from './ageing-days.ts'

const ITEM = {
  ...({ place: 'all', day: '2026-11-20', check: 'a', site: null, municipality: null } as const),
  ...{ standing: 4, accepted: 0, opened: 1, verified: 2, meanAgeDays: 3, oldestDays: 9 },
  meanFixDays: 2,
}

describe('ageingDays', () => {
  it('adds up the checks of a day, without counting places twice', () => {
    const days = ageingDays({
      ...{ from: '2026-11-20', to: '2026-11-20', notCompared: [] },
      items: [
        ITEM,
        { ...ITEM, check: 'b', standing: 3, verified: 1, oldestDays: 12, meanFixDays: 8 },
        { ...ITEM, place: 'one', site: 'Norte' },
      ],
    })

    expect(days).toEqual([
      {
        ...{ day: '2026-11-20', standing: 7, opened: 2, verified: 3, oldestDays: 12 },
        ...{ meanFixDays: 4, notCompared: 0 },
      },
    ])
  })

  it('has no figure for a day on which nobody looked, not even zero', () => {
    const days = ageingDays({
      ...{ from: '2026-11-19', to: '2026-11-20', items: [ITEM] },
      notCompared: [{ day: '2026-11-19', check: 'a', scope: null, skipped: null }],
    })

    expect(days.map(({ standing, notCompared }) => [standing, notCompared])).toEqual([
      [null, 1],
      [4, 0],
    ])
  })
})

describe('meanFixOf', () => {
  it('is none where nothing went', () => {
    expect(meanFixOf([{ verified: 0, meanFixDays: null }])).toBeNull()
  })
})
