import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../src/lib/day.ts'
import { type ApiOffice, apiOffice, callerOf } from '../support/api-office.ts'
import { keepFigures, weeklyFigures } from '../support/daily-figures.ts'
import { musterAt } from '../support/muster-at.ts'
import { testDatabase } from '../support/postgres.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster regressors '))
const config = join(folder, 'muster.yaml')
await writeFile(config, JSON.stringify({ sources: {} }))
const TODAY = '2026-11-21'
const DAYS = 200
const AHEAD = 40
/** So much more is sold where one more is planned. */
const EFFECT = 12
const FIRST = addDays(TODAY, -DAYS)
const clock = { day: TODAY }
const now = () => new Date(`${clock.day}T09:00:00Z`)
const database = await testDatabase()
const { json, spoken } = musterAt({ env: { DATABASE_URL: database.url }, config, now })
const holidays = join(folder, 'holidays.csv')
let office: ApiOffice

/** Planned on every day, known forty days ahead. */
const PLANNED = new Map<Day, number>(
  Array.from({ length: DAYS + AHEAD }, (_, at) => [addDays(FIRST, at), (at * 7919) % 5]),
)
const isHoliday = (at: number) => (at % 17 === 3 ? 1 : 0)

beforeAll(async () => {
  const sold = [...weeklyFigures({ days: DAYS, seed: 5, until: TODAY })]
  await keepFigures(
    database,
    { source: 'pos', metric: 'sold' },
    new Map(
      sold.map(([day, figure], at) => [
        day,
        figure + EFFECT * (PLANNED.get(day) ?? 0) - 30 * isHoliday(at),
      ]),
    ),
  )
  await keepFigures(database, { source: 'plan', metric: 'offers' }, PLANNED)
  await keepFigures(
    database,
    { source: 'pos', metric: 'guests' },
    new Map([...PLANNED].slice(0, DAYS)),
  )
  const lines = Array.from(
    { length: DAYS + AHEAD },
    (_, at) => `${addDays(FIRST, at)},${isHoliday(at)}`,
  )
  await writeFile(holidays, ['day,value', ...lines].join('\n'))
  office = await apiOffice(database.url, { now })
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true })
})

async function models() {
  return (await database.pool.query('select * from forecast_model order by metric')).rows
}

describe('muster forecast --regressor', () => {
  it('tells what each adds with its standard error, and keeps nothing', async () => {
    const asked = ['forecast', 'sold', '--regressor', 'plan/offers', '--regressor-file', holidays]
    const { answer } = await json(...asked, '--horizon', '28')
    const [offers, days] = answer.regressors
    expect(answer).toMatchObject({ model: 'sarimax', isKept: false, total: 28 })
    expect(offers).toMatchObject({
      name: 'plan/offers',
      kind: 'metric',
      isHeeded: true,
      missing: 0,
    })
    expect(days).toMatchObject({ name: 'holidays.csv', kind: 'given', isHeeded: true })
    expect(Math.abs(offers.coefficient - EFFECT)).toBeLessThan(3 * offers.standardError)
    expect(Math.abs(days.coefficient + 30)).toBeLessThan(3 * days.standardError)
    expect(answer.parameters.effect1).toBe(offers.coefficient)
    const { out } = await spoken(...asked, '--lang', 'es')
    expect(out).toContain('REGRESOR')
    expect(out).toContain('plan/offers')
    expect(await models()).toEqual([])
  }, 120_000)

  it('knows the days of the week by themselves', async () => {
    const { answer } = await json('forecast', 'sold', '--regressor', 'weekend', '--horizon', '365')
    expect(answer.regressors).toMatchObject([{ name: 'weekend', kind: 'calendar' }])
    expect(answer.total).toBe(365)
  }, 120_000)

  it.each([
    [['--regressor', 'pos/guests'], 'pos/guests has no figure on 30 of the 30 days to come'],
    [
      ['--regressor', 'plan/offers', '--horizon', '42'],
      'no figure on 2 of the 42 days to come, namely 2026-12-31, 2027-01-01',
    ],
    [['--regressor', 'nothing-such'], 'No daily figures are known of nothing-such'],
    [['--regressor', 'nobody/offers'], 'nobody'],
    [['--regressor-file', join(folder, 'none.csv')], 'none.csv cannot be read'],
  ])('refuses %s by name', async (args, said) => {
    const { code, err } = await spoken('forecast', 'sold', ...args)
    expect(code).toBe(1)
    expect(err).toContain(said)
  })
})

describe('muster study METRIC --regressor', () => {
  it('keeps the regressors with the model, which nights use from then on', async () => {
    const studied = await json('study', 'sold', '--regressor', 'plan/offers')
    expect(studied.answer).toMatchObject({ state: 'agreed', chosen: 1 })
    const [kept] = await models()
    expect(kept.regressors).toMatchObject([
      { regressor: { kind: 'metric', source: 'plan', metric: 'offers' }, missing: 0 },
    ])
    expect(kept.mean).toHaveLength(AHEAD)
    expect((await json('study', 'sold')).answer).toMatchObject({ unchanged: 1 })

    await keepFigures(database, { source: 'pos', metric: 'sold' }, new Map([[TODAY, 100]]))
    clock.day = addDays(TODAY, 1)
    expect((await json('study', 'sold')).answer).toMatchObject({ lookedAgain: 1 })
    expect((await models())[0].mean).toHaveLength(AHEAD - 1)

    await keepFigures(
      database,
      { source: 'plan', metric: 'offers' },
      new Map([[addDays(TODAY, 3), 4]]),
    )
    expect((await json('study', 'sold')).answer).toMatchObject({ lookedAgain: 1 })
    const shown = await json('forecast', 'sold')
    expect(shown.answer.regressors).toMatchObject([{ name: 'plan/offers' }])
    const far = await spoken('forecast', 'sold', '--horizon', '60')
    expect(far.err).toContain('is known for 39 of the 60 days to come')
  }, 120_000)

  it('tells that a regressor has come to its end, and keeps what was known', async () => {
    const before = (await models())[0]
    await database.pool.query(
      `delete from metric_day using metric m
       where m.id = metric_id and m.name = 'offers' and day > $1`,
      [TODAY],
    )
    const { answer, code } = await json('study', 'sold')
    expect(code).toBe(1)
    expect(answer).toMatchObject({ state: 'failed', broken: 1 })
    expect(answer.faults).toMatchObject([
      { source: 'pos', metric: 'sold', error: { code: 'regressor.days-missing' } },
    ])
    expect((await models())[0]).toEqual(before)
    const { out } = await spoken('study')
    expect(out).toContain('could not be studied')
    expect(out).toContain('pos: sold: The regressor plan/offers has no figure')
    await keepFigures(database, { source: 'plan', metric: 'offers' }, PLANNED)
  }, 120_000)

  it('takes them back where none is said', async () => {
    expect((await json('study', 'sold', '--regressor', 'none')).answer).toMatchObject({ chosen: 1 })
    const kept = (await models()).find(({ metric }) => metric === 'sold')
    expect(kept.regressors).toBeNull()
    expect(kept.mean).toHaveLength(365)
  }, 120_000)

  it('needs to be told which metric they move', async () => {
    expect((await spoken('study', '--regressor', 'weekend')).code).toBe(1)
  })
})

describe('POST /api/forecast/run', () => {
  const url = '/api/forecast/run?source_name=pos&metric=sold'
  const post = (to: string, payload: object) =>
    office.send(callerOf('analyst'), { method: 'POST', url: to, payload })

  it('keeps the regressors of its body, and tells them with the forecast', async () => {
    const days = Array.from({ length: DAYS + AHEAD }, (_, at) => ({
      ...{ day: addDays(FIRST, at), value: isHoliday(at) },
    }))
    const regressors = [
      { source: 'plan', metric: 'offers' },
      { name: 'holidays', days },
    ]
    const started = await post(url, { regressors, horizon: 14 })
    expect(started.statusCode).toBe(202)
    expect(await office.ended(started.json().run)).toMatchObject({ state: 'agreed' })
    const told = (await office.get('/api/forecast/daily?source_name=pos&metric=sold')).json()
    expect(told.regressors).toMatchObject([
      { name: 'plan/offers', kind: 'metric', isHeeded: true },
      { name: 'holidays', kind: 'given', isHeeded: true },
    ])
    const [offers] = told.regressors
    expect(told.parameters).toMatchObject({
      ...{ effect1: offers.coefficient, effectError1: offers.standardError },
    })
    const far = await office.get('/api/forecast/daily?source_name=pos&metric=sold&horizon=200')
    expect([far.statusCode, far.json().code]).toEqual([400, 'forecast.beyond-regressors'])
  }, 120_000)

  it.each([
    [{ source: 'pos', metric: 'guests' }, [400, 'regressor.days-missing']],
    [{ metric: 'none-such' }, [404, 'metric.not-found']],
    [{ calendar: 'someday' }, [400, 'request.invalid']],
  ])('refuses %j', async (regressor, expected) => {
    const answer = await post(url, { regressors: [regressor] })
    expect([answer.statusCode, answer.json().code]).toEqual(expected)
  })

  it('refuses regressors where no metric is named that they move', async () => {
    const answer = await post('/api/forecast/run', { regressors: [{ calendar: 'weekend' }] })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request.invalid'])
  })
})

describe('muster forecast --out', () => {
  it('writes the file it was told and no other, with six decimals at most', async () => {
    const out = join(folder, 'sold.csv')
    const { answer } = await json('forecast', 'sold', '--horizon', '7', '--out', out)
    expect(answer.files).toEqual([out])
    const text = await readFile(out, 'utf8')
    expect(text.trim().split('\n')).toHaveLength(8)
    expect(text).not.toMatch(/\.\d{7}/u)
    const files = await readdir(folder)
    expect(files.filter((file) => file.includes('folds'))).toEqual([])
  })

  it('writes the trials where it is told to', async () => {
    const [out, folds] = [join(folder, 'days.json'), join(folder, 'trials.csv')]
    const asked = ['forecast', 'sold', '--horizon', '7', '--folds-out', folds]
    expect((await json(...asked, '--out', out)).answer.files).toEqual([out, folds])
    expect(await readFile(folds, 'utf8')).toMatch(/^\W?n,origin,steps,mae/u)
    expect(await readFile(out, 'utf8')).not.toMatch(/"(?:mean|lower|upper)": -?\d+\.\d{7}/u)
    expect((await json(...asked)).answer.files).toEqual([folds])
    const wrong = await spoken('forecast', 'sold', '--folds-out', 'trials.doc')
    expect(wrong.err).toContain('--folds-out')
  })
})
