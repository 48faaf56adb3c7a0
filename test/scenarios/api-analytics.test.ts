import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { qualityStore } from '../../src/analytics/quality/store.ts'
import { analyse } from '../../src/analytics/standing/analysis.ts'
import { type ApiOffice, apiOffice, callerOf } from '../support/api-office.ts'
import { keepFigures, weeklyFigures } from '../support/daily-figures.ts'
import { testDatabase } from '../support/postgres.ts'
import { smallInventory } from '../support/small-inventory.ts'

const database = await testDatabase()
const TODAY = '2026-11-21'
/** A Wednesday, far above any before it. */
const ODD_DAY = '2026-11-18'
const ANALYST = callerOf('analyst')
let office: ApiOffice

beforeAll(async () => {
  office = await apiOffice(database.url, { now: () => new Date(`${TODAY}T09:00:00Z`) })
  const figures = new Map(weeklyFigures({ days: 120, seed: 3, until: TODAY }))
  figures.set(ODD_DAY, 190)
  await keepFigures(database, { source: 'pos', metric: 'sold' }, figures)
  const few = weeklyFigures({ days: 3, seed: 4, until: TODAY })
  await keepFigures(database, { source: 'pos', metric: 'few' }, few)
  await keepFigures(database, { source: 'web', metric: 'sold' }, few)
})
afterAll(() => office.close())

function post(url: string, payload?: object) {
  return office.send(ANALYST, { method: 'POST', url, ...(payload ? { payload } : {}) })
}

describe('judging a metric now', () => {
  it.each([
    ['rolling', 'window=28&threshold=3', 'rolling-z'],
    ['robust', 'weeks=8', 'seasonal-robust-z'],
    ['iforest', 'trees=100&contamination=0.01', 'isolation-forest'],
    ['shape', 'length=7&threshold=4', 'matrix-profile'],
  ])(
    'by %s finds the odd day, with a reason in words and for programs',
    async (path, how, method) => {
      const url = `/api/metrics/anomaly/${path}?source_name=pos&metric=sold&${how}`
      const { items, ...answer } = (await office.get(url)).json()

      expect(answer).toMatchObject({ source: 'pos', metric: 'sold', agg: 'sum', state: 'judged' })
      const odd = items.find(({ day }: { day: string }) => day === ODD_DAY)
      expect(odd).toMatchObject({ value: 190, direction: 'high', method })
      expect(odd.why.length).toBeGreaterThan(10)
      expect(odd.reason.kind).toMatch(/^[a-z-]+$/u)
    },
  )

  it('looks at the days asked for, with the history before them', async () => {
    const how = `source_name=pos&metric=sold&start_date=2026-11-15&end_date=2026-11-20`
    const { items, judgedDays } = (await office.get(`/api/metrics/anomaly/robust?${how}`)).json()

    expect(judgedDays).toBe(6)
    expect(items.map(({ day }: { day: string }) => day)).toContain(ODD_DAY)
  })

  it('says which of the days asked for have no figure', async () => {
    const how = `source_name=pos&metric=sold&start_date=2026-11-15&end_date=2026-11-25`
    for (const path of ['rolling', 'robust', 'iforest']) {
      const { window } = (await office.get(`/api/metrics/anomaly/${path}?${how}`)).json()
      expect(window).toEqual({
        ...{ from: '2026-11-15', to: '2026-11-25', daysWithFigure: 6, daysWithout: 5 },
        without: [{ from: TODAY, to: '2026-11-25' }],
      })
    }
  })

  it('flags nothing where there is too little, and says how much it takes', async () => {
    const url = '/api/metrics/anomaly/robust?source_name=pos&metric=few'

    expect((await office.get(url)).json()).toMatchObject({
      ...{ state: 'too-few', items: [], total: 0, has: 2, needs: 28 },
    })
  })

  it.each([
    ['rolling?metric=sold', 400, 'metric.ambiguous'],
    ['rolling?source_name=nobody&metric=sold', 404, 'source.not-found'],
    ['rolling?source_name=pos&metric=none', 404, 'metric.not-found'],
    ['rolling?source_name=pos&metric=sold&window=1', 400, 'request.invalid'],
    ['rolling?source_name=pos&metric=sold&window=5&min_periods=6', 400, 'request.invalid'],
    ['iforest?source_name=pos&metric=sold&contamination=0.6', 400, 'request.invalid'],
    ['robust?source_name=pos&metric=sold&threshold=NaN', 400, 'request.invalid'],
  ])('answers for %s', async (query, status, code) => {
    const answer = await office.get(`/api/metrics/anomaly/${query}`)

    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })
})

describe('a study', () => {
  it('is not there before it was made, and no reading makes it', async () => {
    const daily = await office.get('/api/forecast/daily?source_name=pos&metric=sold')
    const health = await office.get('/api/forecast/health')

    expect([daily.statusCode, daily.json().code]).toEqual([404, 'forecast.not-made'])
    expect(health.json()).toMatchObject({ total: 0, items: [] })
  })

  it('is started, goes on as a run, and leaves forecasts and anomalies', async () => {
    const started = await post('/api/forecast/run?source_name=pos')

    expect(started.statusCode).toBe(202)
    const run = await office.ended(started.json().run)
    expect(run).toMatchObject({ task: 'study', actor: 'analyst', state: 'agreed' })
    expect(run.summary).toMatchObject({ series: 2, chosen: 2 })
    const { items } = (await office.get('/api/anomalies?metric=sold')).json()
    expect(items.map(({ day }: { day: string }) => day)).toContain(ODD_DAY)
  }, 120_000)

  it('tells what is expected day by day from the day after the last', async () => {
    const url = '/api/forecast/daily?source_name=pos&metric=sold&horizon=7&level=80&whole=true'
    const { items, ...model } = (await office.get(url)).json()

    expect(items).toHaveLength(7)
    expect(items[0].day).toBe(TODAY)
    for (const { mean, lower, upper } of items) {
      expect(lower).toBeLessThanOrEqual(mean)
      expect(mean).toBeLessThanOrEqual(upper)
      expect([mean, lower, upper].every(Number.isInteger)).toBe(true)
    }
    expect(model).toMatchObject({ source: 'pos', metric: 'sold', lastDay: '2026-11-20', level: 80 })
    expect(model).toMatchObject({ daysAgo: 1, isStale: false, knownDays: 120 })
  })

  it('tells how far each forecast can be relied on, fold by fold', async () => {
    const url = '/api/forecast/reliability?source_name=pos&metric=sold'
    const answer = (await office.get(url)).json()

    expect(answer.folds).toHaveLength(5)
    expect(answer.folds[0]).toHaveProperty('mase')
    expect(answer.score).toBeGreaterThanOrEqual(0)
    expect(['A', 'B', 'C', 'D']).toContain(answer.badge)
    const points = answer.parts.reduce(
      (sum: number, part: { points: number }) => sum + part.points,
      0,
    )
    expect(Math.round(points)).toBeGreaterThanOrEqual(answer.score)
    expect(answer.candidates.map(({ model }: { model: string }) => model)).toContain('naive')
  })

  it('lists all forecasts with those that lack figures and skill counted', async () => {
    const all = (await office.get('/api/forecast/health?stale_after=1')).json()

    expect(all.total).toBe(2)
    expect(all.stale).toBe(0)
    const { A, B, C, D } = all.badges
    expect(A + B + C + D + all.unrated).toBe(2)
    expect(all.items.find(({ metric }: { metric: string }) => metric === 'few').lack).toMatchObject(
      {
        because: 'too-few',
      },
    )
  })

  it('waits while another is at work, and is one however often it is asked for', async () => {
    const lock = await database.tryExclusive('figures')
    const { run } = (await post('/api/forecast/run')).json()
    const again = (await post('/api/forecast/run')).json()
    const waiting = (await office.get(`/api/runs/${run}`)).json()
    await lock?.release()

    expect(again).toEqual({ run })
    expect(waiting).toMatchObject({ state: 'queued', tries: 0, endedAt: null })
    expect(await office.ended(run)).toMatchObject({ state: 'agreed', tries: 1 })
  })

  it('of a metric that nobody knows is not started', async () => {
    expect((await post('/api/forecast/run?metric=none')).json().code).toBe('metric.not-found')
  })
})

describe('a verdict', () => {
  const day = { source: 'pos', metric: 'sold', day: ODD_DAY }

  it('is kept in the name of who says it, shown with the anomaly, and taken back', async () => {
    const said = await post('/api/anomalies/verdict', {
      ...day,
      verdict: 'expected',
      reason: 'fair',
    })

    expect(said.statusCode).toBe(200)
    expect(said.json()).toMatchObject({
      ...day,
      verdict: 'expected',
      by: 'analyst',
      reason: 'fair',
    })
    const { items } = (await office.get(`/api/anomalies?start_date=${ODD_DAY}&limit=1`)).json()
    expect(items[0]).toMatchObject({ verdict: 'expected', saidBy: 'analyst' })
    const all = (await office.get('/api/anomalies/verdicts?source_name=pos&metric=sold')).json()
    expect(all).toMatchObject({ total: 1, items: [{ verdict: 'expected', by: 'analyst' }] })
    const withdrawn = await post('/api/anomalies/verdict', { ...day, verdict: null })
    expect(withdrawn.json()).toMatchObject({ verdict: null })
    expect((await office.get('/api/anomalies/verdicts')).json()).toEqual({ items: [], total: 0 })
    const again = await post('/api/anomalies/verdict', { ...day, verdict: null })
    expect([again.statusCode, again.json().code]).toEqual([404, 'verdict.not-found'])
  })

  it('of a day without a figure is refused', async () => {
    const answer = await post('/api/anomalies/verdict', {
      ...{ ...day, day: '2020-01-01', verdict: 'expected' },
    })

    expect([answer.statusCode, answer.json().code]).toEqual([404, 'metric.no-figure'])
  })
})

describe('the quality of the inventory', () => {
  it('is told once it was measured, under the documented names', async () => {
    const before = await office.get('/api/analytics')
    const { id: runId } = (
      await database.pool.query(`
        insert into run (task, state, cause, actor, host, pid, version, ended_at)
        values ('analyze', 'agreed', 'person', 'test', 'test', 1, '0', now()) returning id`)
    ).rows[0]
    const { analysis, failing } = analyse(smallInventory())
    await qualityStore(database).keep({ runId, analysis, failing, failingFor: 30 })
    const answer = (await office.get('/api/analytics')).json()
    const stats = (await office.get('/api/dashboard-stats')).json()

    expect([before.statusCode, before.json().code]).toEqual([404, 'day.not-kept'])
    expect(Object.keys(answer)).toEqual(
      expect.arrayContaining(['anomalies', 'data_quality', 'distribution', 'predictions']),
    )
    expect(answer.data_quality).toMatchObject({ devices: 8, grade: expect.any(String) })
    expect(answer.data_quality.issues.length).toBeGreaterThan(0)
    expect(answer.anomalies[0].affected_assets.length).toBeGreaterThan(0)
    expect(answer.predictions.sync_estimate.percent).toBeNull()
    expect(stats).toMatchObject({ total: 8, virtual_machines: 1 })
    expect(stats.with_tag + stats.without_tag).toBe(8)
  })

  it('opens every share into the rows that fail it', async () => {
    const { data_quality: quality } = (await office.get('/api/analytics')).json()
    for (const measure of ['completeness', 'consistency', 'uniqueness', 'validity']) {
      const answer = (await office.get(`/api/analytics/failing?measure=${measure}`)).json()
      expect([measure, answer.total]).toEqual([measure, quality.shares[measure].failing])
      expect(answer.items).toHaveLength(answer.total)
    }
    const url = '/api/analytics/failing?measure=completeness&field=inventory_number'
    const { items, total } = (await office.get(url)).json()
    expect(total).toBe(quality.fields.inventory_number.failing)
    expect(items[0]).toMatchObject({ field: 'inventory_number', why: 'blank', whyText: 'blank' })
  })

  it('narrows the rows that fail to a reason and to a place', async () => {
    const url = '/api/analytics/failing?measure=validity'
    const { items } = (await office.get(url)).json()
    const { total, items: lost } = (await office.get(`${url}&why=not-in-finance`)).json()
    const elsewhere = (await office.get(`${url}&place=Nowhere`)).json()

    expect(lost).toEqual(items.filter(({ why }: { why: string }) => why === 'not-in-finance'))
    expect(total).toBe(1)
    expect(elsewhere.total).toBe(0)
  })
})
