import { studyStore } from '../analytics/study/store.ts'
import { collectionStore } from '../collect/store.ts'
import type { Database } from '../db/database.ts'
import { dayIn } from '../lib/day.ts'
import { ALL_FINDINGS } from '../reconcile/findings/list-queries.ts'
import { findingStore } from '../reconcile/findings/store.ts'
import { planStore } from '../reconcile/store.ts'
import type { AlertSettings } from './alert-settings.ts'
import type { Concern } from './concern.ts'
import { firstAnomalyDay } from './figure-concerns.ts'
import type { SeenOverdue } from './overdue-concerns.ts'
import type { Moment, SeenSource } from './source-concerns.ts'
import { type Sight, whatIsWrong } from './what-is-wrong.ts'
import type { SeenRun } from './work-concerns.ts'

/** What is looked at, and by which settings. */
export interface LookOrder {
  /** Nothing is written to it: a reader of one moment will do. */
  readonly database: Database
  /** The configured sources whose days are kept. */
  readonly sources: readonly string[]
  /** The last run of each task that has ended. */
  readonly runs: readonly SeenRun[]
  /** What should have begun or ended by now. */
  readonly overdue: readonly SeenOverdue[]
  readonly settings: AlertSettings
  readonly moment: Moment
}

/** Looks at everything and tells what is wrong; keeps and sends nothing. */
export async function look(order: LookOrder): Promise<Concern[]> {
  const { database, runs, overdue, settings, moment } = order
  const today = dayIn(moment.timeZone, moment.now)
  const open = { ...ALL_FINDINGS, states: ['open'], isDormant: false } as const
  const sight: Sight = {
    sources: await seenSources(order),
    findings: await findingStore(database).byCheck(open, today),
    anomalies: await seenAnomalies(order),
    plans: await planStore(database).waiting(),
    runs,
    overdue,
  }
  return whatIsWrong(sight, settings, moment)
}

async function seenSources({ database, sources }: LookOrder): Promise<SeenSource[]> {
  const known = await collectionStore(database).freshness()
  const bySource = new Map(known.map((each) => [each.source, each]))
  return sources.map((source) => {
    const found = bySource.get(source)
    if (!found) return { source, lastDay: null, last: null }
    const { lastDay, lastState: state, lastCollection: collection, lastTriedDay: day } = found
    return { source, lastDay, last: { state, collection, day } }
  })
}

async function seenAnomalies({ database, settings, moment }: LookOrder) {
  const from = firstAnomalyDay(settings.anomalyDays, moment)
  if (from === null) return []
  const everything = { source: null, metric: null, to: null, limit: null }
  return (await studyStore(database).anomalies({ ...everything, from })).items
}
