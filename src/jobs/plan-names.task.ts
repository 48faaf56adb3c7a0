import { historyStore } from '../inventory/history/store.ts'
import { machineStore } from '../inventory/machine/store.ts'
import { type Day, dayIn } from '../lib/day.ts'
import { AppError } from '../lib/errors.ts'
import type { ApplySummary } from '../reconcile/apply-plan.task.ts'
import { sourcesInPlay } from '../reconcile/checks/fleet-roles.ts'
import { ALL_FINDINGS, type ListedFinding } from '../reconcile/findings/list-queries.ts'
import { findingStore } from '../reconcile/findings/store.ts'
import { makeNamePlan, type NamePlanSummary } from '../reconcile/names/make-name-plan.task.ts'
import { planStore } from '../reconcile/store.ts'
import type { VerifySummary } from '../reconcile/verify-plan.task.ts'
import { accountOf } from '../sources/threatlocker/schema.ts'
import { type JobContext, threatlockerOf } from './context.ts'
import { correctedSystem } from './corrected-system.ts'
import { machineSources } from './fleet/machine-sources.ts'
import type { RunHandle } from './record-run.ts'
import { runRecorded } from './run-recorded.ts'
import { settled } from './settled.ts'
import { assertNamesWanted, lookBack, writeApproved } from './write-plan.task.ts'

/** The source whose computers are named. */
const TARGET = 'threatlocker'

/**
 * Plans which computers shall bear another name in ThreatLocker; is handed no writer. Throws
 * `plan.not-enabled` where names are not to be corrected.
 */
export async function planNames(context: JobContext) {
  assertNamesWanted(context.settings)
  return runRecorded<NamePlanSummary>(context, 'plan', async (handle) => {
    const summary = await planNamesFrom(context, handle)
    return { state: stateOfNames(summary), summary }
  })
}

/** What a night did about names. */
export interface NameNight {
  /** How the last applied plan of names stood at the start of the night. */
  readonly lookBack: VerifySummary | null
  readonly plan: NamePlanSummary | null
  /**
   * Null where a guard held the plan, a source was not collected today, a second person must approve
   * it, or the configuration leaves applying to people.
   */
  readonly applied: ApplySummary | null
  readonly verified: VerifySummary | null
  /** The first named failure; what was done before it stands. */
  readonly failure: AppError | null
}

/** A night's part of the names, after the day was checked; null where they are not to be corrected. */
export async function nameNight(context: JobContext, handle: RunHandle): Promise<NameNight | null> {
  const { enabled, apply } = context.settings.corrections.threatlockerNames
  if (!enabled) return null
  const before = await settled(() => lookBackAtLast(context, handle))
  const planned = await settled(() => planNamesFrom(context, handle))
  const made = planned.value?.plan ?? null
  const isOfToday = planned.value?.notOfToday.length === 0
  const isLeftToNight = apply && !context.settings.isSecondPersonNeeded
  const isDue = isLeftToNight && isOfToday && made?.state === 'waiting' && made.changes > 0
  const due = isDue ? made : null
  const applied = await settled(async () => due && writeApproved(context, handle, due.plan))
  const verified = await settled(async () =>
    due && applied.value ? lookBack(context, handle, due.plan) : null,
  )
  return {
    ...{ lookBack: before.value, plan: planned.value },
    ...{ applied: applied.value, verified: verified.value },
    failure: before.failure ?? planned.failure ?? applied.failure ?? verified.failure,
  }
}

async function lookBackAtLast(
  context: JobContext,
  handle: RunHandle,
): Promise<VerifySummary | null> {
  const target = accountOf(threatlockerOf(context.settings))
  const last = await planStore(context.database).findLastApplied(target)
  return last && lookBack(context, handle, last.id)
}

async function planNamesFrom(
  context: JobContext,
  { id: runId, progress }: RunHandle,
): Promise<NamePlanSummary> {
  const { database, settings, now, who } = context
  const target = accountOf(threatlockerOf(settings))
  const today = dayIn(settings.timeZone, now())
  const machines = machineStore(database)
  const { rmm, edr } = namingSources(settings)
  const day = (await historyStore(database).newestMachineDay(today)) ?? today
  const planning = {
    ...{ runId, actor: who.actor, plans: planStore(database), machines, progress },
    shareLimit: settings.corrections.threatlockerNames.share,
    readComputers: correctedSystem(context, 'names').readComputers,
  }
  return makeNamePlan(planning, {
    target,
    sources: { rmm, edr, target: TARGET },
    ...{ day, today },
    mismatches: await standingMismatches(context, today),
    standings: await machines.standings(today),
  })
}

/** Remote management and endpoint protection as configured. Throws `source.not-configured`. */
function namingSources(settings: JobContext['settings']) {
  const { sources } = settings.checks
  const inPlay = sourcesInPlay(machineSources(settings), sources)
  if (inPlay.rmm.length > 0) return inPlay
  throw new AppError('source.not-configured', { source: sources.rmm[0] ?? 'ninjaone' })
}

/** The check whose findings are corrected. */
const MISMATCH = 'display-name-mismatch'
const DEVICE = /^device:(\d+)$/u

/**
 * Machines whose names differ by a check that is on, where nobody accepted that or said that they
 * saw to it; a word given while other sources were compared counts too.
 */
async function standingMismatches(
  { database, settings }: JobContext,
  today: Day,
): Promise<{ readonly deviceId: number }[]> {
  if (settings.checks.off.includes(MISMATCH)) return []
  const findings = findingStore(database)
  const mismatches = { ...ALL_FINDINGS, checks: [MISMATCH] }
  const page = { sort: 'name', limit: null, offset: 0 } as const
  const standing = { states: ['open', 'acknowledged'], isDormant: false } as const
  const { items } = await findings.list({ ...mismatches, ...standing }, page, today)
  const told = { ...mismatches, states: ['accepted', 'fixed'] as const }
  const settledBy = (await findings.list(told, page, today)).items
  const left = new Set(settledBy.filter((each) => isInForce(each, today)).flatMap(devicesOf))
  const differing = new Set(items.flatMap(devicesOf)).difference(left)
  return Array.from(differing, (deviceId) => ({ deviceId }))
}

/** False for what was accepted until a day that is over, and that no check opened again. */
function isInForce({ acceptedUntil }: ListedFinding, today: Day): boolean {
  return acceptedUntil === null || acceptedUntil >= today
}

function devicesOf({ subject }: ListedFinding): number[] {
  const [, id] = DEVICE.exec(subject) ?? []
  return id === undefined ? [] : [Number(id)]
}

/** How a plan of names ended, or that none could be made. */
export function stateOfNames({ plan }: NamePlanSummary): 'held' | 'agreed' | 'differences' {
  if (plan === null || plan.state === 'held') return 'held'
  return Object.keys(plan.outcomes).length === 0 ? 'agreed' : 'differences'
}
