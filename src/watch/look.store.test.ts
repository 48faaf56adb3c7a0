import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/support/postgres.ts'
import { runFigures } from '../jobs/run-figures.ts'
import { planStore } from '../reconcile/store.ts'
import { AlertSettings } from './alert-settings.ts'
import { look } from './look.task.ts'

const database = await testDatabase()
const { pool } = database
const NOW = new Date('2026-11-21T12:00:00Z')

const run = async (task: string, state: string, changed: object = {}): Promise<number> => {
  const row = { cause: 'schedule', ended: NOW, error: null, summary: null, ...changed }
  const { rows } = await pool.query(
    `insert into run (task, state, cause, actor, host, pid, version, started_at, ended_at, error, summary)
    values ($1, $2, $3, 'a', 'h', 1, '0', $4::timestamptz - interval '90 seconds', $4, $5, $6)
    returning id`,
    [task, state, row.cause, row.ended, row.error, row.summary],
  )
  return Number(rows[0].id)
}

const plan = async (state: string, madeAt: string, changed: object = {}): Promise<number> => {
  const row = { kind: 'tags', corrects: 'tags', changes: 3, undoes: null, ...changed }
  const { rows } = await pool.query(
    `insert into plan (run_id, kind, corrects, undoes, state, target, made_at, changes)
    values ($1, $2, $3, $4, $5, 'ocs', $6, $7)
    returning id`,
    [await run('plan', 'agreed'), row.kind, row.corrects, row.undoes, state, madeAt, row.changes],
  )
  return Number(rows[0].id)
}

const collection = async (source: string, day: string, changed: object = {}): Promise<number> => {
  const row = { state: 'complete', history: '{}', startedAt: `${day}T03:00:00Z`, ...changed }
  const { rows } = await pool.query(
    `insert into collection (run_id, source, day, try, state, is_machine, history, started_at, ended_at,
      records, rejected)
    values ($1, $2, $3, 1, $4, true, $5, $6, $6, 40, 2)
    returning id`,
    [await run('collect', 'agreed'), source, day, row.state, row.history, row.startedAt],
  )
  return Number(rows[0].id)
}

beforeEach(async () => {
  // records that must last refuse to go, but for who replays them
  await database.transaction(async ({ client }) => {
    await client.query("set local session_replication_role = 'replica'")
    await client.query('truncate run, plan, finding, anomaly cascade')
  })
})

describe('waiting plans', () => {
  const waiting = () => planStore(database).waiting()

  it('have waited since the first that nobody wrote, through those that took its place', async () => {
    await plan('applied', '2026-11-10T03:00:00Z')
    await plan('superseded', '2026-11-18T03:00:00Z')
    await plan('superseded', '2026-11-19T03:00:00Z')
    const id = await plan('held', '2026-11-20T03:00:00Z')

    expect(await waiting()).toEqual([
      {
        ...{ id, corrects: 'tags', state: 'held', changes: 3 },
        waitingSince: new Date('2026-11-18T03:00:00Z'),
      },
    ])
  })

  it('begin anew after a night in which nothing was to be changed', async () => {
    await plan('superseded', '2026-11-18T03:00:00Z')
    await plan('superseded', '2026-11-19T03:00:00Z', { changes: 0 })
    await plan('waiting', '2026-11-20T03:00:00Z')

    expect(await waiting()).toMatchObject([{ waitingSince: new Date('2026-11-20T03:00:00Z') }])
  })

  it('are none once they are written, or where there is nothing to write', async () => {
    await plan('applied', '2026-11-19T03:00:00Z')
    await plan('waiting', '2026-11-20T03:00:00Z', { changes: 0 })

    expect(await waiting()).toEqual([])
  })
})

describe('look', () => {
  const lookAround = async (changed: Partial<AlertSettings> = {}) =>
    look({
      ...{ database, sources: ['ninjaone', 'ocs', 'files'] },
      runs: await runFigures(database).last(),
      overdue: [],
      settings: { ...AlertSettings.parse({}), ...changed },
      moment: { now: NOW, timeZone: 'UTC' },
    })
  const keys = async () => (await lookAround()).map(({ key }) => key)

  it('tells of sources as they were last collected, and of one that never was', async () => {
    await collection('ninjaone', '2026-11-20')
    await collection('ocs', '2026-11-19')
    const held = await collection('ocs', '2026-11-20', { state: 'held', history: null })

    expect(await lookAround()).toMatchObject([
      { key: 'source-late:ocs', details: { lastDay: '2026-11-19', lastState: 'held' } },
      { key: 'source-held:ocs', details: { collection: held, day: '2026-11-20' } },
      { key: 'source-late:files', details: { lastDay: null, lastState: null } },
    ])
  })

  const everySourceIsFresh = async () => {
    for (const source of ['ninjaone', 'ocs', 'files']) await collection(source, '2026-11-20')
  }

  it('says nothing where nothing is wrong', async () => {
    await everySourceIsFresh()
    expect(await keys()).toEqual([])
  })

  it('tells of tasks whose last run failed, with the code of a night that went on to its end', async () => {
    await everySourceIsFresh()
    const failed = { summary: JSON.stringify({ failure: { code: 'ocs.unreachable' } }) }
    const id = await run('nightly', 'failed', failed)
    await run('study', 'failed', { ended: '2026-11-21T01:00:00Z' })
    await run('study', 'agreed')

    expect(await lookAround()).toMatchObject([
      { key: 'run-failed:nightly', details: { run: id, code: 'ocs.unreachable' } },
    ])
  })

  it('counts findings that are open and looked at, not those somebody spoke for', async () => {
    await everySourceIsFresh()
    await pool.query(`
      insert into finding (check_code, scope, subject, state, severity, evidence, first_seen,
        standing_since, accepted_until, is_dormant)
      select 'missing-in-edr', 'a+b', n::text, state, 'high', '{}', '2026-11-01', '2026-11-01',
        case when state = 'accepted' then date '2027-01-01' end, is_dormant
      from (values (1, 'open', false), (2, 'open', false), (3, 'acknowledged', false),
        (4, 'accepted', false), (5, 'open', true)) as made (n, state, is_dormant)`)

    expect(await lookAround()).toMatchObject([
      { key: 'findings:missing-in-edr:1', details: { count: 2, severity: 'high' } },
    ])
  })

  it('tells of odd days that nobody judged', async () => {
    await everySourceIsFresh()
    const by = await run('study', 'agreed')
    await pool.query(
      `insert into anomaly (source, metric, aggregate, day, method, value, expected, score, direction, why,
        run_id, found_at)
      select 'pos', 'sold', aggregate, day::date, 'm', 9, 2, 7, 'high', '{}', $1, now()
      from (values ('sum', '2026-11-20'), ('count', '2026-11-20'), ('sum', '2026-11-19'),
        ('sum', '2026-11-01')) as made (aggregate, day)`,
      [by],
    )
    await pool.query(
      `insert into anomaly_verdict (run_id, source, metric, day, verdict, said_by, said_at)
      values ($1, 'pos', 'sold', '2026-11-19', 'expected', 'ana', now())`,
      [by],
    )

    expect(await keys()).toEqual(['anomaly:pos:sold:2026-11-20'])
  })
})
