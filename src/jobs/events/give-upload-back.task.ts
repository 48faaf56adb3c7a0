import type { KeptUpload } from '../../events/ingest/queries.ts'
import { rejectedRows } from '../../events/ingest/rejected-rows.task.ts'
import type { MappingProfile } from '../../events/profile/mapping-profile.ts'
import { rawStore } from '../../events/raw/store.ts'
import { type GivenBack, giveBack } from '../../reports/rejected/give-back.task.ts'
import { rejectedCsv } from '../../reports/rejected/rejected-csv.task.ts'
import type { JobContext } from '../context.ts'
import { openRing } from '../open-ring.ts'

/** Gives the refused rows of an upload back from the file as it was received; null where none were refused. */
export async function giveUploadBack(
  { database, settings, language }: JobContext,
  upload: ProfiledUpload,
  folder: string,
): Promise<GivenBack | null> {
  if (upload.rejected === 0) return null
  return giveBack(await refusedOf({ database, settings }, upload), folder, language)
}

/** The refused rows of an upload as CSV, line by line, from the file as it was received; none for a whole one. */
export async function refusedRowsCsv(
  context: Pick<JobContext, 'database' | 'settings' | 'language'>,
  upload: ProfiledUpload,
): Promise<AsyncIterable<string>> {
  const { rows } = await refusedOf(context, upload)
  return rejectedCsv(rows, context.language)
}

/** An upload, and how its file was read. */
type ProfiledUpload = KeptUpload & { readonly profile: MappingProfile }

async function refusedOf(
  { database, settings }: Pick<JobContext, 'database' | 'settings'>,
  { id, source, profile, fileName: name }: ProfiledUpload,
) {
  const ring = await openRing(database, settings.fleet.keyRing)
  const content = () => rawStore(database, ring).read(id)
  const order = { name, mediaType: null, source, profile, defaultMetric: null }
  return { name, content, rows: () => rejectedRows(content(), order) }
}
