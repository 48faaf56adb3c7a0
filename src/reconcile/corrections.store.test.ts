import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { emptyTestDatabase, type TestDatabase, testDatabase } from '../../test/support/postgres.ts'
import { openDatabase } from '../db/database.ts'
import type { PlannedName } from './names/name-changes.ts'
import { planStore } from './store.ts'

const MIGRATIONS = join(import.meta.dirname, '../../migrations')
const folder = mkdtempSync(join(tmpdir(), 'muster-corrections-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A plan of one TAG, applied and looked back at, as it was kept when only TAGs were corrected. */
const KEPT_BEFORE = `
  insert into run (task, state, cause, actor, host, pid, version, ended_at)
    values ('apply', 'agreed', 'person', 'ana', 'pc', 1, '0', now());
  insert into plan (run_id, kind, state, target, changes) values (1, 'tags', 'undoing', 'ocs', 1);
  insert into plan (run_id, kind, undoes, state, target, changes)
    values (1, 'undo', 1, 'applied', 'ocs', 1);
  insert into change (plan_id, n, record_id, from_value, to_value, inventory_number, machine, evidence)
    select id, 1, 4711, 'Old', 'New', '10_1', '{}', '{"asset": {"place": "A1"}, "location": {"place": "B2"}}'
    from plan;
  insert into outcome (plan_id, n, run_id, kind, actor) values (1, 1, 1, 'applied', 'ana');
  insert into plan_verification (plan_id, run_id, standings) values (1, 1, '{"merged": 1}');
  insert into verification (run_id, plan_id, n, kind, found_value, found_record_id)
    values (1, 1, 1, 'merged', 'New', 4712);`

it('takes plans over that were kept when only TAGs were corrected', async () => {
  const files = readdirSync(MIGRATIONS).filter((name) => name < '0011')
  for (const name of files) await copyFile(join(MIGRATIONS, name), join(folder, name))
  const url = await emptyTestDatabase()
  const old = await openDatabase({ url }, folder)
  await old.pool.query(KEPT_BEFORE)
  await old.close()

  const database = await openDatabase({ url })
  try {
    const plans = planStore(database)
    const heads = (await plans.recent(null)).items
    expect(heads).toMatchObject([
      { id: 2, kind: 'undo', corrects: 'tags', undoes: 1 },
      { id: 1, kind: 'tags', corrects: 'tags' },
    ])
    expect(await plans.changes(1)).toMatchObject([
      {
        ...{ recordKey: '4711', from: 'Old', to: 'New', organisation: null, outcome: 'applied' },
        ...{ financeCell: 'A1', classifierCell: 'B2' },
        evidence: { kind: 'tags', asset: { place: 'A1' }, location: { place: 'B2' } },
      },
    ])
    expect((await plans.findVerification(1))?.departures).toEqual([
      { n: 1, kind: 'merged', found: 'New', foundRecordKey: '4712' },
    ])
    await expect(
      database.pool.query(`update change set organisation = 'x' where plan_id = 1`),
    ).rejects.toThrow('append-only')
  } finally {
    await database.close()
  }
})

function planned(id: number): PlannedName {
  const side = { nativeKey: `c-${id}`, displayName: `Old ${id}`, organisation: 'Alder', site: null }
  return {
    ...{ recordKey: `c-${id}`, from: `Old ${id}`, to: `New ${id}`, inventoryNumber: null },
    ...{ organisation: 'org-7', building: null, municipality: null },
    machine: { hostname: `H-${id}`, serial: null, uuid: null, deviceId: null, lastContact: null },
    evidence: {
      ...{ kind: 'names', day: '2026-11-20', device: id },
      rmm: { ...side, source: 'ninjaone', since: '2026-11-01' },
      edr: { ...side, source: 'threatlocker', since: '2026-11-01' },
    },
  }
}

async function newRun({ pool }: TestDatabase): Promise<number> {
  const { rows } = await pool.query(
    `insert into run (task, state, cause, actor, host, pid, version, ended_at)
    values ('plan', 'agreed', 'person', 'ana', 'pc', 1, '0', now()) returning id`,
  )
  return rows[0].id
}

describe('a plan of names', async () => {
  const database = await testDatabase()
  const plans = planStore(database)
  const nothing = { settled: [], actor: 'ana' }
  const head = { target: 'portal', state: 'waiting', outcomes: { planned: 2 }, holds: [] } as const

  const names = async (target = 'portal') => {
    const plan = { ...head, runId: await newRun(database), target, changes: 2 }
    return plans.addNames(plan, [planned(1), planned(2)], nothing)
  }
  const tags = async (target = 'ocs') => {
    const runId = await newRun(database)
    const { rows } = await database.pool.query(
      `insert into collection (run_id, source, day, try, state, started_at)
      select $1::bigint, source, current_date, $1::bigint::integer, 'complete', now() from unnest('{a,b,c}'::text[]) source
      returning id`,
      [runId],
    )
    const [finance, locations, ocs] = rows.map(({ id }) => id)
    const beside = { collections: { finance, locations, ocs }, lists: {}, access: [] }
    const look = { runId, day: '2026-11-20', today: '2026-11-20', looks: [], seen: [] }
    return plans.add({ ...head, ...beside, runId, target, changes: 0 }, [], { look, ...nothing })
  }
  const stateOf = async (id: number) => (await plans.get(id)).state

  it('takes the place of none of TAGs, and none of TAGs takes its place', async () => {
    const [tag, name] = [await tags(), await names()]
    expect([await stateOf(tag), await stateOf(name)]).toEqual(['waiting', 'waiting'])

    const nextTag = await tags()
    expect([await stateOf(tag), await stateOf(name)]).toEqual(['superseded', 'waiting'])
    const [onePortal, otherPortal] = [await names(), await names('elsewhere')]
    expect(await Promise.all([name, nextTag, onePortal].map(stateOf))).toEqual([
      ...['superseded', 'waiting', 'waiting'],
    ])
    // even where two systems bore one name
    const sameTarget = await tags('elsewhere')
    expect([await stateOf(otherPortal), await stateOf(sameTarget)]).toEqual(['waiting', 'waiting'])
  })

  it('stands among its own kind, and is the latest where it was made last', async () => {
    const first = await names('alone')
    const tag = await tags('alone')
    const last = await names('alone')

    expect((await plans.findLatest())?.id).toBe(last)
    expect((await plans.findLatest('names'))?.id).toBe(last)
    expect((await plans.findLatest('tags'))?.id).toBe(tag)
    const before = (await plans.origin(first)).newerId
    expect(before).toBe(last)
    expect((await plans.origin(last)).previousId).toBe(first)
  })

  it('is taken back by an undo that knows what it corrects and whose each computer is', async () => {
    const id = await names('undone')
    const runId = await newRun(database)
    const whose = { planId: id, runId, actor: 'ana' }
    const outcome = {
      ...{ kind: 'applied', foundValue: null, foundNumber: null, foundGone: false },
      ...{ reason: null, confirmedLater: false },
    }
    await plans.addAttempt(id, runId, { first: 1, last: 1 })
    await plans.addOutcomes(whose, [{ n: 1, ...outcome }])

    const undo = await plans.addUndo(id, runId)

    expect(await plans.get(undo)).toMatchObject({ kind: 'undo', corrects: 'names', changes: 1 })
    expect(await plans.pending(undo, { after: 0, last: 9 })).toEqual([
      {
        ...{ n: 1, recordKey: 'c-1', from: 'New 1', to: 'Old 1', inventoryNumber: null },
        ...{ organisation: 'org-7', tried: false },
      },
    ])
    expect((await plans.auditTrail(id, null)).items).toMatchObject([
      { planId: id, corrects: 'names', recordKey: 'c-1', from: 'Old 1', to: 'New 1' },
    ])
  })

  it('was begun as far as was announced, and no further', async () => {
    const id = await names('begun')
    expect(await plans.abandoned(id)).toEqual([])

    await plans.addAttempt(id, await newRun(database), { first: 1, last: 1 })

    expect((await plans.abandoned(id)).map(({ recordKey }) => recordKey)).toEqual(['c-1'])
  })

  it('is announced again by a run that is tried again', async () => {
    const id = await names('again')
    const runId = await newRun(database)
    await plans.addAttempt(id, runId, { first: 1, last: 2 })

    await plans.addAttempt(id, runId, { first: 1, last: 1 })

    const { rows } = await database.pool.query('select last_n from attempt where plan_id = $1', [
      id,
    ])
    expect(rows).toEqual([{ last_n: 2 }])
  })

  it('is looked back at anew by a run that is tried again', async () => {
    const id = await names('looked')
    const whose = { planId: id, runId: await newRun(database) }
    const gone = { n: 1, kind: 'gone', found: null, foundRecordKey: null } as const
    await plans.addVerification(whose, { gone: 1 }, [gone])

    await plans.addVerification(whose, { stands: 1 }, [])

    expect(await plans.findVerification(id)).toMatchObject({
      standings: { stands: 1 },
      departures: [],
    })
  })
})
