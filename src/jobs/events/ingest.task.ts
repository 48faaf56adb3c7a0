import { stat } from 'node:fs/promises'
import {
  type Ingested,
  type IngestOrder,
  ingestFile,
} from '../../events/ingest/ingest-file.task.ts'
import { ingestStore } from '../../events/ingest/store.ts'
import { MappingProfile } from '../../events/profile/mapping-profile.ts'
import { AppError } from '../../lib/errors.ts'
import type { JobContext } from '../context.ts'
import { openRing } from '../open-ring.ts'
import { runRecorded } from '../run-recorded.ts'

/** Files as a person sends them. */
export interface IngestRequest
  extends Omit<IngestOrder, 'path' | 'name' | 'mediaType' | 'profile'> {
  readonly files: readonly string[]
  /** What is said of how the files are read; the saved profile of the source says the rest. */
  readonly profile: Partial<MappingProfile>
  /** Keeps the profile for the files to come, in this person's name; null keeps none. */
  readonly savedBy: string | null
}

/** A file, how it was read, and what came of it. */
export interface IngestedFile {
  readonly file: string
  readonly order: IngestOrder
  readonly result: Ingested
}

/** What came of each file, in the order in which they were sent. */
export interface IngestSummary {
  readonly source: string
  readonly profile: MappingProfile
  readonly files: readonly IngestedFile[]
}

/** Takes files of events in, one after another, each all or nothing. Throws `file.not-found`. */
export function ingestFiles(context: JobContext, request: IngestRequest) {
  return runRecorded<IngestSummary>(context, 'ingest', async ({ id: runId, progress }) => {
    const { database, settings, who } = context
    for (const file of request.files) await assertReadable(file)
    const uploads = ingestStore(database)
    const { source, savedBy } = request
    const saved = await uploads.savedProfile(source)
    const profile = MappingProfile.parse({ ...(saved ?? {}), ...request.profile })
    if (savedBy !== null) await uploads.saveProfile(source, profile, savedBy)
    const ring = await openRing(database, settings.fleet.keyRing)
    const files: IngestedFile[] = []
    for (const file of request.files) {
      const order = { ...request, profile, path: file, name: file, mediaType: null }
      const ingesting = { runId, actor: who.actor, database, uploads, ring, progress }
      files.push({ file, order, result: await ingestFile(ingesting, order) })
    }
    return {
      state: stateOf(files.map(({ result }) => result)),
      summary: { source, profile, files },
    }
  })
}

async function assertReadable(file: string): Promise<void> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new AppError('file.not-found', { file })
}

/** A file that was refused is a failure; one with rows refused, or values that differ, has differences. */
function stateOf(results: readonly Ingested[]): 'agreed' | 'differences' | 'failed' {
  if (results.some(({ kind }) => kind === 'refused')) return 'failed'
  const isOdd = (result: Ingested) =>
    result.kind !== 'refused' && result.upload.rejected + result.upload.conflicts > 0
  return results.some(isOdd) ? 'differences' : 'agreed'
}
