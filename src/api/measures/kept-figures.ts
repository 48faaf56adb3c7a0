import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '../../app.ts'
import { collectionStore } from '../../collect/store.ts'
import { readOnlyDatabase } from '../../db/read-only.ts'
import { daysBetween } from '../../inventory/field/heard.ts'
import { runFigures } from '../../jobs/run-figures.ts'
import { dayIn } from '../../lib/day.ts'
import { ALL_FINDINGS } from '../../reconcile/findings/list-queries.ts'
import { findingStore } from '../../reconcile/findings/store.ts'
import { planStore } from '../../reconcile/store.ts'
import { concernStore } from '../../watch/store.ts'

/** What the database says of the installation, as of one moment. */
export type KeptFigures = Awaited<ReturnType<typeof readFigures>>

type Looked = Pick<App, 'database' | 'settings' | 'now'>

/** For so long every scrape, of however many, is answered with the same. */
const KEPT_MS = 15_000
/** A scrape waits no longer; what the database then says is for the next one. */
const PATIENCE_MS = 5_000

/**
 * Reads the figures, at most once every 15 seconds and never twice at a time; null while the database does not
 * answer, or not soon.
 */
export function keptFigures(app: Looked): () => Promise<KeptFigures | null> {
  let reading: Promise<KeptFigures | null> = Promise.resolve(null)
  let isReading = false
  let until = 0
  return async () => {
    const now = app.now().getTime()
    if (!isReading && now >= until) {
      until = now + KEPT_MS
      isReading = true
      reading = readFigures(app)
        .catch(() => null)
        .finally(() => {
          isReading = false
        })
    }
    const patience = new AbortController()
    const late = sleep(PATIENCE_MS, null, { signal: patience.signal }).catch(() => null)
    return Promise.race([reading, late]).finally(() => patience.abort())
  }
}

function readFigures({ database, settings, now }: Looked) {
  const at = now()
  const today = dayIn(settings.timeZone, at)
  const open = { ...ALL_FINDINGS, states: ['open'], isDormant: false } as const
  return readOnlyDatabase(database, async (reader) => {
    const runs = runFigures(reader)
    const concerns = concernStore(reader)
    const sources = await collectionStore(reader).freshness()
    return {
      ended: await runs.ended(),
      open: await runs.open(),
      sources: sources.map((each) => ({
        ...each,
        secondsOld: each.lastWholeAt && (at.getTime() - each.lastWholeAt.getTime()) / 1_000,
        daysBehind: each.lastDay === null ? null : daysBetween(each.lastDay, today),
      })),
      findings: await findingStore(reader).byCheck(open, today),
      plans: await planStore(reader).waiting(),
      concerns: await concerns.standing(),
      deliveries: await concerns.deliveries(),
    }
  })
}
