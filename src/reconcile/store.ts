import { copyRows } from '../db/copy.ts'
import type { Database } from '../db/database.ts'
import type { Transaction } from '../db/transaction.ts'
import { AppError } from '../lib/errors.ts'
import type { FindingDraft } from './finding.ts'
import type { PlannedChange } from './plan.ts'
import * as q from './queries.ts'

/** Plans, what became of them, and the findings beside them. */
export function planStore(database: Database) {
  const { db } = database
  return {
    /** Keeps a plan with its changes and brings the findings up to date, all or nothing. */
    add(plan: q.NewPlan, changes: readonly PlannedChange[], findings: readonly FindingDraft[]) {
      return database.transaction(async (transaction) => {
        const { rows } = await q.insertPlan(plan).execute(transaction.db)
        const id = onlyId(rows)
        await copyRows(transaction.client, CHANGES, changeRows(id, changes))
        await q.supersedeOlder(id).execute(transaction.db)
        await keepFindings(transaction, id, findings)
        return id
      })
    },

    async get(id: number): Promise<q.PlanHead> {
      const { rows } = await q.planById(id).execute(db)
      const [plan] = rows
      if (!plan) throw new AppError('plan.not-found', { plan: String(id) })
      return plan
    },

    async findLatest(): Promise<q.PlanHead | null> {
      const { rows } = await q.latestPlan().execute(db)
      return rows[0] ?? null
    },

    async recent(limit: number): Promise<q.PlanHead[]> {
      return (await q.recentPlans(limit).execute(db)).rows
    },

    async anyApplied(target: string): Promise<boolean> {
      return (await q.anyApplied(target).execute(db)).rows[0]?.applied ?? false
    },

    async setState(id: number, state: q.PlanState): Promise<void> {
      await q.setPlanState(id, state).execute(db)
    },

    async accept(id: number, by: string, reason: string | null): Promise<void> {
      const plan = await this.get(id)
      if (plan.state !== 'held') throw new AppError('plan.not-held', { id, state: plan.state })
      await q.acceptPlan(id, by, reason).execute(db)
    },

    async pending(id: number, after: number, limit: number): Promise<q.PendingChange[]> {
      return (await q.pendingChanges(id, after, limit).execute(db)).rows
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

    async applied(id: number) {
      return (await q.appliedChanges(id).execute(db)).rows
    },

    async changes(id: number): Promise<q.ListedChange[]> {
      return (await q.listedChanges(id).execute(db)).rows
    },

    /** The plan that takes back what `id` applied; the one there is, or a new one. */
    addUndo(id: number, runId: number): Promise<number> {
      return database.transaction(async (transaction) => {
        const { rows } = await q.undoOf(id).execute(transaction.db)
        if (rows[0]) return rows[0].id
        const undo = onlyId((await q.insertUndoPlan(id, runId).execute(transaction.db)).rows)
        await q.insertUndoChanges(undo, id).execute(transaction.db)
        return undo
      })
    },

    async findingShifts(id: number) {
      return (await q.findingShifts(id).execute(db)).rows
    },
  }
}

export type PlanStore = ReturnType<typeof planStore>

const CHANGES = {
  table: 'change',
  columns: [
    'plan_id',
    'n',
    'record_id',
    'from_value',
    'to_value',
    'inventory_number',
    'machine',
    'evidence',
    'building',
    'municipality',
  ],
}

const FINDINGS = {
  table: 'finding_today',
  columns: ['check_code', 'subject', 'evidence', 'building', 'municipality'],
}

function* changeRows(planId: number, changes: readonly PlannedChange[]) {
  let n = 0
  for (const change of changes) {
    n += 1
    const { recordId, from, to, inventoryNumber, building, municipality } = change
    const { machine, evidence } = change
    yield [
      planId,
      n,
      recordId,
      from,
      to,
      inventoryNumber,
      machine,
      evidence,
      building,
      municipality,
    ]
  }
}

async function keepFindings(
  { db, client }: Transaction,
  planId: number,
  findings: readonly FindingDraft[],
): Promise<void> {
  await q.createFindingStage().execute(db)
  const rows = findings.map((finding) => [
    finding.check,
    finding.subject,
    finding.evidence,
    finding.building,
    finding.municipality,
  ])
  await copyRows(client, FINDINGS, rows)
  await q.closeGoneFindings(planId).execute(db)
  await q.refreshFindings().execute(db)
  await q.openNewFindings(planId).execute(db)
}

function onlyId(rows: readonly { id: number }[]): number {
  const [row] = rows
  if (!row) throw new Error('the plan was not kept')
  return row.id
}
