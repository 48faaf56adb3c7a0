import { describe, expect, it } from 'vitest'
import { askedWindow } from './asked-window.ts'

const SERIES = { first: '2026-03-01', values: [1, null, null, 4, 5] }

describe('askedWindow', () => {
  it('tells the days after the last figure, and those before the first', () => {
    expect(askedWindow(SERIES, { from: '2026-02-26', to: '2026-03-08' })).toEqual({
      ...{ from: '2026-02-26', to: '2026-03-08', daysWithFigure: 3, daysWithout: 8 },
      without: [
        { from: '2026-02-26', to: '2026-02-28' },
        { from: '2026-03-02', to: '2026-03-03' },
        { from: '2026-03-06', to: '2026-03-08' },
      ],
    })
  })

  it('goes from the first day to the last where nobody says', () => {
    expect(askedWindow(SERIES, { from: null, to: null })).toMatchObject({
      ...{ from: '2026-03-01', to: '2026-03-05', daysWithFigure: 3, daysWithout: 2 },
    })
  })

  it('has no figure where the days lie beyond the series', () => {
    const beyond = { from: '2026-04-01', to: '2026-04-02' }
    expect(askedWindow(SERIES, beyond)).toEqual({
      ...{ ...beyond, daysWithFigure: 0, daysWithout: 2, without: [beyond] },
    })
    expect(askedWindow({ first: '', values: [] }, beyond)).toMatchObject({ daysWithFigure: 0 })
  })

  it('takes a gap that goes on past the last place for one', () => {
    const open = { first: '2026-03-01', values: [1, null] }
    expect(askedWindow(open, { from: null, to: '2026-03-04' })?.without).toEqual([
      { from: '2026-03-02', to: '2026-03-04' },
    ])
  })

  it('names no day where there is none', () => {
    expect(askedWindow({ first: '', values: [] }, { from: null, to: null })).toBeNull()
    expect(askedWindow(SERIES, { from: '2026-04-01', to: null })).toBeNull()
  })
})
