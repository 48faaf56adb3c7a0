import { AppError } from '../lib/errors.ts'
import type { AppliedChange } from './applied-change.ts'
import { assertSameTarget } from './apply-plan.task.ts'
import { countBy } from './plan.ts'
import type { ReadComputers } from './settle-abandoned.task.ts'
import type { PlanStore } from './store.ts'
import type { Departure } from './verification-queries.ts'
import { type Standing, standingJudge } from './verify.ts'

/** How the applied changes of a plan stand now. */
export interface VerifySummary {
  readonly plan: number
  /** Changes by standing: standing, reverted, changed, merged, gone. */
  readonly standings: Readonly<Record<string, number>>
  /** The changes that do not stand as written. */
  readonly departures: readonly (AppliedChange & { readonly standing: Standing })[]
}

/**
 * Holds what a plan applied against the computers as they are now, and keeps what was found. Throws
 * `plan.not-applied`, and `plan.other-target` when another system answers.
 */
export async function verifyPlan(
  { plans, runId }: { plans: PlanStore; runId: number },
  planId: number,
  readComputers: ReadComputers,
): Promise<VerifySummary> {
  const plan = await plans.get(planId)
  const changes = await plans.applied(planId)
  const { state } = plan
  if (changes.length === 0 && state !== 'applied') {
    throw new AppError('plan.not-applied', { id: planId, state })
  }
  const present = await readComputers()
  assertSameTarget(plan, present.target)
  const judge = standingJudge(present)
  const judged = changes.map((change) => ({
    ...change,
    standing: judge(change),
  }))
  const standings = countBy(judged, ({ standing }) => standing.kind)
  await plans.addVerification({ planId, runId }, standings, judged.flatMap(toDeparture))
  return {
    plan: planId,
    standings,
    departures: judged.filter(({ standing }) => standing.kind !== 'standing'),
  }
}

function toDeparture({ n, standing }: { n: number; standing: Standing }): Departure[] {
  if (standing.kind === 'standing') return []
  const found = 'found' in standing ? standing.found : null
  const foundRecordKey = standing.kind === 'merged' ? standing.recordKey : null
  return [{ n, kind: standing.kind, found, foundRecordKey }]
}
