import { beforeAll, describe, expect, it } from 'vitest'
import { takeDay } from '../../../test/support/history-days.ts'
import { testDatabase } from '../../../test/support/postgres.ts'
import type { Day } from '../../lib/day.ts'
import { matchDay } from '../link/match-day.task.ts'
import { linkStore } from '../link/store.ts'
import { DEFAULT_MATCH_OPTIONS } from '../match/match-record.ts'
import { retentionStore } from '../retention/store.ts'
import { saidSince } from './said-since.ts'
import { fieldStore } from './store.ts'

const told = (name: string, more: object = {}) => ({
  ...{ name, organisation: 'org', class: 'server' as const, isSpare: false, isBillable: true },
  ...more,
})

async function ready() {
  const database = await testDatabase()
  const fields = fieldStore(database)
  const query = (text: string) => database.pool.query(text)
  return {
    ...{ database, fields, query },
    async take(day: Day, said: Record<string, ReturnType<typeof told>>) {
      await takeDay(database, { source: 's', day, said })
    },
    async idOf(key: string): Promise<number> {
      return (await query(`select id from record where native_key = '${key}'`)).rows[0].id
    },
  }
}

describe('what is kept of what a record said', async () => {
  const { database, fields, query, take, idOf } = await ready()
  const sinceOf = async (key: string, field: 'displayName' | 'class' | 'site', day: Day) => {
    const id = await idOf(key)
    const versions = (await fields.versions([id], day)).get(id) ?? []
    return saidSince(
      versions.map(({ from, wasAway, said }) => ({ from, wasAway, said: said[field] })),
    )
  }

  beforeAll(async () => {
    await take('2026-05-31', { a: told('A'), b: told('B'), c: told('C') })
    await take('2026-06-02', { a: told('A'), b: told('B2') })
    await take('2026-06-10', { a: told('A', { class: 'other' }), b: told('B'), c: told('C') })
    await take('2026-06-12', { a: told('A'), b: told('B'), c: told('C') })
    await query(`insert into organisation (source, key, name, first_day, last_day)
      values ('s', 'org', 'Org', '2026-05-31', '2026-06-12')`)
    await query(`insert into site (name, created_on)
      values ('North', '2026-05-31'), ('South', '2026-06-11')`)
    await query(`insert into site_alias (source, organisation_key, valid_from, valid_to, site_id, rule)
      values ('s', 'org', '2026-05-31', '2026-06-05', null, 'unmapped'),
        ('s', 'org', '2026-06-05', '2026-06-11', (select id from site where name = 'North'), 'made'),
        ('s', 'org', '2026-06-11', 'infinity', (select id from site where name = 'South'), 'made')`)
  })

  it('goes back over the versions, field by field, as of the day asked for', async () => {
    expect(await sinceOf('a', 'displayName', '2026-06-20')).toBe('2026-05-31')
    expect(await sinceOf('a', 'class', '2026-06-20')).toBe('2026-06-12')
    expect(await sinceOf('a', 'class', '2026-06-11')).toBe('2026-06-10')
    expect(await sinceOf('b', 'displayName', '2026-06-03')).toBe('2026-06-02')
    expect(await sinceOf('b', 'displayName', '2026-06-20')).toBe('2026-06-10')
  })

  it('begins anew where the record was away', async () => {
    expect(await sinceOf('c', 'displayName', '2026-06-20')).toBe('2026-06-10')
    expect(await sinceOf('c', 'displayName', '2026-06-01')).toBe('2026-05-31')
  })

  it('is at a site since its organisation is there, also where nothing of it changed', async () => {
    expect(await sinceOf('b', 'site', '2026-06-20')).toBe('2026-06-11')
    expect(await sinceOf('b', 'site', '2026-06-10')).toBe('2026-06-05')
    expect(await sinceOf('a', 'site', '2026-06-04')).toBe('2026-05-31')
    expect(await sinceOf('c', 'site', '2026-06-10')).toBe('2026-06-10')
  })

  it('has no hole where retention took the days between', async () => {
    const retention = retentionStore(database)
    await retention.closeMonths('2026-06-20')
    await retention.prune('2026-06-20', { dailyFor: 8, monthEnds: 24 })
    const { rows } = await query('select distinct day::text as day from known_day order by 1')
    expect(rows.map(({ day }) => day)).toEqual(['2026-05-31', '2026-06-12'])

    expect(await sinceOf('a', 'class', '2026-06-20')).toBe('2026-05-31')
    expect(await sinceOf('c', 'displayName', '2026-06-20')).toBe('2026-05-31')
  })
})

describe('the machine a person means', async () => {
  const { database, fields, query, take } = await ready()

  beforeAll(async () => {
    await take('2026-06-01', { a: told('A'), b: told('B') })
    await matchDay(linkStore(database), '2026-06-01', DEFAULT_MATCH_OPTIONS)
    await take('2026-06-03', { b: told('B') })
    await matchDay(linkStore(database), '2026-06-03', DEFAULT_MATCH_OPTIONS)
    await query(`insert into device (created_on) select '2026-06-01' from generate_series(1, 2)`)
  })

  it('is found by a record, on a day or at the time nearest to it', async () => {
    const device = await fields.findDeviceOf('s', 'a', '2026-06-01')

    expect(device).not.toBeNull()
    expect(await fields.findDeviceOf('s', 'a', '2026-06-30')).toBe(device)
    expect(await fields.findDeviceOf('s', 'none', '2026-06-01')).toBeNull()
    expect(await fields.recordsOf(device!, '2026-06-01')).toMatchObject([{ nativeKey: 'a' }])
    expect(await fields.recordsOf(device!, '2026-06-03')).toEqual([])
  })

  it('is told with the days kept that have it', async () => {
    const device = (await fields.findDeviceOf('s', 'a', '2026-06-01'))!

    expect(await fields.daysBeside(device, '2026-06-30')).toEqual({
      ...{ before: '2026-06-01', after: null },
    })
    expect(await fields.daysBeside(device, '2026-05-01')).toEqual({
      ...{ before: null, after: '2026-06-01' },
    })
  })

  it('is found by its number, with what it turned out to be in the end', async () => {
    const { rows } = await query('select id from device order by id')
    const [first, second, third, fourth] = rows.map(({ id }) => Number(id))
    await query(`update device set merged_into = ${third} where id = ${second}`)
    await query(`update device set merged_into = ${fourth} where id = ${third}`)

    expect(await fields.findDevice(first!)).toEqual({ id: first, livesOnAs: first })
    expect(await fields.findDevice(second!)).toEqual({ id: second, livesOnAs: fourth })
    expect(await fields.mergedInto(fourth!)).toEqual([third])
    expect(await fields.findDevice(999_999)).toBeNull()
  })
})
