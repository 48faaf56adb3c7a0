import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/postgres.ts'
import { smallInventory } from '../../../test/support/small-inventory.ts'
import { addDays, type Day } from '../../lib/day.ts'
import { analyse } from '../standing/analysis.ts'
import { qualityStore } from './store.ts'

const database = await testDatabase()
const store = qualityStore(database)
const TODAY = '2026-11-21'
const ALL = { limit: null, offset: 0 }
const TAGS = { measure: 'completeness', field: 'tag', why: null, place: null } as const

beforeEach(async () => {
  await database.pool.query('delete from analysis_day')
})

/** Keeps the eight computers, or the first of them, as analysed on a day. */
async function keep(day: Day, { rows = 8, failingFor = 65 } = {}): Promise<void> {
  const { outcomes, ...inventory } = smallInventory({ day })
  const { rows: runs } = await database.pool.query(
    `insert into run (task, state, cause, actor, host, pid, version, ended_at)
     values ('analyze', 'agreed', 'person', 'ana', 'pc', 1, '0', now()) returning id`,
  )
  const coverage = await store.coverageBefore(day)
  const kept = analyse({ ...inventory, outcomes: outcomes.slice(0, rows), coverage })
  await store.keep({ runId: Number(runs[0].id), failingFor, ...kept })
}

/** What `daily_series` says of a metric, at one site or over all. */
async function figures(metric: string) {
  const { rows } = await database.pool.query(
    `select day, site, is_total, sum::double precision as figure from daily_series
     where source = 'muster' and metric = $1 order by day, is_total, site`,
    [metric],
  )
  return rows.map(({ day, site, is_total: isTotal, figure }) => [day, isTotal, site, figure])
}

describe('a day of quality', () => {
  it('is kept as it was analysed', async () => {
    await keep(TODAY)

    const kept = await store.find(null)

    expect(kept?.day).toBe(TODAY)
    expect(kept?.analysis).toEqual(analyse(smallInventory()).analysis)
  })

  it('takes the place of the one kept before on the same day', async () => {
    await keep(TODAY)
    await keep(TODAY, { rows: 1 })

    expect((await store.find(TODAY))?.analysis.totals.devices).toBe(1)
    expect(await store.trend(TODAY, 90)).toHaveLength(1)
    expect((await store.failing(TODAY, TAGS, ALL)).total).toBe(0)
    expect(await figures('quality.score')).toEqual([
      [TODAY, false, 'Sur', 100],
      [TODAY, true, null, 100],
    ])
  })

  it('adds a point to the trend on another day', async () => {
    await keep(addDays(TODAY, -3))
    await keep(TODAY, { rows: 1 })

    expect(await store.trend(TODAY, 90)).toEqual([
      {
        ...{ day: '2026-11-18', score: 62.7, completeness: 70, consistency: 60, validity: 50 },
        ...{ uniqueness: 66.66666666666667, coverage: 62.5 },
      },
      {
        ...{ day: TODAY, score: 100, completeness: 100, consistency: 100, validity: 100 },
        ...{ uniqueness: 100, coverage: 100 },
      },
    ])
    expect(await store.coverageBefore(TODAY)).toEqual([{ day: '2026-11-18', percent: 62.5 }])
    expect(await store.trend('2026-11-20', 90)).toHaveLength(1)
  })

  it('says which days are kept when another is asked for', async () => {
    expect(await store.find(null)).toBeNull()
    await keep(TODAY)

    await expect(store.find('2026-11-02')).rejects.toMatchObject({
      code: 'day.not-kept',
      details: { nearest: [TODAY] },
    })
  })
})

describe('the rows that fail', () => {
  it('are listed by measure, field, reason and place, in order', async () => {
    await keep(TODAY)
    const keysOf = async (filter: Partial<Parameters<typeof store.failing>[1]>) => {
      const { items } = await store.failing(TODAY, { ...TAGS, ...filter }, ALL)
      return items.map(({ key }) => key)
    }

    expect(await keysOf({})).toEqual(['2', '5', '7'])
    expect(await keysOf({ place: 'Anexo' })).toEqual(['2'])
    expect(await keysOf({ place: 'Norte' })).toEqual(['2'])
    expect(await keysOf({ why: 'blank' })).toEqual(['5'])
    expect(await keysOf({ measure: 'validity', field: null })).toEqual(['4', '5', '7', '8'])
  })

  it('are the rows the analysis counted, page by page', async () => {
    await keep(TODAY)
    const { failing } = analyse(smallInventory())
    const asked = { measure: 'completeness', field: null, why: null, place: null } as const

    const whole = await store.failing(TODAY, asked, ALL)
    const page = await store.failing(TODAY, asked, { limit: 2, offset: 3 })

    expect(whole.items).toEqual(failing.filter(({ measure }) => measure === 'completeness'))
    expect(whole.total).toBe(12)
    expect(page).toEqual({ items: whole.items.slice(3, 5), total: 12 })
  })

  it('go after so many days; the figures stay', async () => {
    await keep(addDays(TODAY, -10), { failingFor: 9 })
    await keep(addDays(TODAY, -9), { failingFor: 9 })
    await keep(TODAY, { failingFor: 9 })

    expect((await store.failing(addDays(TODAY, -10), TAGS, ALL)).total).toBe(0)
    expect((await store.failing(addDays(TODAY, -9), TAGS, ALL)).total).toBe(3)
    expect(await store.trend(TODAY, 90)).toHaveLength(3)
  })
})

describe('the daily figures of quality', () => {
  it('stand among all others, by site and in total', async () => {
    await keep(TODAY)

    expect(await figures('tags.coverage')).toEqual([
      [TODAY, false, 'Norte', 50],
      [TODAY, false, 'Sur', 100],
      [TODAY, false, null, 33.333333],
      [TODAY, true, null, 62.5],
    ])
    expect((await figures('quality.validity')).at(-1)).toEqual([TODAY, true, null, 50])
    const { rows } = await database.pool.query(
      "select distinct metric from daily_series where source = 'muster' order by metric",
    )
    expect(rows.map(({ metric }) => metric)).toEqual([
      ...['quality.completeness', 'quality.consistency', 'quality.score'],
      ...['quality.uniqueness', 'quality.validity', 'tags.coverage'],
    ])
  })

  it('are absent, not zero, where nothing was asked', async () => {
    const { outcomes } = smallInventory()
    await keep(TODAY, { rows: 0 })
    expect(outcomes).toHaveLength(8)

    expect(await figures('quality.score')).toEqual([])
    expect(await figures('tags.coverage')).toEqual([])
    expect((await store.trend(TODAY, 90))[0]).toMatchObject({ score: null, coverage: null })
  })
})
