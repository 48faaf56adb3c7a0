import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { saidOn, takeDay } from '../../../test/support/history-days.ts'
import { testDatabase } from '../../../test/support/postgres.ts'
import { addDays } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import { countStore } from '../count/store.ts'
import { retentionStore } from '../retention/store.ts'
import type { MachineFilter } from './queries.ts'
import { listStore } from './store.ts'

const database = await testDatabase()
const list = listStore(database)
const retention = retentionStore(database)
const TODAY = '2026-06-15'
const KEPT = { dailyFor: 5, monthEnds: 3 }

afterEach(forget)

describe('a day', () => {
  it('that was not collected is answered from the one before, and one before the first is not kept', async () => {
    await takeDay(database, { source: 's', day: '2026-06-10', said: { a: 'A' } })
    await takeDay(database, { source: 't', day: '2026-06-12', said: { b: 'B' } })

    await list.assertKept('2026-06-11')
    expect(await list.restsOn('2026-06-11')).toEqual([{ source: 's', day: '2026-06-10' }])
    expect(await list.restsOn('2026-06-13')).toEqual([
      { source: 's', day: '2026-06-10' },
      { source: 't', day: '2026-06-12' },
    ])
    await expect(list.assertKept('2026-06-09')).rejects.toMatchObject({
      code: 'day.not-kept',
      details: { day: '2026-06-09', nearest: ['2026-06-10'] },
    })
  })

  it('of which nothing is kept names the kept days around it', async () => {
    for (const day of ['2026-05-31', '2026-06-02', '2026-06-12']) {
      await takeDay(database, { source: 's', day, said: { a: day } })
    }
    await retention.closeMonths(TODAY)
    await retention.prune(TODAY, KEPT)

    await list.assertKept('2026-06-01')
    await expect(list.assertKept('2026-06-03')).rejects.toMatchObject({
      details: { nearest: ['2026-05-31', '2026-06-12'] },
    })
  })

  it('rests on the day whose data it shows, also where that day itself was pruned', async () => {
    await takeDay(database, { source: 's', day: '2026-04-30', said: { a: 'A30' } })
    await takeDay(database, { source: 's', day: '2026-05-27', said: { a: 'A27' } })
    await takeDay(database, { source: 't', day: '2026-05-28', said: { b: 'B28' } })
    await takeDay(database, { source: 's', day: '2026-05-31', said: { a: 'A31' } })
    await retention.closeMonths(TODAY)
    expect((await retention.prune(TODAY, KEPT)).days).toEqual(['2026-05-27'])

    await list.assertKept('2026-05-28')
    expect(await saidOn(database, 's', '2026-05-28')).toEqual({ a: 'A27' })
    expect(await list.restsOn('2026-05-28')).toEqual([
      { source: 's', day: '2026-05-27' },
      { source: 't', day: '2026-05-28' },
    ])
  })

  it('that is answered after pruning is answered as before it, whatever the history', {
    timeout: 120_000,
  }, async () => {
    const said = fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom('A', 'B'), {
      noNullPrototype: true,
    })
    const ago = fc.integer({ min: 0, max: 110 })
    const nights = fc.array(fc.tuple(fc.constantFrom('s', 't'), ago, said), {
      ...{ minLength: 1, maxLength: 10 },
    })
    await fc.assert(
      fc
        .asyncProperty(nights, async (collected) => {
          for (const [source, days, words] of collected) {
            await takeDay(database, { source, day: addDays(TODAY, -days), said: words })
          }
          await retention.closeMonths(TODAY)
          const asked = collected.flatMap(([, days]) =>
            [0, 1, 2].map((on) => addDays(TODAY, on - days)),
          )
          const before = await answers(asked)

          const { days: gone } = await retention.prune(TODAY, KEPT)

          const after = await answers(asked)
          for (const [at, day] of asked.entries()) {
            if (gone.includes(day)) expect(after[at]).toBeNull()
            if (after[at] !== null) expect(after[at]).toEqual(before[at])
          }
          for (const [, days] of collected) {
            const day = addDays(TODAY, -days)
            if (!gone.includes(day)) expect(after[asked.indexOf(day)]).not.toBeNull()
          }
        })
        .afterEach(forget),
      { numRuns: 40 },
    )
  })
})

describe('machines by their numbers', () => {
  const ALL = { source: null, site: null, kind: null, text: null }

  async function namesOf(day: string, filter: Partial<MachineFilter> = {}) {
    const names: (string | null)[][] = []
    let after: number | null = 0
    while (after !== null) {
      const batch: Awaited<ReturnType<typeof list.machinesAfter>> = await list.machinesAfter(
        ...([day, { ...ALL, ...filter }, { after, limit: 2 }] as const),
      )
      names.push(batch.rows.map(({ displayName }) => displayName))
      after = batch.next
    }
    return names
  }

  it('come batch by batch, those that are not there on the day left out', async () => {
    const [first, last] = ['2026-06-10', '2026-06-12']
    await takeDay(database, { source: 's', day: first, said: { a: 'A', b: 'B', c: 'C' } })
    await takeDay(database, { source: 's', day: last, said: { c: 'C2', d: 'D' } })

    expect(await namesOf(first)).toEqual([['A', 'B'], ['C'], []])
    expect(await namesOf(last)).toEqual([[], ['C2', 'D'], []])
    expect(await namesOf(last, { text: 'c2' })).toEqual([[], ['C2'], []])
    expect(await namesOf(last, { source: 't' })).toEqual([[], [], []])
  })

  it('are told just as in a page', async () => {
    await takeDay(database, { source: 's', day: '2026-06-10', said: { a: 'A', b: 'B' } })
    const { rows } = await list.machinesAfter('2026-06-10', ALL, { after: 0, limit: 9 })
    const page = { sort: 'name', limit: null, offset: 0 } as const

    expect(rows).toEqual((await list.machines('2026-06-10', ALL, page)).items)
  })
})

describe('machines taken once', () => {
  const DAY = '2026-06-10'
  const ONCE = { source: null, site: null, kind: null, text: null, isOnce: true }
  const PAGE = { sort: 'name', limit: 10, offset: 0 } as const

  async function once(filter: Partial<MachineFilter> = {}) {
    const asked = { ...ONCE, ...filter }
    const { items, total } = await list.machines(DAY, asked, PAGE)
    const { rows } = await list.machinesAfter(DAY, asked, { after: 0, limit: 99 })
    expect(rows.map(({ recordId }) => recordId).sort()).toEqual(
      items.map(({ recordId }) => recordId).sort(),
    )
    return [items.map(({ source, displayName }) => `${source} ${displayName}`), total]
  }

  it('stand for all records of a machine, and are as many as are counted', async () => {
    await takeDay(database, { source: 's', day: DAY, said: { a: told('A'), b: told('B') } })
    await takeDay(database, { source: 't', day: DAY, said: { x: told('A too'), y: told('C') } })
    await makeOneMachine('a', 'x')
    await countStore(database).count([DAY])
    const counted = await countStore(database).find(DAY)

    expect(await once()).toEqual([['s A', 's B', 't C'], 3])
    expect(counted?.distinctTotal).toBe(3)
  })

  it('are told by a record that fits what else is asked', async () => {
    await takeDay(database, { source: 's', day: DAY, said: { a: 'A' } })
    await takeDay(database, { source: 't', day: DAY, said: { x: 'A too' } })
    await makeOneMachine('a', 'x')

    expect(await once({ source: 't' })).toEqual([['t A too'], 1])
    expect(await once({ text: 'too' })).toEqual([['t A too'], 1])
  })

  function told(name: string) {
    const kind = { class: 'workstation', isSpare: false, isBillable: true } as const
    return { name, organisation: 'Norte', ...kind }
  }

  async function makeOneMachine(...keys: readonly string[]) {
    await database.pool.query(
      `with made as (insert into device (created_on) values ($1) returning id)
       insert into device_link (record_id, device_id, valid_from, content_hash)
       select r.id, made.id, $1, '' from record r, made where r.native_key = any($2)`,
      [DAY, keys],
    )
  }
})

it('the newest counted day up to one is found, and none before the first', async () => {
  await database.pool.query(
    `insert into day_distinct (day, is_total, devices) values ('2026-06-10', true, 1)`,
  )

  expect(await list.countedUpTo('2026-06-12')).toBe('2026-06-10')
  expect(await list.countedUpTo('2026-06-09')).toBeNull()
})

/** What both sources said on each day, and since when; null for a day that is refused. */
function answers(days: readonly string[]) {
  return Promise.all(
    days.map(async (day) => {
      try {
        await list.assertKept(day)
      } catch (error) {
        if (error instanceof AppError) return null
        throw error
      }
      const said = [await saidOn(database, 's', day), await saidOn(database, 't', day)]
      return { said, restsOn: await list.restsOn(day) }
    }),
  )
}

async function forget(): Promise<void> {
  for (const table of [
    ...['month_end', 'record_version', 'record_pulse', 'device_link', 'device', 'record'],
    ...['collection', 'day_distinct', 'day_count'],
  ]) {
    await database.pool.query(`delete from ${table}`)
  }
}
