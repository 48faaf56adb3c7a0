import { copyRows } from '../db/copy.ts'
import type { Database } from '../db/database.ts'
import type { Transaction } from '../db/transaction.ts'
import { AppError } from '../lib/errors.ts'
import * as a from './approval-queries.ts'
import * as c from './change-queries.ts'
import { CHANGES, changeRows } from './change-rows.ts'
import type { NewLook } from './findings/look.ts'
import { keepLook } from './findings/store.ts'
import * as h from './head-queries.ts'
import { type PlanOrigin, planOrigin } from './origin-queries.ts'
import type { Corrects, PlannedChange } from './plan.ts'
import * as q from './queries.ts'
import type { SettledPlan } from './settled-plan.ts'
import * as v from './verification-queries.ts'

/** Plans and what became of them. */
export function planStore(database: Database) {
  return {
    ...makings(database),
    ...heads(database),
    ...deeds(database),
    ...lookBacks(database),
  }
}

/** The first of many, and how many there are in all. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly total: number
}

/** What is kept together with a plan: the end of the plans it replaces. */
export interface BesidePlan {
  readonly settled: readonly SettledPlan[]
  readonly actor: string
}

/** And with one of TAGs: today's findings. */
export interface BesideTagPlan extends BesidePlan {
  readonly look: Omit<NewLook, 'planId'>
}

/** The making of plans. */
function makings(database: Database) {
  return {
    /** Keeps a plan of TAGs with its changes and all that goes with it, all or nothing. */
    add(
      plan: q.NewPlan,
      changes: readonly PlannedChange[],
      { look, ...beside }: BesideTagPlan,
    ): Promise<number> {
      return database.transaction(async (transaction) => {
        const id = await keepPlan(transaction, { plan, corrects: 'tags', changes, ...beside })
        await q.addBooks(id, plan).execute(transaction.db)
        await keepLook(transaction, { ...look, planId: id })
        return id
      })
    },

    /** The same for a plan of names. */
    addNames(
      plan: q.NewPlanHead,
      changes: readonly PlannedChange[],
      beside: BesidePlan,
    ): Promise<number> {
      return database.transaction((transaction) =>
        keepPlan(transaction, { plan, corrects: 'names', changes, ...beside }),
      )
    },

    /** A plan that takes back what `id` applied and no undo has taken back; `id` takes no apply from now on. */
    addUndo(id: number, runId: number): Promise<number> {
      return database.transaction(async (transaction) => {
        const undo = onlyId((await q.insertUndoPlan(id, runId).execute(transaction.db)).rows)
        await q.insertUndoChanges(undo, id).execute(transaction.db)
        await q.setPlanState(id, 'undoing').execute(transaction.db)
        return undo
      })
    },
  }
}

interface PlanToKeep extends BesidePlan {
  readonly plan: q.NewPlanHead
  readonly corrects: Corrects
  readonly changes: readonly PlannedChange[]
}

async function keepPlan(
  { db, client }: Transaction,
  { plan, corrects, changes, settled, actor }: PlanToKeep,
): Promise<number> {
  const id = onlyId((await q.insertPlan(plan, corrects).execute(db)).rows)
  await copyRows(client, CHANGES, changeRows(id, changes))
  for (const { planId, outcomes } of settled) {
    await q.insertOutcomes({ planId, runId: plan.runId, actor }, outcomes).execute(db)
  }
  await q.supersedeOlder(id).execute(db)
  return id
}

/** Plans as wholes: found, accepted, moved on. */
function heads({ db }: Database) {
  return {
    async get(id: number): Promise<h.PlanHead> {
      return onlyPlan(id, (await h.planById(id).execute(db)).rows)
    },

    /** Who made a plan, and which plans stand around it. */
    async origin(id: number): Promise<PlanOrigin> {
      const [origin] = (await planOrigin(id).execute(db)).rows
      if (!origin) throw new AppError('plan.not-found', { plan: String(id) })
      return origin
    },

    /** The plan made last; of those that correct one thing where that is named. */
    async findLatest(corrects: h.PlanHead['corrects'] | null = null): Promise<h.PlanHead | null> {
      const { rows } = await h.latestPlan(corrects).execute(db)
      return rows[0] ?? null
    },

    async findLastApplied(target: string): Promise<h.PlanHead | null> {
      const { rows } = await h.lastAppliedPlan(target).execute(db)
      return rows[0] ?? null
    },

    async findLatestHeld(): Promise<h.PlanHead | null> {
      const { rows } = await h.latestHeldPlan().execute(db)
      return rows[0] ?? null
    },

    /** Plans, newest first, at most `limit` (null: all) after `offset`, and how many there are; of one state if named. */
    async recent(
      limit: number | null,
      { offset = 0, state = null }: { offset?: number; state?: h.PlanState | null } = {},
    ): Promise<Page<h.PlanHead>> {
      const items = (await h.recentPlans({ limit, offset, state }).execute(db)).rows
      return { items, total: (await h.countPlans(state).execute(db)).rows[0]?.count ?? 0 }
    },

    /** Plans that a person has to write or to accept, and since when there have been such. */
    async waiting(): Promise<h.WaitingPlan[]> {
      return (await h.waitingPlans().execute(db)).rows
    },

    async setState(id: number, state: h.KeptPlanState): Promise<void> {
      await q.setPlanState(id, state).execute(db)
    },

    async accept(id: number, by: string, reason: string | null): Promise<void> {
      const plan = onlyPlan(id, (await h.planById(id).execute(db)).rows)
      if (plan.state !== 'held') throw new AppError('plan.not-held', { id, state: plan.state })
      const { rows } = await q.acceptPlan(id, by, reason).execute(db)
      if (rows.length === 0) throw new AppError('plan.not-held', { id, state: 'waiting' })
    },

    /** Who let a plan be written, the first one first. */
    async approvals(id: number): Promise<readonly a.PlanApproval[]> {
      return (await a.approvalsOf(id).execute(db)).rows
    },

    async findUndo(id: number): Promise<h.PlanHead | null> {
      return (await h.undosOf(id).execute(db)).rows[0] ?? null
    },
  }
}

/** What was tried of a plan's changes, and what came of each. */
function deeds({ db }: Database) {
  return {
    async anyApplied(target: string): Promise<boolean> {
      return (await q.anyApplied(target).execute(db)).rows[0]?.applied ?? false
    },

    /** Keys of the records of a system that were written to since a moment. */
    async writtenSince(target: string, since: Date): Promise<ReadonlySet<string>> {
      const { rows } = await q.writtenSince(target, since).execute(db)
      return new Set(rows.map(({ recordKey }) => recordKey))
    },

    async pending(
      id: number,
      range: { readonly after: number; readonly last: number },
    ): Promise<q.PendingChange[]> {
      return (await q.pendingChanges(id, range).execute(db)).rows
    },

    async unfinished(target: string): Promise<number[]> {
      const { rows } = await q.unfinishedPlans(target).execute(db)
      return rows.map(({ id }) => id)
    },

    async abandoned(id: number): Promise<q.PendingChange[]> {
      return (await q.abandonedChanges(id).execute(db)).rows
    },

    async addAttempt(id: number, runId: number, range: { first: number; last: number }) {
      await q.insertAttempt(id, runId, range).execute(db)
    },

    async addOutcomes(
      whose: { planId: number; runId: number; actor: string },
      outcomes: readonly q.NewOutcome[],
    ): Promise<void> {
      await q.insertOutcomes(whose, outcomes).execute(db)
    },

    async outcomeCounts(id: number): Promise<Record<string, number>> {
      const { rows } = await q.outcomeCounts(id).execute(db)
      return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
    },

    /** What one run came to with a plan's changes, by kind; empty when it tried none. */
    async outcomesOfRun(whose: { planId: number; runId: number }): Promise<Record<string, number>> {
      const { rows } = await q.outcomesOfRun(whose).execute(db)
      return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
    },

    async applied(id: number) {
      return (await q.appliedChanges(id).execute(db)).rows
    },

    /** The changes of a plan in order; all of them, or the first `limit`. */
    async changes(id: number, limit: number | null = null): Promise<c.ListedChange[]> {
      return (await c.listedChanges(id, { which: 'all', limit }).execute(db)).rows
    },

    /** The changes of a plan that a filter lets through, in order, and how many they are. */
    async changesMatching(
      id: number,
      filter: c.ChangeFilter,
      page: { readonly limit: number; readonly offset: number },
    ): Promise<Page<c.ListedChange>> {
      const items = (await c.changesMatching(id, filter, page).execute(db)).rows
      const { rows } = await c.countChangesMatching(id, filter).execute(db)
      return { items, total: rows[0]?.count ?? 0 }
    },

    /** At most `limit` changes of a plan, numbered above `after`. */
    async changesAfter(id: number, after: number, limit: number): Promise<c.ListedChange[]> {
      return (await c.changesAfter(id, after, limit).execute(db)).rows
    },

    /** The first changes of a plan that were not written. */
    async notWritten(id: number, limit: number): Promise<c.ListedChange[]> {
      return (await c.listedChanges(id, { which: 'not-written', limit }).execute(db)).rows
    },

    /** The audit trail, newest first, at most `limit` (null: all of it), and how long it is. */
    async auditTrail(planId: number | null, limit: number | null): Promise<Page<c.AuditEntry>> {
      const items = (await c.auditTrail(planId, limit).execute(db)).rows
      return { items, total: (await c.auditCount(planId).execute(db)).rows[0]?.count ?? 0 }
    },
  }
}

/** Later looks at what a plan applied. */
function lookBacks(database: Database) {
  const { db } = database
  return {
    addVerification(
      whose: { planId: number; runId: number },
      standings: Readonly<Record<string, number>>,
      departures: readonly v.Departure[],
    ): Promise<void> {
      return database.transaction(async (transaction) => {
        await v.insertVerification(whose, standings).execute(transaction.db)
        await v.deleteDepartures(whose).execute(transaction.db)
        await v.insertDepartures(whose, departures).execute(transaction.db)
      })
    },

    /** The last look back at the plan, or null when there was none. */
    async findVerification(planId: number): Promise<Verification | null> {
      const [head] = (await v.latestVerification(planId).execute(db)).rows
      if (!head) return null
      const { runId } = head
      return { ...head, departures: (await v.departuresOf({ planId, runId }).execute(db)).rows }
    },
  }
}

function onlyPlan(id: number, [plan]: readonly h.PlanHead[]): h.PlanHead {
  if (!plan) throw new AppError('plan.not-found', { plan: String(id) })
  return plan
}

/** A look back at a plan, with every change that did not stand as written. */
export interface Verification extends v.VerificationHead {
  readonly departures: readonly v.Departure[]
}

export type PlanStore = ReturnType<typeof planStore>

function onlyId(rows: readonly { id: number }[]): number {
  const [row] = rows
  if (!row) throw new Error('the plan was not kept')
  return row.id
}
