import type { OcsComputer } from '../sources/ocs/computer.ts'
import { countBy } from './plan.ts'
import type { PlanStore } from './store.ts'
import { type AppliedChange, type Standing, standingJudge } from './verify.ts'

/** How the applied changes of a plan stand now. */
export interface VerifySummary {
  readonly plan: number
  /** Changes by standing: standing, reverted, changed, merged, gone. */
  readonly standings: Readonly<Record<string, number>>
  /** The changes that do not stand as written. */
  readonly departures: readonly (AppliedChange & { readonly standing: Standing })[]
}

/** Holds what a plan applied against the computers as just read. */
export async function verifyPlan(
  plans: PlanStore,
  planId: number,
  computers: readonly OcsComputer[],
): Promise<VerifySummary> {
  await plans.get(planId)
  const judge = standingJudge(computers)
  const judged = (await plans.applied(planId)).map((change) => ({
    ...change,
    standing: judge(change),
  }))
  return {
    plan: planId,
    standings: countBy(judged, ({ standing }) => standing.kind),
    departures: judged.filter(({ standing }) => standing.kind !== 'standing'),
  }
}
