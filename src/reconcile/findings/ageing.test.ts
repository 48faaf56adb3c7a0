import { describe, expect, it } from 'vitest'
import { ageing } from './ageing.ts'
import type { FindingDayRow, LookedDay } from './ageing-queries.ts'

const DAYS = ['2026-03-03', '2026-03-02', '2026-03-01']

function figure(day: string, said: Partial<FindingDayRow> = {}): FindingDayRow {
  return {
    ...{ day, check: 'c', site: null, municipality: null, standing: 0, accepted: 0, opened: 0 },
    ...{ verified: 0, meanAgeDays: null, oldestDays: 0, meanFixDays: null },
    ...said,
  }
}

function look(day: string, skipped: LookedDay['skipped'] = null, scope = 'n+t'): LookedDay {
  return { day, check: 'c', scope, skipped }
}

const of = (figures: FindingDayRow[], looks: LookedDay[]) =>
  ageing({ days: DAYS, checks: ['c'], figures, looks })

describe('ageing', () => {
  it('has zeros where a check looked and found nothing, and no row where it did not look', () => {
    const { rows, unlooked } = of([], [look('2026-03-01'), look('2026-03-02', { t: 'held' })])

    expect(rows).toEqual([
      {
        ...{ day: '2026-03-01', check: 'c', place: 'all', site: null, municipality: null },
        ...{ standing: 0, accepted: 0, opened: 0, verified: 0 },
        ...{ meanAgeDays: null, oldestDays: null, meanFixDays: null },
      },
    ])
    expect(unlooked).toEqual([
      { day: '2026-03-03', check: 'c', scope: null, skipped: null },
      { day: '2026-03-02', check: 'c', scope: 'n+t', skipped: { t: 'held' } },
    ])
  })

  it('sums the places of a day, means weighed by how many findings they are of', () => {
    const { rows } = of(
      [
        figure('2026-03-03', { site: 'A', standing: 3, meanAgeDays: 2, oldestDays: 4, opened: 1 }),
        figure('2026-03-03', { site: 'B', standing: 1, meanAgeDays: 10, oldestDays: 10 }),
        figure('2026-03-03', { site: 'C', verified: 2, meanFixDays: 5 }),
      ],
      [look('2026-03-03')],
    )

    expect(rows.map(({ place, site }) => [place, site])).toEqual([
      ...[['all', null] as const, ['one', 'A'] as const, ['one', 'B'] as const],
      ['one', 'C'],
    ])
    expect(rows[0]).toMatchObject({
      ...{ standing: 4, opened: 1, verified: 2, meanAgeDays: 4, oldestDays: 10, meanFixDays: 5 },
    })
    expect(rows[3]).toMatchObject({ oldestDays: null })
  })

  it('says which sources are missing in the figures of a day that is not whole', () => {
    const { rows, unlooked } = of(
      [figure('2026-03-03', { standing: 1, meanAgeDays: 0 })],
      [look('2026-03-03'), look('2026-03-03', { o: 'failed' }, 'n+o')],
    )

    expect(rows).toHaveLength(2)
    expect(unlooked).toContainEqual({
      ...{ day: '2026-03-03', check: 'c', scope: 'n+o', skipped: { o: 'failed' } },
    })
  })
})
