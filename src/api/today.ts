import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { collectionStore } from '../collect/store.ts'
import { todayEvents, todayFindings, todayWaiting } from '../contract/today.ts'
import { unmappedOf } from '../inventory/site/known-sites.ts'
import { siteStore } from '../inventory/site/store.ts'
import { openQuestions } from '../jobs/fleet/open-questions.task.ts'
import { runStore } from '../jobs/store.ts'
import { SEVERITIES } from '../reconcile/checks/finding-draft.ts'
import { ALL_FINDINGS, type FindingFilter } from '../reconcile/findings/list-queries.ts'
import { findingStore } from '../reconcile/findings/store.ts'
import { planStore } from '../reconcile/store.ts'
import type { Api } from './api.ts'
import { amongOf } from './fleet/among.ts'
import { todayOf } from './fleet/asked-days.ts'
import { handle } from './handle.ts'
import { handleEvents, type ServerEvent } from './handle-events.ts'
import { handleRemembered } from './handle-remembered.ts'

/** Ages are told as a week, a month, a quarter and more, in whole days. */
const FROM_DAYS = [0, 8, 31, 91] as const

const STANDING: FindingFilter = {
  ...ALL_FINDINGS,
  states: ['open', 'acknowledged', 'fixed'],
  isDormant: false,
}

/** More than this waiting is told as this many. */
const MOST_COLLECTIONS = 1000

/** What a day begins with: what stands, what waits for somebody, and when that has changed. */
export function todayRoutes(http: FastifyInstance, { app }: Api): void {
  const { database } = app
  const findings = findingStore(database)

  handleRemembered(http, todayFindings, async ({ caller }) => {
    const asOf = todayOf(app)
    const rows = await findings.byAge({ ...STANDING, ...amongOf(caller) }, FROM_DAYS, asOf)
    const items = SEVERITIES.map((severity) => severityTold(severity, rows))
    return { asOf, total: items.reduce((sum, { total }) => sum + total, 0), items }
  })

  handle(http, todayWaiting, async () => {
    const today = todayOf(app)
    const plans = await planStore(database).waiting()
    const nobodys = { ...STANDING, owner: '', severities: ['critical', 'high'] } as const
    const unowned = await findings.byAge(nobodys, FROM_DAYS, today)
    return {
      heldPlans: plans.filter(({ state }) => state === 'held').length,
      waitingPlans: plans.filter(({ state }) => state === 'waiting').length,
      collections: (await collectionStore(database).acceptable(MOST_COLLECTIONS)).length,
      linkQuestions: (await openQuestions(app)).length,
      unmappedOrganisations: unmappedOf(await siteStore(database).placed(today)).length,
      unownedFindings: unowned.reduce((sum, { count }) => sum + count, 0),
    }
  })

  handleEvents(http, todayEvents, async ({ query, heard, closing }) => {
    const runs = runStore(database)
    return endsOfRuns(() => runs.lastEnd(), { heard, closing, seconds: query.seconds })
  })
}

interface AgeRow {
  readonly severity: string
  readonly fromDays: number
  readonly count: number
  readonly oldestDays: number
}

function severityTold(severity: (typeof SEVERITIES)[number], all: readonly AgeRow[]) {
  const rows = all.filter((row) => row.severity === severity)
  const ages = FROM_DAYS.map((fromDays, at) => {
    const next = FROM_DAYS[at + 1]
    const count = rows.find((row) => row.fromDays === fromDays)?.count ?? 0
    return { fromDays, toDays: next === undefined ? null : next - 1, count }
  })
  return {
    severity,
    total: rows.reduce((sum, { count }) => sum + count, 0),
    oldestDays: rows.length === 0 ? null : Math.max(...rows.map((row) => row.oldestDays)),
    ages,
  }
}

const LOOK_AGAIN_MS = 2_000
/** What lies between may take a line for dead on which nothing comes. */
const LOOKS_IN_SILENCE = 10

interface Line {
  readonly heard: number
  readonly closing: AbortSignal
  readonly seconds: number
}

/** An event whenever a run has ended since the browser last heard of one. */
async function* endsOfRuns(
  lastEnd: () => Promise<Date | null>,
  { heard, closing, seconds }: Line,
): AsyncGenerator<ServerEvent | null> {
  let last = heard === 0 ? ((await lastEnd())?.getTime() ?? 0) : heard
  yield null // so that a browser knows that the line is open
  const looks = (seconds * 1000) / LOOK_AGAIN_MS
  for (let look = 0, silence = 0; look < looks && !closing.aborted; look += 1, silence += 1) {
    const at = (await lastEnd())?.getTime() ?? 0
    if (at > last) {
      last = at
      yield { event: 'changed', id: at, data: { at: new Date(at).toISOString() } }
      silence = 0
    } else if (silence >= LOOKS_IN_SILENCE) {
      yield null
      silence = 0
    }
    await sleep(LOOK_AGAIN_MS, undefined, { signal: closing }).catch(() => {}) // closing ends the wait
  }
}
