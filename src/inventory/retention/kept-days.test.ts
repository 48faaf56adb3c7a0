import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, monthStart } from '../../lib/day.ts'
import { dueMonthEnds, keptDays, type MonthEnd, monthEndsWith } from './kept-days.ts'

const NOW = { today: '2026-04-05', retention: { dailyFor: 65, monthEnds: 24 } }

describe('the days kept', () => {
  it('reach back 65 days, the oldest of them included', () => {
    const known = ['2026-01-29', '2026-01-30', '2026-04-05']

    expect(keptDays(known, [], NOW)).toEqual(['2026-01-30', '2026-04-05'])
  })

  it('are month-ends alone before that, of 24 months', () => {
    const end = (day: string): MonthEnd => ({ source: 's', month: monthStart(day), day })
    const known = ['2024-03-31', '2024-04-30', '2024-05-01', '2025-12-31']

    expect(keptDays(known, known.map(end), NOW)).toEqual(['2024-04-30', '2024-05-01', '2025-12-31'])
    expect(keptDays(known, [end('2024-04-30')], NOW)).toEqual(['2024-04-30'])
  })

  it('never lack a month-end of the 24 months before this one, nor a day of the last 65', () => {
    const day = fc.integer({ min: -900, max: 0 }).map((ago) => addDays(NOW.today, ago))
    fc.assert(
      fc.property(fc.uniqueArray(day, { maxLength: 120 }), (known) => {
        const ends = dueMonthEnds(
          known.map((each) => ({ source: 's', day: each })),
          [],
          NOW.today,
        )

        const kept = new Set(keptDays(known, ends, NOW))

        for (const each of known) {
          const isEnd = ends.some((end) => end.day === each && end.month >= '2024-04-01')
          expect(kept.has(each)).toBe(isEnd || each >= '2026-01-30')
        }
      }),
    )
  })
})

describe('a month-end', () => {
  const days = (source: string, ...known: string[]) => known.map((day) => ({ source, day }))

  it('is the last known day of a month that is over', () => {
    const known = days('s', '2026-02-27', '2026-03-30', '2026-03-28', '2026-04-04')

    expect(dueMonthEnds(known, [], NOW.today)).toEqual([
      { source: 's', month: '2026-02-01', day: '2026-02-27', insteadOf: null },
      { source: 's', month: '2026-03-01', day: '2026-03-30', insteadOf: null },
    ])
  })

  const KEPT = { source: 'b', month: '2026-03-01', day: '2026-03-29' }

  it('is each source’s own, and moves to a later day of its month that came in since', () => {
    const known = [...days('a', '2026-03-31'), ...days('b', '2026-03-29', '2026-03-30')]

    const due = dueMonthEnds(known, [KEPT], NOW.today)

    expect(due).toEqual([
      { source: 'a', month: '2026-03-01', day: '2026-03-31', insteadOf: null },
      { source: 'b', month: '2026-03-01', day: '2026-03-30', insteadOf: '2026-03-29' },
    ])
    expect(monthEndsWith(due, [KEPT]).map(({ day }) => day)).toEqual(['2026-03-31', '2026-03-30'])
  })

  it('stays where all that is known of its month is earlier, or the same', () => {
    expect(dueMonthEnds(days('b', '2026-03-29', '2026-03-02'), [KEPT], NOW.today)).toEqual([])
    expect(dueMonthEnds(days('b', '2026-03-02'), [KEPT], NOW.today)).toEqual([])
    expect(monthEndsWith([], [KEPT])).toEqual([KEPT])
  })
})
