import { afterAll, describe, expect, it, vi } from 'vitest'
import { cuttableProxy } from '../../test/support/cuttable-proxy.ts'
import { testDatabase } from '../../test/support/postgres.ts'
import { openDatabase } from './database.ts'
import { hearChanges } from './heard-changes.ts'

const { url, pool } = await testDatabase()
const database = await openDatabase({ url })
const proxy = await cuttableProxy(url)
const heard = { changed: vi.fn(), hears: vi.fn(), deaf: vi.fn() }
const onLoss = vi.fn()
const connection = () => ({ ...database.connection(), connectionString: proxy.url })
const hearing = hearChanges({ connection, onLoss }, heard)
afterAll(async () => {
  await hearing.close()
  proxy.cut()
  await database.close()
})
await vi.waitFor(() => expect(heard.hears).toHaveBeenCalled(), 10_000)

/** A word of our own comes after whatever the statement told. */
async function expectTold(statement: string): Promise<void> {
  heard.changed.mockClear()
  await pool.query(statement)
  await pool.query('notify muster_change')
  await vi.waitFor(() => expect(heard.changed).toHaveBeenCalledTimes(2), 10_000)
}

describe('changes', () => {
  it('are heard of once they are committed, once a transaction', async () => {
    const client = await pool.connect()
    try {
      heard.changed.mockClear()
      await client.query(
        `begin; insert into site (name, created_on) values ('Alder', now()), ('Birch', now())`,
      )
      await client.query(`insert into site (name, created_on) values ('Cedar', now())`)
      await pool.query('select pg_sleep(0.2)')
      const before = heard.changed.mock.calls.length
      await client.query('commit')
      await vi.waitFor(() => expect(heard.changed).toHaveBeenCalled(), 10_000)

      expect([before, heard.changed.mock.calls.length]).toEqual([0, 1])
    } finally {
      client.release()
    }
  })

  it.each([
    ['a change', `update site set name = 'Beech' where name = 'Birch'`],
    ['a removal', `delete from site where name = 'Cedar'`],
    ['an emptying', 'truncate check_look'],
  ])('are heard of as %s', async (_name, statement) => {
    await expectTold(statement)
  })

  it('are heard of again after the session is lost, and what hears them knows it was deaf', async () => {
    heard.hears.mockClear()
    await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'muster changes' and datname = current_database()`,
    )
    await vi.waitFor(() => expect(heard.hears).toHaveBeenCalled(), 20_000)

    expect(heard.deaf).toHaveBeenCalled()
    await expectTold(`update site set name = 'Birch' where name = 'Beech'`)
  })

  it('are heard of again after nothing comes through any more, though nobody ended the session', async () => {
    heard.hears.mockClear()
    proxy.hush()
    await vi.waitFor(() => expect(heard.hears).toHaveBeenCalled(), 30_000)

    await expectTold(`update site set name = 'Beech' where name = 'Birch'`)
  })

  it('are said once not to be heard of, however often that is tried again', async () => {
    heard.deaf.mockClear()
    onLoss.mockClear()
    proxy.cut()
    await vi.waitFor(() => expect(heard.deaf.mock.calls.length).toBeGreaterThan(1), 20_000)
    expect(onLoss).toHaveBeenCalledTimes(1)

    heard.hears.mockClear()
    await proxy.mend()
    await vi.waitFor(() => expect(heard.hears).toHaveBeenCalled(), 20_000)
    await expectTold(`update site set name = 'Birch' where name = 'Beech'`)
  })
})

/** No answer that is remembered rests on these; each of the others tells of its changes. */
const NOT_TOLD = [
  ...['alert_delivery', 'api_token', 'attempt', 'audit_entry', 'audit_head', 'change', 'concern'],
  ...['concern_news', 'event', 'event_conflict', 'event_rejection', 'forecast_model', 'held_row'],
  ...['invitation', 'job_due', 'migration', 'openid_link', 'outcome', 'payload', 'person', 'plan'],
  ...[
    'plan_approval',
    'plan_verification',
    'refresh_token',
    'rejection',
    'reliability_fold',
    'run',
  ],
  ...['run_log', 'run_tally', 'saved_view', 'sign_in', 'sign_in_try', 'source_token', 'upload'],
  ...['upload_chunk', 'verification'],
]

describe('the tables', () => {
  it('tell of their changes, but for those that no remembered answer rests on', async () => {
    const { rows } = await pool.query(
      `select c.relname as name
       from pg_class c
       where c.relnamespace = current_schema::regnamespace and c.relkind = 'r'
         and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'tell_change')
       order by name`,
    )
    expect(rows.map(({ name }) => name)).toEqual(NOT_TOLD)
  })
})
