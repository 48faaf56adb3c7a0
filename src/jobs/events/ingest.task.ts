import { stat } from 'node:fs/promises'
import type { KeyRing } from '../../db/key-ring.ts'
import {
  type IngestContext,
  type Ingested,
  type IngestOrder,
  ingestFile,
} from '../../events/ingest/ingest-file.task.ts'
import { rejectedRows } from '../../events/ingest/rejected-rows.task.ts'
import { ingestStore } from '../../events/ingest/store.ts'
import { MappingProfile } from '../../events/profile/mapping-profile.ts'
import { AppError } from '../../lib/errors.ts'
import { makeFolder } from '../../reports/make-folder.task.ts'
import { type GivenBack, giveBack } from '../../reports/rejected/give-back.task.ts'
import type { JobContext } from '../context.ts'
import { openRing } from '../open-ring.ts'
import type { RunHandle } from '../record-run.ts'
import { runRecorded } from '../run-recorded.ts'
import {
  type EventInput,
  inputName,
  keptName,
  receiveInput,
  saidMediaType,
} from './received-input.task.ts'

/** Files as a person sends them. */
export interface IngestRequest extends Omit<IngestOrder, 'name' | 'mediaType' | 'profile'> {
  readonly inputs: readonly EventInput[]
  /** What is said of how the files are read; the saved profile of the source says the rest. */
  readonly profile: Partial<MappingProfile>
  /** Keeps the profile for the files to come, in this person's name; null keeps none. */
  readonly savedBy: string | null
  /** Where refused rows are given back; null gives none back. */
  readonly rejectedTo: string | null
}

/** A file and what came of it. */
export interface IngestedFile {
  readonly file: string
  readonly result: Ingested
  /** Null where nothing was refused, or nobody asked for it. */
  readonly givenBack: GivenBack | null
}

/** What came of each file, in the order in which they were sent. */
export interface IngestSummary {
  readonly source: string
  readonly profile: MappingProfile
  readonly files: readonly IngestedFile[]
}

/** Takes files of events in, one after another, each all or nothing. Throws `file.not-found` and `workbook.unwritable` before the first. */
export function ingestFiles(context: JobContext, request: IngestRequest) {
  return runRecorded<IngestSummary>(context, 'ingest', async (run) => {
    for (const input of request.inputs) await assertThere(input)
    const { source, savedBy, inputs, rejectedTo } = request
    if (rejectedTo !== null) await makeFolder(rejectedTo)
    const uploads = ingestStore(context.database)
    const profile = await profileFor(context, source, request.profile)
    if (savedBy !== null) {
      await uploads.saveProfile(source, withMetric(profile, request.defaultMetric), savedBy)
    }
    const ring = await openRing(context.database, context.settings.fleet.keyRing)
    const files: IngestedFile[] = []
    for (const input of inputs) {
      const order = { ...request, profile, name: keptName(input), mediaType: saidMediaType(input) }
      files.push(await ingestInput({ context, run, ring }, input, { order, rejectedTo }))
    }
    return {
      state: stateOf(files.map(({ result }) => result)),
      summary: { source, profile, files },
    }
  })
}

function withMetric(profile: MappingProfile, defaultMetric: string | null): MappingProfile {
  return defaultMetric === null ? profile : { ...profile, defaultMetric }
}

/** How files of a source are read: as saved, but for what is said now. */
export async function profileFor(
  { database }: Pick<JobContext, 'database'>,
  source: string,
  said: Partial<MappingProfile>,
): Promise<MappingProfile> {
  const saved = await ingestStore(database).savedProfile(source)
  return MappingProfile.parse({ ...(saved ?? {}), ...said })
}

/** Where a file is taken in. */
export interface Ingesting {
  readonly context: JobContext
  readonly run: RunHandle
  readonly ring: KeyRing
}

/** Takes one file in, and gives the rows back that were refused. */
export async function ingestInput(
  { context, run, ring }: Ingesting,
  input: EventInput,
  { order, rejectedTo }: { readonly order: IngestOrder; readonly rejectedTo: string | null },
): Promise<IngestedFile> {
  const { database, who, language, now } = context
  const { progress } = run
  const received = await receiveInput(input, ring, progress)
  try {
    const ingesting: IngestContext = {
      ...{ runId: run.id, actor: who.actor, database, uploads: ingestStore(database) },
      ...{ ring, progress, now: now() },
    }
    const result = await ingestFile(ingesting, order, received)
    const file = inputName(input)
    if (rejectedTo === null || refusedRows(result) === 0) {
      return { file, result, givenBack: null }
    }
    const content = () => received.content()
    const rows = () => rejectedRows(content(), order)
    const givenBack = await giveBack({ name: order.name, rows, content }, rejectedTo, language)
    return { file, result, givenBack }
  } finally {
    await received.close()
  }
}

/** Also of a file taken in before: whoever took it in may have been killed before they gave anything back. */
function refusedRows(result: Ingested): number {
  return result.kind === 'same' ? result.upload.rejected : result.faults.rows
}

async function assertThere(input: EventInput): Promise<void> {
  if (input.kind === 'stream') return
  const found = await stat(input.path).catch(() => null)
  if (!found?.isFile()) throw new AppError('file.not-found', { file: input.path })
}

/** A file that was refused is a failure; one with rows refused, or values that differ, has differences. */
export function stateOf(results: readonly Ingested[]): 'agreed' | 'differences' | 'failed' {
  if (results.some(({ kind }) => kind === 'refused')) return 'failed'
  const isOdd = (result: Ingested) =>
    result.kind !== 'refused' && result.upload.rejected + result.upload.conflicts > 0
  return results.some(isOdd) ? 'differences' : 'agreed'
}
