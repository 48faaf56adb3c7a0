import { payloadStore } from '../../collect/payload/store.ts'
import { resealTokens } from '../../collect/token/store.ts'
import { addKey, dropKeys } from '../../db/key-ring.ts'
import { rawStore } from '../../events/raw/store.ts'
import type { JobContext } from '../context.ts'
import { openRing } from '../open-ring.ts'
import { aloneIn, type RunHandle, type TaskResult } from '../record-run.ts'
import { runRecorded } from '../run-recorded.ts'
import { tellTrail } from '../tell-trail.ts'

/** What sealing anew came to. */
export interface RotationSummary {
  readonly key: string
  readonly payloads: number
  readonly tokens: number
  /** Pieces of files of events. */
  readonly chunks: number
  /** Keys that sealed nothing any more and are gone. */
  readonly dropped: readonly string[]
}

/**
 * Makes a new key, seals everything with it, and takes the old keys away once they seal nothing; no file
 * of events comes in meanwhile, for it may be sealed with a key that goes. Stopped half-way it may be
 * run again: all that was sealed still opens. Throws `run.busy` and `keys.unreadable`.
 */
export function rotateKeys(context: JobContext) {
  return runRecorded<RotationSummary>(context, 'rotate-keys', (handle) =>
    aloneIn({ database: context.database, lane: 'ingest', waits: false }, handle, (alone) =>
      rotated(context, alone),
    ),
  )
}

async function rotated(
  context: JobContext,
  { id: run, progress }: RunHandle,
): Promise<TaskResult<RotationSummary>> {
  const { database, settings } = context
  const file = settings.fleet.keyRing
  await openRing(database, file) // where it is lost, another one opens nothing
  const ring = await addKey(file)
  await tellTrail(context, { action: 'keys.rotated', about: ring.currentId, details: { run } })
  const kept = { payloads: payloadStore(database, ring), files: rawStore(database, ring) }
  const sealed = await progress.step('seal-anew', async (tick) => {
    const payloads = await kept.payloads.resealAll((count) => tick(count, null))
    const tokens = await resealTokens(database, ring)
    const before = payloads + tokens
    const chunks = await kept.files.resealAll((count) => tick(before + count, null))
    return { payloads, tokens, chunks }
  })
  const dropped = await progress.step('drop-keys', async (tick) => {
    const [byPayloads, byFiles] = [await kept.payloads.countByKey(), await kept.files.countByKey()]
    const unused = ring.ids.filter(
      (id) => id !== ring.currentId && !(id in byPayloads) && !(id in byFiles),
    )
    tick(0, unused.length) // whoever is not alone any more takes nothing away
    await dropKeys(file, unused)
    return unused
  })
  return { state: 'agreed', summary: { key: ring.currentId, ...sealed, dropped } }
}

/** The keys there are, and how much each one seals. */
export async function listKeys({ database, settings }: JobContext) {
  const ring = await openRing(database, settings.fleet.keyRing)
  const counts = await payloadStore(database, ring).countByKey()
  const chunks = await rawStore(database, ring).countByKey()
  return ring.ids.map((id) => ({
    id,
    isCurrent: id === ring.currentId,
    payloads: counts[id] ?? 0,
    chunks: chunks[id] ?? 0,
  }))
}
