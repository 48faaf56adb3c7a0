import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeChance } from '../../demo/chance.ts'
import type { Kept, OcsRows } from '../../drill/invariants/invariant.ts'
import { breachesOf, INVARIANTS } from '../../drill/invariants/invariants.ts'
import { auditStore } from '../../src/access/audit/store.ts'
import { jobDesk } from '../../src/jobs/queue/ask.ts'
import { openBoss } from '../../src/jobs/queue/open-boss.ts'
import { addDays } from '../../src/lib/day.ts'
import { makeEventDesk } from '../support/event-desk.ts'
import { oddFile } from '../support/event-files.ts'
import { fleetOffice } from '../support/fleet-office.ts'
import { smallFleet, workstation } from '../support/ninjaone.ts'
import { testDatabase } from '../support/postgres.ts'
import { protectedComputer, protectedFleet } from '../support/threatlocker-fleet.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster invariants '))
afterAll(() => rm(folder, { recursive: true }))

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
const rmm = (ids: readonly number[], word = 'Desk') =>
  smallFleet(0, { devices: ids.map((id) => workstation(id, { displayName: `${word} ${id}` })) })
const edr = (ids: readonly number[]) => protectedFleet(ids.map((id) => protectedComputer(id)))

const OCS: OcsRows = {
  before: new Map([
    [1, 'Old-1'],
    [2, 'Old-2'],
  ]),
  now: new Map([
    [1, 'New-1'],
    [2, 'Old-2'],
  ]),
}

/** A plan of two changes: the first is written, the second not begun. */
const PLAN = [
  `insert into run (task, state, cause, actor, host, pid, version, ended_at)
  values ('apply', 'interrupted', 'person', 'ana', 'pc-1', 1, '0', now())`,
  `insert into plan (run_id, kind, corrects, state, target, changes)
  select max(id), 'tags', 'tags', 'applying', 'ocs', 2 from run`,
  `insert into change (plan_id, n, record_key, from_value, to_value, machine, evidence)
  select p.id, n, n::text, 'Old-' || n, 'New-' || n, '{}', '{"kind": "tags"}'
  from plan p, generate_series(1, 2) n`,
  `insert into attempt (plan_id, first_n, last_n, run_id) select id, 1, 1, run_id from plan`,
  `insert into outcome (plan_id, n, run_id, kind, actor) select id, 1, run_id, 'applied', 'ana' from plan`,
]

/** What contradicts one of them in one way: statements past the triggers and rules, or another OCS. */
interface Break {
  readonly invariant: string
  readonly what: string
  readonly statements?: readonly string[]
  readonly isOfEvents?: boolean
  readonly now?: readonly (readonly [number, string])[]
}

/** Tables of what files of events bring. */
const EVENTS = /\b(?:metric_day|event|event_rejection|event_conflict|upload|upload_chunk)\b/u

const BREAKS: readonly Break[] = [
  {
    invariant: 'ocs-rows',
    what: 'a TAG nobody planned',
    now: [
      [1, 'New-1'],
      [2, 'Odd'],
    ],
  },
  {
    invariant: 'ocs-rows',
    what: 'a TAG that was not begun',
    now: [
      [1, 'New-1'],
      [2, 'New-2'],
    ],
  },
  {
    invariant: 'ocs-rows',
    what: 'a TAG said to be written',
    now: [
      [1, 'Old-1'],
      [2, 'Old-2'],
    ],
  },
  { invariant: 'ocs-rows', what: 'a row that is gone', now: [[1, 'New-1']] },
  broken('recount', 'a count of machines', 'update day_count set records = records + 1'),
  broken('recount', 'a count that is lacking', 'delete from day_count'),
  broken('recount', 'a count of devices', 'update day_distinct set devices = devices - 1'),
  broken('recount', 'a count of changes', 'update plan set changes = 3'),
  broken('recount', 'the figure of a day', 'update metric_day set sum = sum + 1'),
  broken(
    'intervals',
    'two versions on one day',
    'alter table record_version drop constraint record_version_record_id_daterange_excl',
    `insert into record_version (record_id, valid_from, valid_to, content_hash)
    select record_id, valid_from - 1, valid_from + 1, '\\x00' from record_version limit 1`,
  ),
  broken(
    'intervals',
    'two devices of one record',
    'alter table device_link drop constraint device_link_record_id_daterange_excl',
    `insert into device_link (record_id, valid_from, valid_to, content_hash, device_id)
    select record_id, valid_from - 1, valid_from + 1, '\\x00', device_id from device_link limit 1`,
  ),
  broken('intervals', 'a hole of a record', 'delete from record_version where record_id = 1'),
  broken('intervals', 'a hole of a place', "update site_alias set valid_to = '2026-12-01'"),
  broken('links', 'a record of no device', 'delete from device_link where record_id = 1'),
  broken('links', 'a link of no record', 'delete from record_version where record_id = 1'),
  broken('links', 'a day that was not counted', 'update matched_day set is_counted = false'),
  broken(
    'findings',
    'one disagreement twice',
    'alter table finding drop constraint finding_check_code_scope_subject_key',
    `insert into finding (check_code, scope, subject, state, severity, evidence, first_seen, standing_since)
    select check_code, scope, subject, state, severity, evidence, first_seen, standing_since
    from finding limit 1`,
  ),
  broken(
    'findings',
    'one whose end was not told',
    "update finding set state = 'verified', last_seen = first_seen",
  ),
  broken('findings', 'one whose beginning was not told', 'delete from finding_event'),
  broken('audit', 'an altered entry', "update audit_entry set actor = 'luis' where n = 1"),
  broken('audit', 'a lacking entry', 'delete from audit_entry where n = 2'),
  broken(
    'ingest',
    'an event that is lacking',
    'delete from event where ctid = (select min(ctid) from event)',
  ),
  broken('ingest', 'events of nothing', 'update event set upload_id = 99'),
  broken('ingest', 'a file without its bytes', 'delete from upload_chunk'),
  broken('ingest', 'refused rows that are lacking', 'delete from event_rejection where n = 1'),
  broken(
    'ingest',
    'a conflict that is lacking',
    'delete from event_conflict where id = (select min(id) from event_conflict)',
  ),
  broken(
    'ingest',
    'one file twice',
    'alter table upload drop constraint upload_source_id_file_hash_reading_hash_key',
    `insert into upload select (jsonb_populate_record(u, '{"id": 99}')).* from upload u`.replace(
      'insert into upload',
      'insert into upload overriding system value',
    ),
  ),
  broken(
    'runs',
    'one that nobody is at',
    "update run set state = 'running', ended_at = null where task = 'apply'",
  ),
  broken(
    'runs',
    'one that waits and has ended',
    'alter table run drop constraint run_ended_check',
    "update run set ended_at = now() where state = 'queued'",
  ),
  broken(
    'queue',
    'a job the queue has twice',
    `insert into pgboss.job (id, name, data)
    select gen_random_uuid(), name, data from pgboss.job`,
  ),
  broken('queue', 'a job the queue has forgotten', 'delete from pgboss.job'),
  broken(
    'queue',
    'a beginning nobody counted',
    `insert into run_log (run_id, kind) select id, 'started' from run where state = 'queued'`,
  ),
]

function broken(invariant: string, what: string, ...statements: string[]): Break {
  return { invariant, what, statements, isOfEvents: statements.some((each) => EVENTS.test(each)) }
}

const UNDONE = new Error('undone')

describe('the invariants', async () => {
  const machines = await testDatabase()
  const events = await testDatabase() // it has a key ring of its own
  const kept: Kept = { database: machines, ocs: OCS }

  beforeAll(async () => {
    const { collect } = fleetOffice(machines, folder)
    await collect({ day: '2026-03-01', ninjaone: rmm(upTo(9)), threatlocker: edr(upTo(8)) })
    await collect({ day: '2026-03-02', ninjaone: rmm(upTo(9), 'PC'), threatlocker: edr(upTo(8)) })
    const desk = await makeEventDesk({ folder: join(folder, 'events'), database: events })
    const order = { rows: 400, days: 4, metrics: ['sold'] }
    const path = await desk.file('sales.csv', oddFile(order, makeChance(7)).text)
    const taken = await desk.muster('ingest', path, '--source', 'pos', '--lenient', '--replace')
    expect(taken.answer.files).toMatchObject([{ state: 'taken' }])
    const audit = auditStore(machines)
    for (const about of ['p1', 'p2', 'p3']) {
      await audit.add({ actor: 'ana', action: 'person.added', about, details: {} }, new Date())
    }
    for (const statement of PLAN) await machines.pool.query(statement)
    const boss = await openBoss(machines, { looksAfter: false, onError: () => {} })
    const who = { host: 'test', pid: 1, version: '0' }
    const jobs = jobDesk({ database: machines, who, boss, wake: () => {} })
    await jobs.ask({ task: 'housekeeping' }, { actor: 'ana', cause: 'person', language: 'en' })
    await boss.stop({ graceful: false })
  })

  it('all hold of a database nothing happened to', async () => {
    expect(await breachesOf(kept, 'settled')).toEqual([])
    expect(await breachesOf({ database: events, ocs: null }, 'settled')).toEqual([])
  })

  it('are each contradicted by something below', () => {
    expect(new Set(BREAKS.map(({ invariant }) => invariant))).toEqual(
      new Set(INVARIANTS.map(({ name }) => name)),
    )
  })

  it.each(BREAKS)('$invariant is contradicted by $what', async (each) => {
    const invariant = INVARIANTS.find(({ name }) => name === each.invariant)
    const ocs = each.now === undefined ? OCS : { ...OCS, now: new Map(each.now) }
    let found: readonly string[] = []
    const database = each.isOfEvents ? events : machines
    const asked = database.transaction(async (transaction) => {
      await transaction.client.query('set transaction isolation level repeatable read')
      await transaction.client.query("set local session_replication_role = 'replica'")
      for (const statement of each.statements ?? []) await transaction.client.query(statement)
      // the same session, whoever asks: what is broken here is undone below
      const within = {
        ...{ pool: transaction.client, db: transaction.db },
        transaction: <T>(work: (same: typeof transaction) => Promise<T>) => work(transaction),
      }
      found = (await invariant?.breaches({ database: within as never, ocs })) ?? []
      throw UNDONE
    })
    await expect(asked).rejects.toBe(UNDONE)

    expect(found).not.toEqual([])
  })
})

describe('nights of any kind', async () => {
  const database = await testDatabase()
  const { collect } = fleetOffice(database, folder)
  const some = fc.subarray(upTo(8), { minLength: 6 })
  const nights = fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 6 }),
      rmm: some,
      edr: fc.option(some),
      word: fc.constantFrom('Desk', 'PC'),
    }),
    { minLength: 1, maxLength: 4 },
  )

  it('in any order, one twice or late, leave every invariant standing', {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(nights, async (asked) => {
        for (const night of asked) {
          await collect({
            ...{ day: addDays('2026-03-01', night.day), ninjaone: rmm(night.rmm, night.word) },
            ...(night.edr === null ? {} : { threatlocker: edr(night.edr) }),
          })
          expect(await breachesOf({ database, ocs: null }, 'settled')).toEqual([])
        }
      }),
      { numRuns: 6 },
    )
  })
})
