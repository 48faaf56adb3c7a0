import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/support/postgres.ts'
import { auditStore } from '../access/audit/store.ts'
import { planStore } from '../reconcile/store.ts'
import { approvePlan, assertApproved, assertMayBeWritten } from './approve-plan.task.ts'
import type { JobContext } from './context.ts'

const database = await testDatabase()
const plans = planStore(database)
const AT = new Date('2026-03-01T12:00:00Z')

/** As somebody is at work; no more of the context is looked at. */
function as(actor: string, isSecondPersonNeeded = true): JobContext {
  const who = { actor, host: 'pc-1', pid: 1, version: '0', cause: 'person' } as const
  const context = { database, now: () => AT, who, settings: { isSecondPersonNeeded } }
  return context as unknown as JobContext
}

async function planMadeBy(actor: string, state: 'waiting' | 'held' | 'applying' | 'applied') {
  const { rows: runs } = await database.pool.query(
    `insert into run (task, state, cause, actor, host, pid, version, ended_at)
    values ('plan', 'agreed', 'person', $1, 'pc-1', 1, '0', now()) returning id`,
    [actor],
  )
  const { rows } = await database.pool.query(
    `insert into plan (run_id, kind, corrects, state, target, changes)
    values ($1, 'tags', 'tags', $2, 'ocs', 1) returning id`,
    [runs[0].id, state],
  )
  return Number(rows[0].id)
}

const approve = (context: JobContext, planId: number) =>
  approvePlan(context, { planId, reason: null })
const entries = async () =>
  (await auditStore(database).recent({ area: 'plan', limit: 100, offset: 0 })).total

describe('approvePlan', () => {
  it('keeps one word and one entry of a person who speaks by several names at once', async () => {
    const [planId, before] = [await planMadeBy('ana', 'waiting'), await entries()]
    const names = ['luis', 'Luis', 'luis (phone)', 'luis (script)', ' luis ']

    const kept = await Promise.all(names.map((name) => approve(as(name), planId)))

    expect(kept.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect((await plans.approvals(planId)).map(({ person }) => person)).toEqual(['luis'])
    expect((await entries()) - before).toBe(1)
  })

  it('keeps nothing of the one who made the plan, and no entry', async () => {
    const [planId, before] = [await planMadeBy('ana (script)', 'held'), await entries()]

    await expect(approve(as('Ana'), planId)).rejects.toMatchObject({
      ...{ code: 'access.second-person-needed', details: { plan: planId, maker: 'ana (script)' } },
    })
    expect(await plans.approvals(planId)).toEqual([])
    expect(await entries()).toBe(before)
    expect((await plans.get(planId)).state).toBe('held')
  })

  it('lets one person make, approve and write a plan where one is enough', async () => {
    const planId = await planMadeBy('ana', 'held')

    expect(await approve(as('ana', false), planId)).toEqual({ isNew: true, isHoldLifted: true })
    expect(await plans.get(planId)).toMatchObject({ state: 'waiting', acceptedBy: 'ana' })
    await expect(assertMayBeWritten(as('ana', false), planId)).resolves.toBeUndefined()
  })

  it('does not count that word once two people are needed', async () => {
    const planId = await planMadeBy('ana', 'waiting')
    await approve(as('ana', false), planId)

    await expect(assertMayBeWritten(as('luis'), planId)).rejects.toMatchObject({
      code: 'access.second-person-needed',
    })
    await approve(as('luis'), planId)
    await expect(assertMayBeWritten(as('ana'), planId)).resolves.toBeUndefined()
  })

  it.each([
    ['applied', { code: 'plan.not-approvable' }],
    ['applying', null],
  ] as const)('judges a plan that is %s', async (state, failure) => {
    const approving = approve(as('luis'), await planMadeBy('ana', state))

    if (failure) await expect(approving).rejects.toMatchObject(failure)
    else expect(await approving).toEqual({ isNew: true, isHoldLifted: false })
  })

  it('knows no plan of a number that none has', async () => {
    await expect(approve(as('luis'), 99_999)).rejects.toMatchObject({ code: 'plan.not-found' })
  })

  it('names the plan that took the place of one that is out of date', async () => {
    const [old, newer] = [await planMadeBy('ana', 'waiting'), await planMadeBy('ana', 'waiting')]
    await database.pool.query(
      `update plan set state = 'superseded', superseded_by = $2 where id = $1`,
      [old, newer],
    )
    await expect(approve(as('luis'), old)).rejects.toMatchObject({
      ...{ code: 'plan.superseded', details: { id: old, by: newer } },
    })
  })
})

describe('assertApproved', () => {
  it.each(['waiting', 'applying'] as const)('stops a plan that is %s', async (state) => {
    const plan = await plans.get(await planMadeBy('ana', state))
    await expect(assertApproved(as('luis'), plan)).rejects.toMatchObject({
      code: 'access.second-person-needed',
    })
  })

  it('leaves a plan alone that has nothing left to write', async () => {
    const plan = await plans.get(await planMadeBy('ana', 'applied'))
    await expect(assertApproved(as('luis'), plan)).resolves.toBeUndefined()
  })
})
