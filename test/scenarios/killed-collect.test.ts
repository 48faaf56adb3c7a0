import { randomInt } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SimulatedNinjaone, startNinjaone } from '../../demo/vendors/ninjaone/simulator.ts'
import { collectionStore } from '../../src/collect/store.ts'
import { addDays, dayIn } from '../../src/lib/day.ts'
import { takeDay } from '../support/history-days.ts'
import { type Ended, startMuster } from '../support/muster-command.ts'
import { smallFleet } from '../support/ninjaone.ts'
import { testDatabase } from '../support/postgres.ts'
import { type Instant, stallAt } from '../support/stall.ts'

const COUNT = 400
const TODAY = dayIn('UTC', new Date())
const YESTERDAY = addDays(TODAY, -1)
const folder = await mkdtemp(join(tmpdir(), 'muster killed collect '))
afterAll(() => rm(folder, { recursive: true }))

describe('a collection killed with -9', async () => {
  const database = await testDatabase()
  let vendor: SimulatedNinjaone
  const config = join(folder, 'muster.yaml')

  /** Yesterday's machines by another name: every one of them changes today, and some are gone or new. */
  const yesterday = Object.fromEntries(
    Array.from({ length: COUNT }, (_, at) => {
      const made = { class: 'workstation', isSpare: false, isBillable: true } as const
      return [`${at + 11}`, { name: `Old ${at + 11}`, organisation: '7', ...made }]
    }),
  )

  beforeAll(async () => {
    vendor = await startNinjaone(smallFleet(COUNT))
    const http = { allowPrivateAddress: true, requestsPerMinute: 60_000 }
    await writeFile(
      config,
      JSON.stringify({
        keyRing: 'keys.json',
        sources: { ninjaone: { baseUrl: vendor.url, clientId: vendor.clientId, http } },
      }),
    )
    await takeDay(database, { source: 'ninjaone', day: YESTERDAY, said: yesterday })
  })
  afterAll(() => vendor.close())

  const collect = () =>
    startMuster(
      { DATABASE_URL: database.url, MUSTER_NINJAONE_CLIENT_SECRET: vendor.clientSecret },
      ['--config', config, 'collect'],
    )

  async function names(day: string): Promise<string[]> {
    const { rows } = await database.pool.query<{ name: string }>(
      'select display_name as name from record_on($1::date) order by record_id',
      [day],
    )
    return rows.map(({ name }) => name).toSorted()
  }

  const before = Object.values(yesterday)
    .map(({ name }) => name)
    .toSorted()
  const after = Array.from({ length: COUNT }, (_, at) => `Desk ${at + 1}`).toSorted()

  async function quiet(): Promise<void> {
    const busy = `select 1 from pg_stat_activity
      where datname = current_database() and application_name like 'muster%' and pid <> pg_backend_pid()
        and state <> 'idle'`
    while ((await database.pool.query(busy)).rows.length > 0) await sleep(5)
  }

  /** Forgets today, so that it can be collected as if for the first time. */
  async function forgetToday(): Promise<void> {
    await database.pool.query(
      'delete from device_link; delete from matched_day; delete from device',
    )
    await database.pool.query('delete from record_version where valid_from = $1', [TODAY])
    await database.pool.query("update record_version set valid_to = 'infinity'")
    await database.pool.query('delete from held_row; delete from rejection; delete from month_end')
    await database.pool.query('delete from collection where day = $1', [TODAY])
  }

  const instants: readonly (Instant & { readonly name: string })[] = [
    { name: 'all is fetched and nothing kept', table: 'collection', on: 'insert', when: 'true' },
    { name: 'the first row as received is kept', table: 'payload', on: 'insert', when: 'true' },
    {
      name: 'an old version is closed',
      ...{ table: 'record_version', on: 'update', when: `new.valid_to = '${TODAY}'` },
    },
    {
      name: 'a version in the middle is opened',
      ...{ table: 'record_version', on: 'insert', when: "new.display_name = 'Desk 200'" },
    },
    { name: 'a pulse is kept', table: 'record_pulse', on: 'insert', when: 'true' },
    { name: 'the day is marked as known', table: 'collection', on: 'update', when: 'true' },
  ]

  it.each(instants)('just before $name leaves the day before in force', async (instant) => {
    await forgetToday()
    const stall = await stallAt(database, instant)
    const first = collect()
    await stall.reached()
    await first.kill()
    await stall.breakOff()
    await quiet()

    expect(await names(TODAY)).toEqual(before)
    const [entry] = await collectionStore(database).ledger(TODAY, TODAY)
    expect(entry?.state ?? 'interrupted').toBe('interrupted')

    expect((await collect().ended).answer).toMatchObject({ sources: [{ state: 'complete' }] })
    expect(await names(TODAY)).toEqual(after)
    expect(await names(YESTERDAY)).toEqual(before)
  })

  it('just before it matched what it had taken in keeps the day, and matches it when run again', async () => {
    await forgetToday()
    const stall = await stallAt(database, { table: 'device_link', on: 'insert', when: 'true' })
    const first = collect()
    await stall.reached()
    await first.kill()
    await stall.breakOff()
    await quiet()

    expect(await names(TODAY)).toEqual(after)
    expect((await collect().ended).answer).toMatchObject({
      sources: [{ history: { opened: 0, changed: 0, closed: 0, unchanged: COUNT } }],
    })
    const { rows } = await database.pool.query('select count(*) as links from link_on($1::date)', [
      TODAY,
    ])
    expect(rows).toEqual([{ links: COUNT }])
  })

  it('at random instants shows the day before or the whole day, never a part', {
    timeout: 120_000,
  }, async () => {
    const seen = new Set<string>()
    for (let round = 0; round < 12; round += 1) {
      await forgetToday()
      const started = collect()
      await sleep(randomInt(300, 1_500))
      const ended: Ended = await started.kill()
      await quiet()
      const found = await names(TODAY)
      const which = [before, after].findIndex((state) => isSame(state, found))
      expect(which).not.toBe(-1)
      seen.add(`${which} ${ended.signal}`)
      expect(await names(YESTERDAY)).toEqual(before)
    }
    expect((await collect().ended).code).toBe(0)
    expect(await names(TODAY)).toEqual(after)
    expect([...seen].some((state) => state.endsWith('SIGKILL'))).toBe(true)
  })
})

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at])
}
