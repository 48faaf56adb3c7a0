import { describe, expect, it } from 'vitest'
import { judgeReportPage, REPORT_START, type ReportState } from './report-page.ts'

const report = (cursor: object | null, ...deviceIds: number[]) => ({
  ...(cursor && { cursor }),
  results: deviceIds.map((deviceId) => ({ deviceId, fields: {} })),
})

/** The state after some pages. */
function after(...pages: object[]): ReportState {
  return pages.reduce((state: ReportState, body) => {
    const page = judgeReportPage(body, state)
    return 'next' in page ? page.next : state
  }, REPORT_START)
}

describe('judgeReportPage', () => {
  it('goes on under the name of the cursor', () => {
    const page = judgeReportPage(report({ name: 'c-1', offset: 0, count: 3 }, 1, 2), REPORT_START)

    expect(page).toMatchObject({ kind: 'page', next: { cursor: 'c-1', received: 2, said: 3 } })
  })

  it.each([
    ['names no cursor', report(null, 3)],
    ['names an empty one', report({ name: '' }, 3)],
    ['has no results', report({ name: 'c-1', offset: 2 })],
  ])('ends with a page that %s', (_, body) => {
    const state = after(report({ name: 'c-1', offset: 0 }, 1, 2))

    expect(judgeReportPage(body, state).kind).toBe('end')
  })

  it('takes a cursor of the same name for another page when its offset has moved', () => {
    const state = after(report({ name: 'c-1', offset: 0 }, 1, 2))

    expect(judgeReportPage(report({ name: 'c-1', offset: 2 }, 3), state).kind).toBe('page')
  })

  it.each([
    ['the same name and offset', report({ name: 'c-1', offset: 0 }, 5, 6)],
    ['the same first device under a new name', report({ name: 'c-2', offset: 2 }, 1, 2)],
  ])('is stuck on %s', (_, body) => {
    const state = after(report({ name: 'c-1', offset: 0 }, 1, 2))

    expect(judgeReportPage(body, state)).toEqual({ kind: 'stuck' })
  })

  it('takes an offset beyond what came for rows passed by', () => {
    const state = after(
      report({ name: 'c-1', offset: 0 }, 1, 2),
      report({ name: 'c-1', offset: 4 }, 5),
    )

    expect(state).toMatchObject({ received: 3, said: 4 })
  })

  it('takes a count of the page alone for no more than that', () => {
    const state = after(
      report({ name: 'c-1', offset: 0, count: 2 }, 1, 2),
      report({ name: 'c-1', offset: 2, count: 1 }, 3),
      report(null),
    )

    expect(state).toMatchObject({ received: 3, said: 2 })
  })

  it('does not count a row that names no device as received', () => {
    const body = { cursor: { name: 'c-1', count: 2 }, results: [{ deviceId: 1 }, { fields: {} }] }

    expect(after(body)).toMatchObject({ received: 1, said: 2 })
  })

  it.each([null, [], { results: null }, { cursor: 7, results: [] }])(
    'finds no report in %j',
    (it) => {
      expect(judgeReportPage(it, REPORT_START)).toEqual({ kind: 'not-a-report' })
    },
  )
})
