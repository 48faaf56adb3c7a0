import type { FaultSummary } from '../accept/faults.ts'
import type { Ingested } from './ingest-file.task.ts'
import type { KeptUpload } from './queries.ts'
import type { UploadWarning } from './upload-warnings.ts'

/** What came of a file, under the names that are documented for callers outside. */
export interface IngestAnswer {
  /** `same`: taken in before, read the same way; the figures are those of that time. */
  readonly state: 'taken' | 'same' | 'refused'
  readonly source: string
  /** Null for a file that was refused. */
  readonly upload_id: number | null
  readonly rows: number
  /** Events really written now. */
  readonly inserted: number
  readonly duplicates: number
  readonly conflicts: number
  readonly rejected: number
  /** Rows of the file that is kept as received, and events of it that are kept checked; both written now. */
  readonly raw_events_inserted: number
  readonly clean_events_inserted: number
  readonly metrics: readonly string[]
  /** ISO 8601; null where no event came. */
  readonly min_ts: string | null
  readonly max_ts: string | null
  readonly warnings: readonly UploadWarning[]
  /** The first hundred, of how many. */
  readonly faults: FaultSummary | null
}

/** Answers for a file of `source`. */
export function ingestAnswer(source: string, result: Ingested): IngestAnswer {
  switch (result.kind) {
    case 'taken':
      return { ...ofUpload(result.upload), state: 'taken', faults: result.faults }
    case 'same':
      return {
        ...ofUpload(result.upload),
        ...{ state: 'same', faults: null },
        ...{ inserted: 0, raw_events_inserted: 0, clean_events_inserted: 0 },
      }
    case 'refused':
      return {
        ...{ state: 'refused', source, upload_id: null, rows: result.rows, inserted: 0 },
        ...{ duplicates: 0, conflicts: 0, rejected: result.faults.rows, metrics: [], warnings: [] },
        ...{ raw_events_inserted: 0, clean_events_inserted: 0, min_ts: null, max_ts: null },
        faults: result.faults,
      }
  }
}

function ofUpload(upload: KeptUpload): Omit<IngestAnswer, 'state' | 'faults'> {
  const { source, id, rows, inserted, duplicates, conflicts, rejected, metrics, warnings } = upload
  return {
    ...{
      source,
      upload_id: id,
      rows,
      inserted,
      duplicates,
      conflicts,
      rejected,
      metrics,
      warnings,
    },
    ...{ raw_events_inserted: rows, clean_events_inserted: inserted },
    min_ts: upload.firstAt?.toISOString() ?? null,
    max_ts: upload.lastAt?.toISOString() ?? null,
  }
}
