import type { OcsComputer } from '../sources/ocs/computer.ts'
import { countBy } from './plan.ts'
import type { PlanStore } from './store.ts'
import type { Departure } from './verification-queries.ts'
import { type AppliedChange, type Standing, standingJudge } from './verify.ts'

/** How the applied changes of a plan stand now. */
export interface VerifySummary {
  readonly plan: number
  /** Changes by standing: standing, reverted, changed, merged, gone. */
  readonly standings: Readonly<Record<string, number>>
  /** The changes that do not stand as written. */
  readonly departures: readonly (AppliedChange & { readonly standing: Standing })[]
}

/** Holds what a plan applied against the computers as just read, and keeps what was found. */
export async function verifyPlan(
  { plans, runId }: { plans: PlanStore; runId: number },
  planId: number,
  computers: readonly OcsComputer[],
): Promise<VerifySummary> {
  await plans.get(planId)
  const judge = standingJudge(computers)
  const judged = (await plans.applied(planId)).map((change) => ({
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
  const foundRecordId = standing.kind === 'merged' ? standing.recordId : null
  return [{ n, kind: standing.kind, found, foundRecordId }]
}
