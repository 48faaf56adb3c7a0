import { type CollectedDay, collectDay, type DayFeed } from '../../src/collect/collect-day.task.ts'
import { collectionStore } from '../../src/collect/store.ts'
import type { Database } from '../../src/db/database.ts'
import type { KeyRing } from '../../src/db/key-ring.ts'
import { DEFAULT_FLEET_POLICY } from '../../src/inventory/classify/fleet-policy.ts'
import type { DayShift } from '../../src/inventory/history/interval-queries.ts'
import { recordRun } from '../../src/jobs/record-run.ts'
import { addDays, type Day } from '../../src/lib/day.ts'
import { SILENT } from '../../src/lib/progress.ts'

/** An installation that days are collected into. */
export interface Installation {
  readonly database: Database
  readonly ring: KeyRing
}

/** A day that went into the history. */
export type KeptDay = CollectedDay & { readonly history: DayShift }

const ACTOR = { actor: 'bench', host: 'bench', pid: 1, version: '0', cause: 'person' } as const
const FIRST_DAY = '2026-01-01'

/** The calendar day so many days after the first of every fleet. */
export function calendarDay(day: number): Day {
  return addDays(FIRST_DAY, day)
}

/** Collects a day of all feeds at once, as a night does; throws unless each is complete and kept. */
export async function collectInto(
  { database, ring }: Installation,
  day: Day,
  feeds: readonly DayFeed[],
): Promise<KeptDay[]> {
  const run = { ...ACTOR, task: 'collect' } as const
  const { summary } = await recordRun({ database, progress: SILENT, run }, async ({ id }) => {
    const context = {
      ...{ runId: id, day, database, ring, progress: SILENT, shrinkLimit: 0.2 },
      collections: collectionStore(database),
      policy: DEFAULT_FLEET_POLICY,
      now: () => new Date(),
    }
    const collected = await Promise.all(feeds.map((feed) => collectDay(context, feed)))
    return { state: 'agreed', summary: collected }
  })
  return summary.map(kept)
}

function kept({ history, ...collected }: CollectedDay): KeptDay {
  const { source, day, state, failure, rejections, notes } = collected
  if (history === null || state !== 'complete' || rejections.length > 0 || notes.length > 0) {
    const said = JSON.stringify([state, failure?.code, rejections[0], notes[0]])
    throw new Error(`${source} was not collected on ${day} as it should be: ${said}`)
  }
  return { ...collected, history }
}
