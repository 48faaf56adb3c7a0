import type { Collected } from '../collect/collect-source.task.ts'
import type { Day } from '../lib/day.ts'
import type { Progress } from '../lib/progress.ts'
import type { Asset } from '../sources/finance-register/asset.ts'
import type { Location } from '../sources/locations/location.ts'
import type { AccessScope, OcsComputer } from '../sources/ocs/computer.ts'
import { type AccessShift, accessShifts } from './access-scope.ts'
import { assess } from './assess.ts'
import { tagFindings, type WantedTagChecks } from './checks/tag-findings.ts'
import type { FindingShift } from './findings/look.ts'
import type { FindingStore } from './findings/store.ts'
import { tagLooks } from './findings/tag-looks.ts'
import { type PlanHold, planHolds } from './guard.ts'
import { countBy, plannedChanges } from './plan.ts'
import { type ReadComputers, settleAbandonedPlans } from './settle-abandoned.task.ts'
import type { PlanStore } from './store.ts'
import type { TagPolicy } from './tag-policy.ts'

/** What planning needs; there is no writer in it. */
export interface PlanContext {
  readonly runId: number
  readonly actor: string
  readonly plans: PlanStore
  readonly findings: FindingStore
  readonly checks: WantedTagChecks
  /** Today, in the configured time zone. */
  readonly day: Day
  readonly progress: Progress
  readonly policy: TagPolicy
  /** Largest share of rows a plan may change unasked, 0 to 1. */
  readonly shareLimit: number
  /** For what an interrupted apply left in doubt; asked only when there is such a thing. */
  readonly readComputers: ReadComputers
}

export interface PlanInputs {
  readonly finance: Collected<Asset>
  readonly locations: Collected<Location>
  readonly ocs: Collected<OcsComputer>
  readonly scopes: readonly AccessScope[]
  readonly target: string
}

/** What a plan came to. */
export interface PlanSummary {
  readonly plan: number
  readonly state: 'held' | 'waiting'
  /** OCS rows by outcome; they add up to `rows`. */
  readonly outcomes: Readonly<Record<string, number>>
  readonly rows: number
  readonly changes: number
  /** Findings by check. */
  readonly findings: Readonly<Record<string, number>>
  readonly holds: readonly PlanHold[]
  readonly access: readonly AccessShift[]
  /** Findings new since the plan before, and gone since. */
  readonly shifts: readonly FindingShift[]
}

/** Decides every OCS row and keeps the result as a plan; writes to Muster's own database only. */
export async function makePlan(context: PlanContext, inputs: PlanInputs): Promise<PlanSummary> {
  const { runId, day, plans, progress } = context
  const unfinished = await plans.unfinished(inputs.target)
  const settled = await settleAbandonedPlans(plans, unfinished, context)
  const wrote = settled.some(({ outcomes }) => outcomes.some(({ kind }) => kind === 'applied'))
  const first = !wrote && !(await plans.anyApplied(inputs.target))
  const decided = await progress.step('match', async () => decide(context, inputs, first))
  const { changes, findings, ...plan } = decided
  const id = await progress.step('save-plan', () =>
    plans.add({ ...plan, runId, changes: changes.length }, changes, {
      look: {
        runId,
        day,
        today: day,
        looks: tagLooks(inputs, day, context.checks),
        seen: findings,
      },
      settled,
      actor: context.actor,
    }),
  )
  return {
    plan: id,
    state: plan.state,
    outcomes: plan.outcomes,
    rows: inputs.ocs.items.length,
    changes: changes.length,
    findings: plan.lists,
    holds: plan.holds,
    access: plan.access,
    shifts: await context.findings.shiftsBy({ planId: id }),
  }
}

function decide(context: PlanContext, inputs: PlanInputs, first: boolean) {
  const { finance, locations, ocs, scopes, target } = inputs
  const assessment = assess({
    assets: finance.items,
    locations: locations.items,
    computers: ocs.items,
    refused: { finance: finance.rejections, locations: locations.rejections },
    policy: context.policy,
  })
  const changes = plannedChanges(assessment.outcomes)
  const findings = tagFindings(assessment, locations.items, context.checks)
  const reach = { changes: changes.length, rows: ocs.items.length, first }
  const holds = planHolds(reach, context.shareLimit)
  return {
    target,
    state: holds.length > 0 ? ('held' as const) : ('waiting' as const),
    collections: { finance: finance.id, locations: locations.id, ocs: ocs.id },
    outcomes: countBy(assessment.outcomes, ({ kind }) => kind),
    lists: countBy(findings, ({ check }) => check),
    holds,
    access: accessShifts(scopes, changes),
    changes,
    findings,
  }
}
