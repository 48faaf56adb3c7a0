import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/support/postgres.ts'
import { copyRows } from '../db/copy.ts'

const REFUSED = { code: '23503' }
const NOBODY = 999_999

const database = await testDatabase()
const query = async (text: string, values: unknown[] = []) =>
  (await database.pool.query(text, values)).rows

async function newRun(): Promise<number> {
  const [run] = await query(`
    insert into run (task, state, cause, actor, host, pid, version, ended_at)
    values ('plan', 'agreed', 'person', 'ana', 'pc', 1, '0', now()) returning id`)
  return run.id
}

/** A plan of three changes, numbered from 1. */
async function newPlan(): Promise<{ plan: number; run: number }> {
  const run = await newRun()
  const [plan] = await query(
    `insert into plan (run_id, kind, corrects, state, target, changes)
    values ($1, 'tags', 'tags', 'waiting', 'ocs', 3) returning id`,
    [run],
  )
  await addChanges([1, 2, 3].map((n) => ({ plan: plan.id, n })))
  return { plan: plan.id, run }
}

function addChanges(changes: readonly { plan: number; n: number }[]) {
  return query(
    `insert into change (plan_id, n, record_key, machine, evidence)
    select plan, n, n::text, '{}', '{"kind": "tags"}'
    from jsonb_to_recordset($1::jsonb) as c (plan bigint, n integer)`,
    [JSON.stringify(changes)],
  )
}

function addOutcomes(outcomes: readonly { plan: number; n: number; run: number }[]) {
  return query(
    `insert into outcome (plan_id, n, run_id, kind, actor)
    select plan, n, run, 'applied', 'ana'
    from jsonb_to_recordset($1::jsonb) as o (plan bigint, n integer, run bigint)
    on conflict (plan_id, n) do nothing`,
    [JSON.stringify(outcomes)],
  )
}

async function numbersOf(table: 'change' | 'outcome', plan: number): Promise<number[]> {
  const rows = await query(`select n from ${table} where plan_id = $1 order by n`, [plan])
  return rows.map(({ n }) => n)
}

describe('a change of no plan', () => {
  it('is refused, with all that were inserted together with it', async () => {
    const { plan } = await newPlan()

    await expect(
      addChanges([
        { plan, n: 4 },
        { plan: NOBODY, n: 1 },
      ]),
    ).rejects.toMatchObject(REFUSED)

    expect(await numbersOf('change', plan)).toEqual([1, 2, 3])
  })

  it('is refused where it is copied in', async () => {
    const columns = ['plan_id', 'n', 'record_key', 'machine', 'evidence']
    const copying = database.transaction(({ client }) =>
      copyRows(client, { table: 'change', columns }, [[NOBODY, 1, '1', {}, { kind: 'tags' }]]),
    )

    await expect(copying).rejects.toMatchObject(REFUSED)
    expect(await numbersOf('change', NOBODY)).toEqual([])
  })
})

describe('an outcome', () => {
  it('is taken of a change and a run that are there', async () => {
    const { plan, run } = await newPlan()

    await addOutcomes([1, 2].map((n) => ({ plan, n, run })))
    await addOutcomes([2, 3].map((n) => ({ plan, n, run })))

    expect(await numbersOf('outcome', plan)).toEqual([1, 2, 3])
  })

  it.each([
    ['of a number its plan does not have', { n: 4 }],
    ['of a plan that is not there', { plan: NOBODY }],
    ['of a run that is not there', { run: NOBODY }],
  ])('is refused %s, with all that were inserted together with it', async (_, wrong) => {
    const { plan, run } = await newPlan()
    const right = { plan, n: 1, run }

    await expect(addOutcomes([right, { ...right, n: 2, ...wrong }])).rejects.toMatchObject(REFUSED)

    expect(await numbersOf('outcome', plan)).toEqual([])
  })
})

describe('a plan and a run', () => {
  it.each([
    ['plan', 'delete from plan where id = $1'],
    ['plan', 'update plan set id = default where id = $1'],
    ['run', 'delete from run where id = $1'],
    ['run', 'update run set id = default where id = $1'],
  ] as const)('stay under what belongs to them: %s, %s', async (table, statement) => {
    const { plan } = await newPlan()
    const run = await newRun()
    await addOutcomes([{ plan, n: 1, run }])
    const id = { plan, run }[table]

    await expect(query(statement, [id])).rejects.toMatchObject(REFUSED)

    expect(await query(`select id from ${table} where id = $1`, [id])).toEqual([{ id }])
  })

  it.each(['plan', 'run'])('are never emptied: %s', async (table) => {
    const { plan } = await newPlan()

    await expect(query(`truncate ${table} cascade`)).rejects.toMatchObject(REFUSED)

    expect(await numbersOf('change', plan)).toEqual([1, 2, 3])
  })
})
