import { beforeEach, describe, expect, it } from 'vitest'
import { keepFigures, weeklyFigures } from '../../../test/support/daily-figures.ts'
import { testDatabase } from '../../../test/support/postgres.ts'
import { addDays } from '../../lib/day.ts'
import type { Anomaly } from '../anomaly/anomaly.ts'
import { figureStore } from '../figures/store.ts'
import type { NewModel } from './queries.ts'
import { type NewStudies, studyStore } from './store.ts'

const database = await testDatabase()
const store = studyStore(database)
const NAME = { source: 'pos', metric: 'sold', aggregate: 'sum' } as const
const ASKED = { source: null, metric: null, from: null, to: null, limit: null }
const NOTHING: NewStudies = { judged: [], models: [], outlooks: [], folds: [] }
const MONDAY = new Date('2026-11-16T03:00:00Z')
const TUESDAY = new Date('2026-11-17T03:00:00Z')
let runId = 0

beforeEach(async () => {
  await database.pool.query('truncate anomaly, anomaly_verdict, forecast_model, reliability_fold')
  const { rows } = await database.pool.query(
    `insert into run (task, state, cause, actor, host, pid, version, ended_at)
     values ('study', 'agreed', 'person', 'ana', 'pc', 1, '0', now()) returning id`,
  )
  runId = Number(rows[0].id)
})

function odd(day: string, score: number | null = 5): Anomaly {
  return {
    ...{ index: 7, day, value: 190, expected: 100.5, score, direction: 'high' },
    method: 'seasonal-robust-z',
    why: { kind: 'constant-history-changed', constant: 100, days: 14 },
  }
}

function judged(from: string, anomalies: readonly Anomaly[]): NewStudies {
  return { ...NOTHING, judged: [{ ...NAME, from, anomalies }] }
}

function model(more: Partial<NewModel> = {}): NewModel {
  return {
    ...{ ...NAME, firstDay: '2026-01-01', lastDay: '2026-11-15', known: 300, hasNegative: false },
    ...{ figuresHash: 'ab12', period: 7, lack: null, candidates: [], folds: [] },
    ...{ effects: null, regressors: null },
    kept: { model: 'theta', parameters: { alpha: 0.1 + 0.2 }, errorScale: 1.25 },
    outlook: { mean: [0.1, 1e-300, -7], error: [0, 1 / 3, 2] },
    reliability: { kind: 'scored', score: 80, badge: 'B', parts: [], held: false },
    ...more,
  }
}

const FOLD = {
  ...{ ...NAME, n: 1, origin: '2026-10-01', steps: 28, mae: 1 / 3, rmse: 2, mape: null },
  ...{ smape: 4, mase: 0.5, coverage: 1 },
}

async function days(): Promise<string[]> {
  return (await store.anomalies(ASKED)).items.map(({ day }) => day)
}

describe('anomalies', () => {
  it('are kept as they were found, newest first, with what their day is said to be', async () => {
    const found = [odd('2026-11-10'), odd('2026-11-12', null)]
    expect(await store.keep(judged('2026-08-01', found), { runId, now: MONDAY })).toBe(2)

    const { items, total } = await store.anomalies(ASKED)
    expect(total).toBe(2)
    const { index: _, ...newest } = odd('2026-11-12', null)
    expect(items[0]).toEqual({
      ...{ ...NAME, ...newest, foundAt: MONDAY },
      ...{ verdict: null, verdictReason: null, saidBy: null },
    })
  })

  it('keep the day they were first found, and are new once', async () => {
    await store.keep(judged('2026-08-01', [odd('2026-11-10')]), { runId, now: MONDAY })
    const again = judged('2026-08-02', [odd('2026-11-10', 6), odd('2026-11-16')])

    expect(await store.keep(again, { runId, now: TUESDAY })).toBe(1)

    const { items } = await store.anomalies(ASKED)
    expect(items.map(({ day, score, foundAt }) => [day, score, foundAt])).toEqual([
      ['2026-11-16', 5, TUESDAY],
      ['2026-11-10', 6, MONDAY],
    ])
  })

  it('go when the days that are judged anew are no longer odd, and stay before them', async () => {
    const both = [odd('2026-07-01'), odd('2026-11-10')]
    await store.keep(judged('2026-06-01', both), { runId, now: MONDAY })
    await store.keep(judged('2026-08-01', []), { runId, now: TUESDAY })
    expect(await days()).toEqual(['2026-07-01'])
  })

  it('stay with what a person said of them, and are judged again once that is withdrawn', async () => {
    await store.keep(judged('2026-08-01', [odd('2026-11-10')]), { runId, now: MONDAY })
    const said = { source: 'pos', metric: 'sold', day: '2026-11-10', by: 'Ana' }
    await store.say({ ...said, verdict: 'no-anomaly', reason: null }, { runId, now: MONDAY })
    await store.say({ ...said, verdict: 'expected', reason: 'fair' }, { runId, now: TUESDAY })
    expect(await store.verdicts([NAME])).toEqual([
      { source: 'pos', metric: 'sold', day: '2026-11-10', verdict: 'expected' },
    ])
    await store.keep(judged('2026-08-01', []), { runId, now: TUESDAY })
    expect((await store.anomalies(ASKED)).items).toMatchObject([
      { day: '2026-11-10', verdict: 'expected', verdictReason: 'fair', saidBy: 'Ana' },
    ])

    expect(await store.withdraw({ ...said, by: 'Ben' }, TUESDAY)).toBe(true)
    expect(await store.withdraw({ ...said, by: 'Ben' }, TUESDAY)).toBe(false)
    await store.keep(judged('2026-08-01', []), { runId, now: TUESDAY })
    expect(await days()).toEqual([])
  })

  it.each([
    [{ source: 'pos' }, 2],
    [{ source: 'web' }, 0],
    [{ among: ['web', 'pos'] }, 2],
    [{ among: ['web'] }, 0],
    [{ among: [] }, 0],
    [{ metric: 'sold' }, 2],
    [{ metric: 'visits' }, 0],
    [{ from: '2026-11-11' }, 1],
    [{ to: '2026-11-10' }, 1],
    [{ limit: 1 }, 2],
  ])('are narrowed by %o', async (more, total) => {
    const found = [odd('2026-11-10'), odd('2026-11-12')]
    await store.keep(judged('2026-08-01', found), { runId, now: MONDAY })
    const listed = await store.anomalies({ ...ASKED, ...more })
    expect(listed.total).toBe(total)
    expect(listed.items).toHaveLength('limit' in more ? 1 : total)
  })
})

describe('models', () => {
  it('come back to the last bit, with their folds', async () => {
    const models = [model()]
    await store.keep({ ...NOTHING, models, folds: [FOLD] }, { runId, now: MONDAY })

    const kept = await store.find(NAME)
    expect(kept).toMatchObject({
      ...{ mean: [0.1, 1e-300, -7], error: [0, 1 / 3, 2], parameters: { alpha: 0.1 + 0.2 } },
      ...{ isSkilled: true, lack: null, score: 80, badge: 'B', chosenAt: MONDAY, runId },
    })
    const { source: _, metric: __, aggregate: ___, ...fold } = FOLD
    expect(kept?.folds).toEqual([fold])
    expect(await store.past([NAME])).toEqual([
      {
        ...{ ...NAME, figuresHash: 'ab12', chosenAt: MONDAY, wasTooShort: false },
        regressors: null,
        kept: { model: 'theta', parameters: { alpha: 0.1 + 0.2 }, errorScale: 1.25 },
      },
    ])
    expect(await store.find({ ...NAME, aggregate: 'count' })).toBeNull()
  })

  it('take the place of those before, folds and all', async () => {
    await store.keep({ ...NOTHING, models: [model()], folds: [FOLD] }, { runId, now: MONDAY })
    const lack = { because: 'too-few', has: 3, needs: 56 } as const
    const reliability = { kind: 'too-few', has: 3, needs: 56 } as const
    const models = [model({ lack, reliability, hasNegative: true })]
    await store.keep({ ...NOTHING, models }, { runId, now: TUESDAY })

    expect(await store.find(NAME)).toMatchObject({
      ...{ isSkilled: false, lack, score: null, badge: null, hasNegative: true, folds: [] },
      chosenAt: TUESDAY,
    })
    expect((await store.past([NAME]))[0]?.wasTooShort).toBe(true)
    expect(await store.models(['pos'])).toHaveLength(1)
    expect(await store.models(['web'])).toEqual([])
  })

  it('look at new figures without being chosen anew', async () => {
    await store.keep({ ...NOTHING, models: [model()], folds: [FOLD] }, { runId, now: MONDAY })
    const outlook = { mean: [5], error: [1] }
    const { firstDay, hasNegative } = model()
    const looked = { ...NAME, firstDay, hasNegative, lastDay: '2026-11-16', known: 301 }
    const outlooks = [{ ...looked, figuresHash: 'cd34', outlook }]
    await store.keep({ ...NOTHING, outlooks }, { runId, now: TUESDAY })

    expect(await store.find(NAME)).toMatchObject({
      ...{ mean: [5], error: [1], lastDay: '2026-11-16', known: 301, model: 'theta' },
      ...{ chosenAt: MONDAY, fittedAt: TUESDAY, folds: [{ n: 1 }] },
    })
  })

  it('are kept with all that goes with them or not at all', async () => {
    const broken = { ...NOTHING, models: [model()], folds: [FOLD, FOLD] }
    await expect(store.keep(broken, { runId, now: MONDAY })).rejects.toThrow()
    expect(await store.find(NAME)).toBeNull()
  })
})

describe('figureStore', () => {
  const figures = figureStore(database)
  const asked = { aggregate: 'sum', today: '2026-11-21' } as const

  it('reads two years up to the last figure, wherever today is', async () => {
    const name = { source: 'pos', metric: 'long' }
    const many = weeklyFigures({ days: 900, seed: 1, until: '2025-01-01' })
    await keepFigures(database, name, many)
    const [found] = await figures.series({ ...asked, names: [name] })
    expect(found?.series.first).toBe(addDays('2024-12-31', -729))
    expect(found?.series.values).toHaveLength(730)
    expect(found?.series.values.at(-1)).toBe(many.get('2024-12-31'))
  })

  it('leaves out today, which may still grow, and has null for days without a figure', async () => {
    const name = { source: 'pos', metric: 'gaps' }
    const known = { '2026-11-17': 1, '2026-11-19': 3, '2026-11-21': 9 }
    await keepFigures(database, name, new Map(Object.entries(known)))
    const [found] = await figures.series({ ...asked, names: [name] })
    expect(found?.series).toEqual({ first: '2026-11-17', values: [1, null, 3] })
  })

  it('has no figure where one is too large to reckon with', async () => {
    const name = { source: 'pos', metric: 'vast' }
    await database.pool.query(
      `with s as (insert into event_source (name) values ('pos') on conflict (name) do update set name = 'pos'
         returning id),
       m as (insert into metric (source_id, name) select id, 'vast' from s returning id)
       insert into metric_day (metric_id, day, sum, count, min, max, subjects)
       select m.id, day::date, figure::numeric, 1, 0, 0, 0
       from m, (values ('2026-11-17', '1'), ('2026-11-18', '1e330'), ('2026-11-19', '1e-400'))
         as f (day, figure)`,
    )
    const [found] = await figures.series({ ...asked, names: [name] })
    expect(found?.series.values).toEqual([1, null, 0])
  })

  it('answers in the order asked for and leaves out what has no day', async () => {
    await keepFigures(database, { source: 'web', metric: 'a' }, new Map([['2026-11-01', 1]]))
    await keepFigures(database, { source: 'web', metric: 'b' }, new Map([['2026-11-01', 2]]))
    await keepFigures(database, { source: 'web', metric: 'new' }, new Map([['2026-11-21', 2]]))
    const names = ['b', 'none', 'new', 'a'].map((metric) => ({ source: 'web', metric }))
    const found = await figures.series({ ...asked, names })
    expect(found.map(({ metric }) => metric)).toEqual(['b', 'a'])
  })
})

describe('what is kept of a site', () => {
  it('stays with the site when it is renamed, even to the name another had', async () => {
    const { pool } = database
    await pool.query(
      `insert into site (name, created_on) values ('Elm', '2026-01-01'), ('Oak', '2026-01-01')`,
    )
    const elm = { ...NAME, source: 'muster:Elm' }
    const found = {
      ...NOTHING,
      judged: [{ ...elm, from: '2026-08-01', anomalies: [odd('2026-11-10')] }],
    }
    const models = [model({ ...elm, known: 111 })]
    const folds = [{ ...FOLD, ...elm }]
    await store.keep({ ...found, models, folds }, { runId, now: MONDAY })
    const said = { source: 'muster:Elm', metric: 'sold', day: '2026-11-10', by: 'Ana' }
    await store.say({ ...said, verdict: 'expected', reason: null }, { runId, now: MONDAY })

    await pool.query(`update site set name = 'Beech' where name = 'Oak'`)
    await pool.query(`update site set name = 'Oak' where name = 'Elm'`)

    const oak = { ...NAME, source: 'muster:Oak' }
    expect(await store.find(oak)).toMatchObject({ ...oak, known: 111, folds: [{ n: 1 }] })
    expect(await store.find(elm)).toBeNull()
    expect(await store.past([oak])).toMatchObject([oak])
    expect(await store.models(['muster:Oak'])).toMatchObject([oak])
    expect(await store.verdicts([oak])).toMatchObject([{ source: 'muster:Oak', day: '2026-11-10' }])
    const { items, total } = await store.anomalies({ ...ASKED, among: ['muster:Oak'] })
    expect([total, items]).toMatchObject([1, [{ source: 'muster:Oak', verdict: 'expected' }]])
    expect(await store.withdraw({ ...said, source: 'muster:Oak' }, TUESDAY)).toBe(true)
    const again = { ...NOTHING, judged: [{ ...oak, from: '2026-08-01', anomalies: [] }] }
    await store.keep(again, { runId, now: TUESDAY })
    expect((await store.anomalies(ASKED)).total).toBe(0)
  })
})
