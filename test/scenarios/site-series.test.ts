import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiOffice, apiOffice, callerOf } from '../support/api-office.ts'
import { keepCountedSites } from '../support/counted-sites.ts'
import { keepFigures, weeklyFigures } from '../support/daily-figures.ts'
import { musterAt } from '../support/muster-at.ts'
import { testDatabase } from '../support/postgres.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster sites '))
const TODAY = '2026-11-21'
const DAYS = 120
const now = () => new Date(`${TODAY}T09:00:00Z`)
const database = await testDatabase()
let office: ApiOffice

function installation(studySites: string) {
  return async () => {
    const config = join(folder, `${studySites}.yaml`)
    await writeFile(config, JSON.stringify({ sources: {}, analytics: { studySites } }))
    return musterAt({ env: { DATABASE_URL: database.url }, config, now })
  }
}

const [usual, none, whole] = await Promise.all(
  ['anomalies', 'none', 'forecasts'].map((each) => installation(each)()),
)
if (!usual || !none || !whole) throw new Error('no installation')

/** South loses its machines on the last day; North has as many as ever, so that all together look ordinary enough. */
beforeAll(async () => {
  const wobble = (day: number) => [0, 1, 2, 1, 0, -1, -1][day % 7] ?? 0
  await keepCountedSites(database, {
    ...{ days: DAYS, until: TODAY },
    sites: {
      North: (day) => 400 + 3 * wobble(day) + (day % 5),
      South: (day) => (day === DAYS - 1 ? 0 : 40 + (day % 3)),
    },
  })
  await keepFigures(
    database,
    { source: 'pos', metric: 'sold' },
    weeklyFigures({ days: 90, seed: 2, until: TODAY }),
  )
  office = await apiOffice(database.url, { now })
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true })
})

async function counted(query: string): Promise<number> {
  return Number((await database.pool.query(query)).rows[0].count)
}

describe('a study of everything', () => {
  it('leaves the sites alone where it is told to', async () => {
    const { answer } = await none.json('study')
    expect(answer).toMatchObject({ state: 'agreed', judgedOnly: 0 })
    expect(await counted(`select count(*) from anomaly where source like 'muster#%'`)).toBe(0)
  }, 120_000)

  it('looks at each site for what is odd, and keeps no forecast of it', async () => {
    const { answer } = await usual.json('study')
    expect(answer.judgedOnly).toBe(12) // six figures of each of two sites
    expect(answer.unknown).toBe(0)
    const { items } = (await usual.json('anomalies', '--source', 'muster:South')).answer
    expect(items).toContainEqual(
      expect.objectContaining({
        ...{
          source: 'muster:South',
          metric: 'devices.total',
          day: TODAY,
          value: 0,
          direction: 'low',
        },
      }),
    )
    expect(await counted(`select count(*) from forecast_model where source like 'muster#%'`)).toBe(
      0,
    )
    const again = await usual.json('study')
    expect(again.answer).toMatchObject({ judgedOnly: 12, newAnomalies: 0, chosen: 0 })
    expect((await usual.spoken('study')).out).toContain('of sites were only looked at')
  }, 120_000)

  it('forecasts a site once somebody studies it by name, and from then on', async () => {
    const asked = ['devices.total', '--source', 'muster:North']
    expect((await usual.spoken('forecast', ...asked)).err).toContain('No forecast of devices.total')
    const { answer } = await usual.json('study', ...asked)
    expect(answer).toMatchObject({ series: 1, chosen: 1, judgedOnly: 0 })
    expect((await usual.json('forecast', ...asked)).answer).toMatchObject({
      ...{ source: 'muster:North', metric: 'devices.total', total: 30 },
    })
    expect((await usual.json('study')).answer).toMatchObject({ judgedOnly: 11 })
  }, 120_000)

  it('forecasts every site where it is told to', async () => {
    const { answer } = await whole.json('study')
    expect(answer).toMatchObject({ judgedOnly: 0, chosen: 11 })
    const { items } = (await whole.json('forecasts', '--source', 'muster:South')).answer
    expect(items).toHaveLength(6)
  }, 300_000)
})

describe('muster metrics', () => {
  it('tells the figures of one site, and which sites there are', async () => {
    const { answer } = await usual.json('metrics', 'devices.total', '--source', 'muster:South')
    expect(answer.series[0]).toMatchObject({ source: 'muster:South', metric: 'devices.total' })
    expect(answer.series[0].days).toHaveLength(DAYS)
    const listed = (await usual.json('metrics', '--by-site')).answer.metrics
    expect(new Set(listed.map(({ source }: { source: string }) => source))).toEqual(
      new Set(['muster:North', 'muster:South']),
    )
    const all = (await usual.json('metrics')).answer.metrics
    expect(new Set(all.map(({ source }: { source: string }) => source))).toEqual(
      new Set(['muster', 'pos']),
    )
  })

  it('says that there is no such site', async () => {
    const { err } = await usual.spoken('metrics', '--source', 'muster:West')
    expect(err).toContain('muster:West')
  })
})

describe('a caller who is limited to a site', () => {
  const southern = callerOf('analyst', ['South'])
  const get = (url: string) => office.send(southern, { method: 'GET', url })
  const ROUTES = [
    ['/api/metrics/daily?metric=devices.total', true],
    ['/api/metrics/export.csv?metric=devices.total', false],
    ['/api/metrics/anomaly/rolling?metric=devices.total', false],
    ['/api/metrics/anomaly/robust?metric=devices.total', false],
    ['/api/metrics/anomaly/iforest?metric=devices.total', false],
    ['/api/forecast/daily?metric=devices.total', false],
    ['/api/forecast/reliability?metric=devices.total', false],
    ['/api/metrics/names?limit=100', false],
    ['/api/anomalies?limit=100', false],
    ['/api/forecast/health?limit=100', false],
  ] as const

  it.each(ROUTES)('is told of its series by %s', async (path, needsSource) => {
    const { statusCode, body } = await get(`${path}&source_name=muster:South`)
    expect(statusCode).toBe(200)
    expect(body).toContain('South')
    expect(body).not.toContain('North')
    if (needsSource) return
    const unnamed = await get(path)
    expect(unnamed.statusCode).toBe(200)
    expect(unnamed.body).toContain('muster:South')
    expect(unnamed.body).not.toMatch(/North|"muster"|^muster,|pos/mu)
  })

  it.each(ROUTES.map(([path]) => path))('is told of no other by %s', async (path) => {
    for (const source of ['muster:North', 'muster', 'pos', 'muster:West']) {
      const answer = await get(`${path}&source_name=${source}`)
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'request.site-limited'])
    }
  })

  it('is not told that a metric of events is there', async () => {
    const { statusCode, body } = await get('/api/forecast/daily?metric=sold')
    expect(statusCode).toBe(404)
    expect(JSON.parse(body).code).toBe('metric.not-found')
    expect(JSON.stringify(JSON.parse(body).details)).not.toContain('sold,')
  })

  it('may neither study nor say anything of a day', async () => {
    const url = '/api/forecast/run?source_name=muster:South'
    const study = await office.send(southern, { method: 'POST', url })
    expect(study.json().code).toBe('request.site-limited')
  })
})

describe('one who sees all', () => {
  it('lists the figures of every site where they ask for them', async () => {
    const all = (await office.get('/api/metrics/names?limit=500')).json()
    const bySite = (await office.get('/api/metrics/names?limit=500&by_site=true')).json()
    expect(JSON.stringify(all)).not.toContain('muster:')
    expect(bySite.items[0]).toMatchObject({ source: 'muster:North', days: DAYS })
    expect(bySite.total).toBe(14)
  })
})
