import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../src/lib/day.ts'
import { keepFigures, weeklyFigures } from '../support/daily-figures.ts'
import { musterAt } from '../support/muster-at.ts'
import { testDatabase } from '../support/postgres.ts'
import { startStoppable } from '../support/stoppable-muster.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster study '))
const config = join(folder, 'muster.yaml')
await writeFile(config, JSON.stringify({ sources: {} }))
afterAll(() => rm(folder, { recursive: true }))

const TODAY = '2026-11-21'
/** A Wednesday, far above any before it. */
const ODD_DAY = '2026-11-18'

const database = await testDatabase()
const clock = { day: TODAY }
const { json, spoken } = musterAt({
  ...{ env: { DATABASE_URL: database.url }, config },
  now: () => new Date(`${clock.day}T09:00:00Z`),
})

const SALES = { source: 'pos', metric: 'sold' }

async function rowsOf(query: string, values: readonly unknown[] = []) {
  return (await database.pool.query(query, [...values])).rows
}

/** All that studies have left behind. */
async function everything() {
  return {
    anomalies: await rowsOf('select * from anomaly order by id'),
    verdicts: await rowsOf('select * from anomaly_verdict order by id'),
    models: await rowsOf('select * from forecast_model order by id'),
    folds: await rowsOf('select * from reliability_fold order by model_id, n'),
  }
}

async function timesOf(metric: string) {
  const [row] = await rowsOf(
    `select chosen_at as "chosenAt", fitted_at as "fittedAt", last_day::text as "lastDay"
     from forecast_model where metric = $1`,
    [metric],
  )
  return row
}

async function oddDays(metric = SALES.metric): Promise<string[]> {
  const rows = await rowsOf('select day::text from anomaly where metric = $1 order by day', [
    metric,
  ])
  return rows.map(({ day }) => day)
}

beforeAll(async () => {
  const figures = new Map(weeklyFigures({ days: 120, seed: 3, until: TODAY }))
  figures.set(ODD_DAY, 190)
  await keepFigures(database, SALES, figures)
  await keepFigures(database, { source: 'pos', metric: 'one-day' }, new Map([['2026-11-20', 4]]))
  await keepFigures(
    database,
    { source: 'pos', metric: 'three-days' },
    weeklyFigures({ days: 3, seed: 4, until: TODAY }),
  )
  const equal = [...weeklyFigures({ days: 100, seed: 5, until: TODAY }).keys()]
  await keepFigures(
    database,
    { source: 'pos', metric: 'equal' },
    new Map(equal.map((day) => [day, 7])),
  )
  await keepFigures(
    database,
    { source: 'pos', metric: 'ended' },
    weeklyFigures({ days: 90, seed: 6, until: '2023-05-01' }),
  )
  await keepFigures(
    database,
    { source: 'pos', metric: 'small' },
    weeklyFigures({ days: 70, seed: 7, until: TODAY, level: 20 }),
  )
  await keepFigures(
    database,
    { source: 'web', metric: 'small' },
    weeklyFigures({ days: 30, seed: 8, until: TODAY }),
  )
  await keepFigures(
    database,
    { source: 'web', metric: 'huge' },
    new Map([...weeklyFigures({ days: 60, seed: 9, until: TODAY })].map(([day]) => [day, 1e200])),
  )
})

describe('muster study', () => {
  it('says before it which commands make what is asked for', async () => {
    const { err, code } = await spoken('forecast', 'sold')
    expect(code).toBe(1)
    expect(err).toContain('No forecast of sold (pos) is kept yet. "muster study" works it out')
    expect((await spoken('anomalies')).out).toContain('"muster study" looks for it')
    expect((await spoken('forecasts')).out).toContain('"muster study" works them out')
    const unknown = await spoken('study', 'nothing-such')
    expect(unknown.err).toContain('No daily figures are known of nothing-such.')
  })

  it('looks at every series, and finds the odd day', { timeout: 120_000 }, async () => {
    const { answer, code } = await json('study')
    expect(code).toBe(0)
    expect(answer).toMatchObject({ state: 'agreed', series: 8, lookedAgain: 0, unchanged: 0 })
    expect(answer.chosen + answer.unknown).toBe(8)
    expect(answer.unknown).toBe(2) // of one day, and of figures too large to reckon with
    expect(await oddDays()).toContain(ODD_DAY)
    expect(answer.newAnomalies).toBe(answer.anomalies)
  })

  it('changes nothing when nothing is new', async () => {
    const before = await everything()
    const { answer } = await json('study')
    expect(answer).toMatchObject({ chosen: 0, lookedAgain: 0, unknown: 2, unchanged: 6 })
    expect(await everything()).toEqual(before)
  })

  it('keeps the model for a week while new days come, and then chooses anew', {
    timeout: 60_000,
  }, async () => {
    const chosen = await timesOf('sold')
    await keepFigures(database, SALES, new Map([[TODAY, 80]]))
    clock.day = addDays(TODAY, 1)
    const { answer } = await json('study', 'sold')
    expect(answer).toMatchObject({ series: 1, chosen: 0, lookedAgain: 1 })
    const looked = await timesOf('sold')
    expect(looked).toMatchObject({ chosenAt: chosen.chosenAt, lastDay: TODAY })
    expect(looked.fittedAt).toEqual(new Date(`${clock.day}T09:00:00Z`))

    clock.day = addDays(TODAY, 7)
    expect((await json('study', 'sold')).answer).toMatchObject({ chosen: 1, lookedAgain: 0 })
    expect((await timesOf('sold')).chosenAt).toEqual(new Date(`${clock.day}T09:00:00Z`))
    expect((await json('study', 'sold')).answer).toMatchObject({ chosen: 0, unchanged: 1 })
    expect((await json('study', 'sold', '--anew')).answer).toMatchObject({ chosen: 1 })
    clock.day = addDays(TODAY, 1)
  })

  it('tries models at once where there were too few days before', async () => {
    const young = { source: 'web', metric: 'small' }
    const longer = weeklyFigures({ days: 90, seed: 8, until: TODAY })
    await keepFigures(database, young, longer)
    const { answer } = await json('study', 'small', '--source', 'web')
    expect(answer).toMatchObject({ chosen: 1, lookedAgain: 0 })
  })

  it('leaves out of baselines and alerts what a person spoke for, until that is withdrawn', async () => {
    const odd: number = (await json('study', 'sold', '--anew')).answer.anomalies
    const said = await json(
      'verdict',
      'sold',
      ODD_DAY,
      'expected',
      '--by',
      'Ana',
      '--reason',
      'fair',
    )
    expect(said.answer).toMatchObject({ verdict: 'expected', by: 'Ana', day: ODD_DAY })
    const [run] = await rowsOf(`select task, state from run where id = $1`, [said.answer.run])
    expect(run).toEqual({ task: 'verdict', state: 'agreed' })

    const { answer } = await json('study', 'sold')
    expect(answer).toMatchObject({ lookedAgain: 1, anomalies: odd - 1, newAnomalies: 0 })
    const { answer: listed } = await json('anomalies', 'sold')
    const day = listed.items.find((each: { day: string }) => each.day === ODD_DAY)
    expect(day).toMatchObject({ verdict: 'expected', saidBy: 'Ana', verdictReason: 'fair' })
    expect((await spoken('anomalies', '--lang', 'es')).out).toContain('esperado (Ana: fair)')
    const judged = await json('anomalies', 'sold', '--method', 'rolling')
    expect(judged.answer.items.map((each: { day: string }) => each.day)).not.toContain(ODD_DAY)

    expect((await json('verdict', 'sold', ODD_DAY, '--withdraw', '--by', 'Ben')).code).toBe(0)
    expect((await json('study', 'sold')).answer).toMatchObject({ lookedAgain: 1, anomalies: odd })
    expect(await oddDays()).toContain(ODD_DAY)
    const again = await spoken('verdict', 'sold', ODD_DAY, '--withdraw', '--by', 'Ben')
    expect(again.err).toContain('Nothing is said of sold (pos) on 2026-11-18')
  })

  it('goes on with the rest where a series breaks its model, and says which and why', async () => {
    const [kept] = await rowsOf(
      `select model, parameters from forecast_model where metric = 'sold'`,
    )
    await rowsOf(
      `update forecast_model set model = 'damped-ets', parameters = 'null' where metric = 'sold'`,
    )
    await keepFigures(database, SALES, new Map([['2026-11-20', 91]]))
    await keepFigures(database, { source: 'pos', metric: 'equal' }, new Map([['2026-11-20', 8]]))
    const before = (await everything()).models.find(({ metric }) => metric === 'sold')

    const { answer, code } = await json('study')

    expect(code).toBe(2)
    expect(answer).toMatchObject({ state: 'differences', broken: 1, lookedAgain: 1 })
    expect(answer.faults).toEqual([
      { source: 'pos', metric: 'sold', error: { bug: expect.stringContaining('TypeError') } },
    ])
    expect((await everything()).models.find(({ metric }) => metric === 'sold')).toEqual(before)
    const { out } = await spoken('study', '--lang', 'es')
    expect(out).toContain('1 no se pudo estudiar')
    expect(out).toContain('pos: sold: TypeError')
    expect((await json('study', 'sold')).answer.state).toBe('failed')
    await rowsOf(`update forecast_model set model = $1, parameters = $2 where metric = 'sold'`, [
      kept.model,
      JSON.stringify(kept.parameters),
    ])
    await keepFigures(database, { source: 'pos', metric: 'equal' }, new Map([['2026-11-20', 7]]))
    expect((await json('study')).answer).toMatchObject({ state: 'agreed', broken: 0 })
  }, 60_000)

  it.each([
    [['sold', '2026-11-18', 'expected'], '--by'],
    [['sold', '2026-11-18', 'odd', '--by', 'Ana'], 'It must be one of: expected, no-anomaly'],
    [['sold', '2026-11-18', '--by', 'Ana'], 'The value <verdict> is missing'],
    [['sold', '2020-01-01', 'expected', '--by', 'Ana'], 'There is no figure of sold (pos)'],
    [['sold', 'tomorrow', 'expected', '--by', 'Ana'], '"tomorrow" is not a value for <day>'],
    [['small', '2026-11-18', 'expected', '--by', 'Ana'], 'Several sources have a metric small'],
  ])('refuses a verdict that says too little: %s', async (args, said) => {
    const before = await everything()
    const { code, err } = await spoken('verdict', ...args)
    expect(code).toBe(1)
    expect(err).toContain(said)
    expect(await everything()).toEqual(before)
  })
})

describe('muster anomalies METRIC --method', () => {
  it.each(['rolling', 'robust', 'forest', 'shape'])(
    'judges now by %s and keeps nothing',
    async (method) => {
      const before = await everything()
      const runs = await rowsOf('select id from run')
      const { answer } = await json('anomalies', 'sold', '--method', method, '--from', '2026-11-01')
      expect(answer).toMatchObject({
        method,
        kind: 'judged',
        span: { from: '2026-11-01', to: TODAY },
      })
      expect(answer.judgedDays + answer.unjudgedDays).toBe(21)
      if (method !== 'shape') {
        expect(answer.items.map((each: { day: string }) => each.day)).toContain(ODD_DAY)
      }
      expect(await everything()).toEqual(before)
      expect(await rowsOf('select id from run')).toEqual(runs)
    },
  )

  it('says which of the days asked for have no figure, past the last one too', async () => {
    const asked = ['anomalies', 'sold', '--method', 'robust', '--from', '2026-11-15', '--to']
    const { answer } = await json(...asked, '2026-11-30')
    expect(answer.window).toEqual({
      ...{ from: '2026-11-15', to: '2026-11-30', daysWithFigure: 7, daysWithout: 9 },
      without: [{ from: '2026-11-22', to: '2026-11-30' }],
    })
    const { out } = await spoken(...asked, '2026-11-30')
    expect(out).toContain('not judged: 9 of the days asked for: 2026-11-22 - 2026-11-30.')
    expect((await spoken(...asked, '2026-11-20')).out).not.toContain('Without a figure')
  })

  it('gives equal scores for equal seeds', async () => {
    const by = (seed: string) =>
      json('anomalies', 'sold', '--method', 'forest', '--seed', seed, '--contamination', '0.05')
    const [once, again, other] = [await by('5'), await by('5'), await by('6')]
    expect(again.answer).toEqual(once.answer)
    expect(other.answer.items).not.toEqual(once.answer.items)
  })

  it('looks at another figure of the day where one is named', async () => {
    const { answer } = await json('anomalies', 'sold', '--method', 'robust', '--agg', 'count')
    expect(answer).toMatchObject({ aggregate: 'count', kind: 'judged', items: [] })
  })

  it.each([
    [['--method', 'rolling', '--window', '1'], 'a whole number in the range 2 - 365'],
    [['--method', 'rolling', '--window', '366'], 'a whole number in the range 2 - 365'],
    [['--method', 'rolling', '--window', '5', '--min-periods', '6'], 'in the range 2 - 5'],
    [['--method', 'forest', '--contamination', '0.6'], 'a number in the range 0.001 - 0.5'],
    [['--method', 'robust', '--trees', '100'], 'perhaps --method forest was meant'],
    [['--window', '9'], 'perhaps --method rolling was meant'],
    [['--method', 'rolling', '--from', '2026-11-02', '--to', '2026-11-01'], 'may not be after'],
  ])('refuses %s', async (args, said) => {
    const { code, err } = await spoken('anomalies', 'sold', ...args)
    expect(code).toBe(1)
    expect(err).toContain(said)
  })

  it('says in words how many days there are and how many are needed', async () => {
    const short = await spoken('anomalies', 'three-days', '--method', 'robust')
    expect(short.out).toContain(
      'Not enough data: a day needs 28 known days to go by, and has 2 at most.',
    )
    const past = await spoken('anomalies', 'ended', '--method', 'robust', '--from', '2026-01-01')
    expect(past.out).toContain('its days lie between 2023-01-31 and 2023-04-30')
  })
})

describe('muster forecast', () => {
  it('shows what is expected by day without writing anything', async () => {
    const before = await everything()
    const { answer } = await json(
      'forecast',
      'sold',
      '--horizon',
      '365',
      '--level',
      '50',
      '--folds',
    )
    expect(answer).toMatchObject({ isKept: true, total: 365, lastDay: TODAY, isStale: false })
    expect(answer.items[0].day).toBe(addDays(TODAY, 1))
    const wide = await json('forecast', 'sold')
    expect(wide.answer.total).toBe(30)
    expect(wide.answer.items[0].lower).toBeLessThan(answer.items[0].lower)
    expect(wide.answer.folds.length).toBeGreaterThanOrEqual(4)
    expect(await everything()).toEqual(before)
  })

  it('says why a naive model is shown', async () => {
    expect((await spoken('forecast', 'three-days')).out).toContain('no skill yet: 3 of 56 days')
    const { out } = await spoken('forecast', 'three-days', '--lang', 'es')
    expect(out).toContain('aún sin acierto propio: 3 de 56 días')
    expect((await spoken('forecast', 'equal')).out).toContain('the figures never vary')
  })

  it('expects no count below zero, and whole figures where they are asked for', async () => {
    const args = ['forecast', 'small', '--source', 'pos', '--horizon', '365', '--level', '99']
    const { answer } = await json(...args, '--whole')
    for (const { mean, lower, upper } of answer.items) {
      expect([mean, lower, upper].every(Number.isInteger)).toBe(true)
      expect(lower).toBeGreaterThanOrEqual(0)
      expect(upper).toBeGreaterThanOrEqual(mean)
    }
  })

  it('says of a single day that it is too little, whether it was studied or not', async () => {
    const { err } = await spoken('forecast', 'one-day')
    expect(err).toContain('it has figures of 1 of the 2 days needed')
  })

  it('works out another figure of the day now and says that it keeps nothing', async () => {
    const before = await everything()
    const { out } = await spoken('forecast', 'equal', '--agg', 'average')
    expect(out).toContain('chosen just now for this answer and not kept')
    expect(await everything()).toEqual(before)
  })

  it.each([
    [['--horizon', '366'], 'in the range 1 - 365'],
    [['--level', '99.9'], 'in the range 50 - 99'],
  ])('refuses %s', async (args, said) => {
    expect((await spoken('forecast', 'sold', ...args)).err).toContain(said)
  })
})

describe('muster forecasts', () => {
  it('tells which series have no new figures', async () => {
    const { answer } = await json('forecasts')
    const byMetric = new Map(
      answer.items.map((each: { source: string; metric: string }) => [
        `${each.source} ${each.metric}`,
        each,
      ]),
    )
    expect(answer.stale).toBe(1)
    expect(byMetric.get('pos ended')).toMatchObject({ isStale: true, lastDay: '2023-04-30' })
    expect(byMetric.get('pos sold')).toMatchObject({ isStale: false })
    const patient = await json('forecasts', '--stale-after', '3000')
    expect(patient.answer.stale).toBe(0)
  })
})

describe('muster nightly', () => {
  it('studies the figures after all else, and tells what came of it', async () => {
    const { out } = await spoken('nightly')
    expect(out).toMatch(/# Daily figures\n8 daily series\n {2}6 have no new figures\n/u)
    expect((await json('nightly')).answer.study).toMatchObject({ series: 8, unchanged: 6 })
  })
})

describe('what is told of any series', () => {
  const METRICS = ['sold', 'one-day', 'three-days', 'equal', 'ended', 'huge']

  it.each(METRICS)('is in words, without a figure that is none: %s', async (metric) => {
    const said = await Promise.all([
      ...['en', 'es'].map((language) => spoken('forecast', metric, '--folds', '--lang', language)),
      ...['rolling', 'robust', 'forest', 'shape'].map((method) =>
        spoken('anomalies', metric, '--method', method, '--lang', 'es'),
      ),
    ])
    for (const { out, err } of said) {
      expect(`${out}${err}`.length).toBeGreaterThan(40)
      expect(`${out}${err}`).not.toMatch(/NaN|Infinity|undefined|null|∞/u)
    }
  })

  it('can be written to files', async () => {
    const out = join(folder, 'odd.csv')
    await json('anomalies', '--out', out)
    expect(await readFile(out, 'utf8')).toContain(`${ODD_DAY},pos,sold,sum,190,`)
    const days = join(folder, 'sold.csv')
    const { answer } = await json('forecast', 'sold', '--out', days)
    expect(answer.files).toEqual([days])
    const book = join(folder, 'all.xlsx')
    expect((await json('forecasts', '--out', book)).answer.files).toEqual([book])
  })
})

describe('a study that is stopped', async () => {
  const other = await testDatabase()
  /** More than are kept at once. */
  const SERIES = 70
  const start = () =>
    startStoppable({
      env: { DATABASE_URL: other.url },
      args: ['--json', '--config', config, 'study'],
    })

  beforeAll(async () => {
    for (let at = 0; at < SERIES; at += 1) {
      const figures = weeklyFigures({ days: 70 + (at % 7), seed: at, until: TODAY })
      await keepFigures(other, { source: 'pos', metric: `m${at}` }, figures)
    }
  })

  /** Models whose folds are not all there; none when all is well. */
  async function halves() {
    const { rows } = await other.pool.query(`
      select m.metric
      from forecast_model m
      left join reliability_fold f on f.model_id = m.id
      group by m.id
      having count(f.n) <> coalesce(jsonb_array_length(jsonb_path_query_first(
        m.candidates, '$[*] ? (@.model == $name).folds', jsonb_build_object('name', m.model))), 0)
        or cardinality(m.mean) <> 365`)
    return rows
  }

  async function kept(): Promise<number> {
    return (await other.pool.query('select from forecast_model')).rows.length
  }

  it.each([
    ['SIGINT', 'interrupted'],
    ['SIGKILL', 'running'],
  ] as const)('by %s leaves whole series only', { timeout: 200_000 }, async (signal, state) => {
    await other.pool.query('delete from forecast_model')
    const started = start()
    while ((await kept()) === 0) await sleep(50)
    started.signal(signal)
    await started.ended
    expect(await kept()).toBeLessThan(SERIES)
    expect(await halves()).toEqual([])
    const { rows } = await other.pool.query('select state from run order by id desc limit 1')
    expect(rows).toEqual([{ state }])
  })

  it('is finished by the next one', { timeout: 200_000 }, async () => {
    const { answer } = await start().ended
    expect(answer).toMatchObject({ series: SERIES, unchanged: 50, chosen: SERIES - 50 })
    expect(await kept()).toBe(SERIES)
    expect(await halves()).toEqual([])
    const { rows } = await other.pool.query('select from reliability_fold')
    expect(rows.length).toBeGreaterThanOrEqual(4 * SERIES)
  })
})
