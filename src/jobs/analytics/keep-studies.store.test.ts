import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/postgres.ts'
import type { StudiedSeries } from '../../analytics/study/new-studies.ts'
import { studyStore } from '../../analytics/study/store.ts'
import { keepStudies } from './keep-studies.ts'

const database = await testDatabase()
const { rows } = await database.pool.query(
  `insert into run (task, state, cause, actor, host, pid, version, ended_at)
   values ('study', 'agreed', 'person', 'ana', 'pc', 1, '0', now()) returning id`,
)
const by = { runId: Number(rows[0].id), now: new Date('2026-11-21T03:00:00Z') }

/** A series with one odd day, of this value. */
function studied(metric: string, value: number): StudiedSeries {
  return {
    ...{ source: 'pos', metric, aggregate: 'sum', figuresHash: 'ab', judgedFrom: '2026-11-01' },
    ...{ series: { first: '2026-11-01', values: [1, value] }, regressors: [], causes: null },
    study: {
      anomalies: {
        ...{ kind: 'judged', judgedDays: 2, unjudgedDays: 0 },
        anomalies: [
          {
            ...{ index: 1, day: '2026-11-02', value, expected: 1, score: null, direction: 'high' },
            ...{ method: 'seasonal-robust-z' },
            why: { kind: 'constant-history-changed', constant: 1, days: 14 },
          },
        ],
      },
      forecast: { kind: 'unasked' },
    },
  }
}

describe('keepStudies', () => {
  it('keeps the others where something of one cannot be kept, and says of which', async () => {
    const series = [studied('a', 9), studied('lost', Number.NaN), studied('b', 8)]

    const kept = await keepStudies(database, series, by)

    expect(kept.studied.map(({ metric }) => metric)).toEqual(['a', 'b'])
    expect(kept.newAnomalies).toBe(2)
    expect(kept.faults).toEqual([
      { source: 'pos', metric: 'lost', error: { bug: expect.stringContaining('not-null') } },
    ])
    const asked = { source: null, metric: null, from: null, to: null, limit: null }
    const { items } = await studyStore(database).anomalies(asked)
    expect(items.map(({ metric }) => metric).toSorted()).toEqual(['a', 'b'])
  })

  it('does not take a fault of the database for one of a series', async () => {
    const gone = { ...database, transaction: () => Promise.reject(new Error('connection lost')) }
    await expect(keepStudies(gone, [studied('a', 7)], by)).rejects.toThrow('connection lost')
  })
})
