import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/postgres.ts'
import { runFigures } from '../run-figures.ts'
import { REFERRING } from './queries.ts'
import { removeOldRuns } from './remove-old-runs.ts'

const database = await testDatabase()
const { pool } = database
const BEFORE = new Date('2026-01-01T00:00:00Z')

/** A run of ten seconds. */
const run = async (task: string, endedAt: string, state = 'agreed'): Promise<number> => {
  const { rows } = await pool.query(
    `insert into run (task, state, cause, actor, host, pid, version, started_at, ended_at)
    values ($1, $2, 'schedule', 'a', 'h', 1, '0', $3::timestamptz - interval '10 seconds', $3)
    returning id`,
    [task, state, endedAt],
  )
  return Number(rows[0].id)
}
const kept = async (): Promise<number[]> =>
  (await pool.query('select id from run order by id')).rows.map(({ id }) => Number(id))
const remove = () => removeOldRuns({ database, before: BEFORE, tick: () => {} })

describe('removeOldRuns', () => {
  it('knows every table that says by which run something came', async () => {
    const { rows } = await pool.query<{ name: string }>(`
      select distinct table_name as name
      from information_schema.columns
      where table_schema = 'public' and column_name = 'run_id'
        and table_name in (select tablename from pg_tables where schemaname = 'public')`)
    const withoutTheirRun = await pool.query<{ name: string }>(`
      select conrelid::regclass::text as name
      from pg_constraint
      where confrelid = 'run'::regclass and confdeltype in ('c', 'n')`)
    const names = rows.map(({ name }) => name)
    const others = withoutTheirRun.rows.map(({ name }) => name)

    expect(others.toSorted()).toEqual(['alert_delivery', 'job_due', 'run_log'])
    expect([...REFERRING, ...others].toSorted()).toEqual(names.toSorted())
  })

  it('removes what ended long ago, with its log, but for the last of each task and end', async () => {
    const first = await run('alert', '2025-01-01T00:00Z')
    await pool.query(`insert into run_log (run_id, kind) values ($1, 'started')`, [first])
    await pool.query(
      `insert into job_due (name, due_at, run_id) values ('alerts', '2025-01-01T00:00Z', $1)`,
      [first],
    )
    const lastFailed = await run('alert', '2025-02-01T00:00Z', 'failed')
    const last = await run('alert', '2025-03-01T00:00Z')
    const fresh = await run('backup', '2026-01-01T00:00Z')
    await run('backup', '2026-01-02T00:00Z')

    expect(await remove()).toBe(1)
    expect(await kept()).toEqual([lastFailed, last, fresh, fresh + 1])
    expect((await pool.query('select from run_log')).rowCount).toBe(0)
    expect((await pool.query('select run_id from job_due')).rows).toEqual([{ run_id: null }])
  })

  it('leaves what is under way or waits, however old', async () => {
    await pool.query(`
      insert into run (task, state, cause, actor, host, pid, version, started_at, asked_at)
      values ('study', 'running', 'person', 'a', 'h', 1, '0', '2020-01-01', '2020-01-01'),
        ('study', 'queued', 'person', 'a', 'h', 1, '0', '2020-01-01', '2020-01-01')`)
    expect(await remove()).toBe(0)
  })

  it('leaves a run to which something refers', async () => {
    const collected = await run('collect', '2025-01-01T00:00Z')
    const idle = await run('collect', '2025-01-02T00:00Z')
    const planned = await run('plan', '2025-01-03T00:00Z')
    await run('plan', '2025-01-04T00:00Z')
    await run('collect', '2025-01-05T00:00Z')
    await pool.query(
      `insert into collection (run_id, source, day, try, state, is_machine, history, started_at, ended_at,
        records, rejected)
      values ($1, 'ocs', '2025-01-01', 1, 'complete', true, '{}', now(), now(), 1, 0)`,
      [collected],
    )
    await pool.query(
      `insert into plan (run_id, kind, corrects, state, target, made_at, changes)
      values ($1, 'tags', 'tags', 'waiting', 'ocs', now(), 1)`,
      [planned],
    )

    expect(await remove()).toBe(1)
    expect(await kept()).toEqual(expect.arrayContaining([collected, planned]))
    expect(await kept()).not.toContain(idle)
  })

  it('could not remove a run with outcomes even if it forgot to look', async () => {
    const applied = await run('apply', '2025-01-01T00:00Z')
    const last = await run('apply', '2025-01-02T00:00Z')
    await database.transaction(async ({ client }) => {
      await client.query("set local session_replication_role = 'replica'") // without its plan and change
      await client.query(
        `insert into outcome (plan_id, n, run_id, actor, kind) values (1, 1, $1, 'ana', 'applied')`,
        [applied],
      )
    })

    await remove()
    expect(await kept()).toEqual(expect.arrayContaining([applied, last]))
    await expect(pool.query('delete from run where id = $1', [applied])).rejects.toThrow(
      /outcomes/u,
    )
  })

  it('leaves the counts of all there ever were as they are', async () => {
    const figures = async () =>
      (await runFigures(database).ended()).toSorted((a, b) => (a.task < b.task ? -1 : 1))
    await pool.query(`
      insert into run (task, state, cause, actor, host, pid, version, started_at, ended_at)
      select 'ingest', 'agreed', 'schedule', 'a', 'h', 1, '0', at, at + interval '2 seconds'
      from generate_series(timestamptz '2025-06-01', '2025-06-09', '5 minutes') at`)
    const before = await figures()

    expect(await remove()).toBe(8 * 288)
    expect(await remove()).toBe(0)
    expect(await figures()).toEqual(before)
    expect(before.find(({ task }) => task === 'ingest')).toMatchObject({
      ...{ count: 8 * 288 + 1, seconds: 2 * (8 * 288 + 1), lastSeconds: 2 },
    })
  })
})
