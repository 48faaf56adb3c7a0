import { beforeAll, describe, expect, it } from 'vitest'
import { COUNTED_ON, keepCountedFleet, MONTH_END } from '../../../test/support/counted-fleet.ts'
import { takeDay } from '../../../test/support/history-days.ts'
import { testDatabase } from '../../../test/support/postgres.ts'
import { seriesStore } from '../../events/daily/store.ts'
import { type FigureName, siteFigures, totalFigures } from '../../inventory/count/site-figures.ts'
import { countStore } from '../../inventory/count/store.ts'
import { figureStore } from './store.ts'

const database = await testDatabase()
const store = seriesStore(database)
const AFTER = '2026-11-21'

const METRICS: Readonly<Record<FigureName, string>> = {
  total_devices: 'devices.total',
  servers: 'devices.servers',
  workstations: 'devices.workstations',
  spare_devices: 'devices.spare',
  billable_devices: 'devices.billable',
  ninja_devices: 'devices.ninjaone',
  threatlocker_devices: 'devices.threatlocker',
  distinct_devices: 'devices.distinct',
}
const FIGURES = Object.entries(METRICS) as [FigureName, string][] // its keys are those of the type

/** After the day that is counted for all, one on which `Este` has lost its only machine. */
beforeAll(async () => {
  await keepCountedFleet(database)
  const plain = { class: 'workstation', isSpare: false, isBillable: true } as const
  await takeDay(database, {
    ...{ source: 'ninjaone', day: AFTER },
    said: { n1: { name: 'north-1', organisation: 'Norte', ...plain } },
  })
  await countStore(database).count([AFTER])
})

async function figuresOf(source: string, metric: string): Promise<Record<string, number>> {
  const [found] = await store.days({ metrics: [{ source, metric }], from: null, to: null })
  return Object.fromEntries((found?.days ?? []).map(({ day, sum }) => [day, Number(sum)]))
}

describe('the series of a site', () => {
  it.each([MONTH_END, COUNTED_ON, AFTER])('are what was counted there on %s', async (day) => {
    const counted = await countStore(database).find(day)
    if (!counted) throw new Error('nothing was counted')
    for (const { site, figures } of siteFigures(counted).filter((each) => each.site !== null)) {
      for (const [name, metric] of FIGURES) {
        const told = await figuresOf(`muster:${site}`, metric)
        expect([site, metric, told[day] ?? 0]).toEqual([site, metric, figures[name]])
      }
    }
    const total = totalFigures(counted)
    for (const [name, metric] of FIGURES) {
      expect((await figuresOf('muster', metric))[day] ?? 0).toBe(total[name])
    }
  })

  it.each(FIGURES.map(([, metric]) => metric).filter((metric) => metric !== 'devices.distinct'))(
    'of %s sum to that of all, with what is at no site',
    async (metric) => {
      const { rows } = await database.pool.query(
        `select day::text, sum(sum) filter (where is_total)::integer as total,
          coalesce(sum(sum) filter (where not is_total), 0)::integer as parts
        from daily_series where source = 'muster' and metric = $1 group by day order by day`,
        [metric],
      )
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.map(({ day, parts }) => [day, parts])).toEqual(
        rows.map(({ day, total }) => [day, total]),
      )
    },
  )

  it('has 0 on a day the site has lost its machines, and nothing before its first', async () => {
    expect(await figuresOf('muster:Este', 'devices.total')).toEqual({ [COUNTED_ON]: 1, [AFTER]: 0 })
    expect(await figuresOf('muster:Este', 'devices.distinct')).toEqual({
      ...{ [COUNTED_ON]: 1, [AFTER]: 0 },
    })
  })

  it('are read beside those of all and of events, in the order asked for', async () => {
    const names = ['muster:Sur', 'muster', 'muster:Norte', 'nobody'].map((source) => ({
      ...{ source, metric: 'devices.total' },
    }))
    const asked = { names, aggregate: 'sum', today: AFTER } as const
    const found = await figureStore(database).series(asked)
    expect(found.map(({ source, series }) => [source, series.values.at(-1)])).toEqual([
      ['muster:Sur', 0],
      ['muster', 3],
      ['muster:Norte', 2],
    ])
  })

  it('are listed where they are asked for, and do not crowd the list of all', async () => {
    const all = await store.known({ source: null, metric: 'devices.total' })
    expect(all.map(({ source }) => source)).toEqual(['muster'])
    const sites = { source: null, metric: 'devices.total' } as const
    const every = await store.known({ ...sites, sites: 'all' })
    expect(every.map(({ source, days }) => [source, days])).toEqual([
      ['muster:Este', 2],
      ['muster:Norte', 3],
      ['muster:Sur', 3],
    ])
    const two = await store.known({ ...sites, sites: ['Sur', 'Nowhere'] })
    expect(two).toEqual([every[2]])
    expect(await store.known({ source: 'muster:Norte', metric: 'devices.total' })).toEqual([
      every[1],
    ])
  })

  it('go by the name the site has now', async () => {
    await store.assertSource('muster:Sur')
    await database.pool.query(`update site set name = 'South' where name = 'Sur'`)
    await expect(store.assertSource('muster:Sur')).rejects.toMatchObject({
      code: 'source.not-found',
    })
    await store.assertSource('muster:South')
    expect(Object.keys(await figuresOf('muster:South', 'devices.total'))).toHaveLength(3)
    expect(await figuresOf('muster:Sur', 'devices.total')).toEqual({})
  })
})

describe('the findings of a place', () => {
  it('count those of its site and those the books give its name to, and sum to all', async () => {
    await database.pool.query(
      `insert into finding_day (day, check_code, scope, site_id, municipality, standing, accepted,
        opened, verified, age_days, oldest_days, fix_days)
      select $1::date, 'missing-in-edr', 'a+b', id, null, 3, 1, 2, 0, 0, 0, 0 from site where name = 'Norte'
      union all select $1::date, 'tag', 'ocs', null, 'Norte', 5, 0, 0, 0, 0, 0, 0
      union all select $1::date, 'tag', 'ocs', null, 'Plaza', 7, 0, 0, 0, 0, 0, 0
      union all select $1::date, 'tag', 'ocs', null, null, 1, 0, 0, 0, 0, 0, 0`,
      [AFTER],
    )
    const open = (source: string) => figuresOf(source, 'findings.open')
    expect(await open('muster:Norte')).toEqual({ [AFTER]: 7 })
    expect(await open('muster:Plaza')).toEqual({ [AFTER]: 7 })
    expect(await open('muster')).toEqual({ [AFTER]: 15 })
    expect(await store.places()).toEqual(['Este', 'Norte', 'Plaza', 'South'])
    await store.assertSource('muster:Plaza')
  })
})
