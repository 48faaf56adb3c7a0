import { keptDayStore } from '../../inventory/kept-day/store.ts'
import type { Day } from '../../lib/day.ts'
import { BOOKS } from '../../reconcile/rehearse/kept-books.ts'
import { type Setup, type WhatIf, whatIf } from '../../reconcile/rehearse/what-if.ts'
import type { JobContext, JobSettings } from '../context.ts'
import { machineSources } from './machine-sources.ts'

/** What is rehearsed: other settings, over a day that is kept. */
export interface Rehearsal {
  readonly other: JobSettings
  readonly day: Day
}

/** Makes of a kept day what other settings would make of it, beside today's; keeps nothing, not even a run. */
export async function rehearseDay(
  { database, progress, settings }: Pick<JobContext, 'database' | 'progress' | 'settings'>,
  { other, day }: Rehearsal,
): Promise<WhatIf> {
  const kept = await progress.step('read-day', () => keptDayStore(database).read(day, BOOKS))
  return progress.step('rehearse', async () => whatIf(kept, setupOf(settings), setupOf(other)))
}

/** What of some settings a rehearsal goes by. */
export function setupOf(settings: JobSettings): Setup {
  const { fleet, checks, policy: tags } = settings
  return { rules: { fleet, checks, tags }, sources: machineSources(settings) }
}
