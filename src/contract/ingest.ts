import { z } from 'zod'
import { AskedName } from './asked.ts'
import { InstantText } from './listing.ts'
import { route } from './route.ts'

/** What is wrong with a cell or a row of a file. */
export const FileFault = z.object({
  line: z.number().int(),
  column: z.string().nullable().describe('Null where the row as a whole is at fault.'),
  cell: z.string().nullable().describe('Sheet!C17 in a workbook; null elsewhere.'),
  value: z.string(),
  code: z.string(),
  message: z.string().describe('For people, in the language of Accept-Language.'),
})

/** What a sender should know of a file that was taken in all the same. */
export const UploadWarning = z.object({ code: z.string(), message: z.string() })

export const ingestEvents = route({
  method: 'POST',
  path: '/api/ingest',
  summary:
    'Takes a file of events in, all of it or nothing: CSV, JSON, NDJSON or xlsx, also with gzip, as the body or as a part of a form.',
  tag: 'uploads',
  access: 'analyse',
  query: z.object({
    source_name: AskedName.max(120),
    default_metric: AskedName.max(120).optional(),
    mode: z
      .enum(['strict', 'lenient'])
      .default('strict')
      .describe('strict: one bad row refuses the file (400, with the first hundred faults).'),
    on_conflict: z
      .enum(['keep', 'replace'])
      .default('keep')
      .describe('What becomes of an event that comes again with another value.'),
    filename: AskedName.optional(),
  }),
  body: z.unknown(),
  consumes: [
    'text/csv',
    'application/json',
    'application/x-ndjson',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/gzip',
    'application/octet-stream',
    'multipart/form-data',
  ],
  response: z.object({
    state: z.enum(['taken', 'same']).describe('same: taken in before, read the same way.'),
    source: z.string(),
    upload_id: z.number().int(),
    rows: z.number().int(),
    inserted: z.number().int().describe('Events really written now.'),
    duplicates: z.number().int(),
    conflicts: z.number().int(),
    rejected: z.number().int(),
    raw_events_inserted: z.number().int(),
    clean_events_inserted: z.number().int(),
    metrics: z.array(z.string()),
    min_ts: InstantText.nullable(),
    max_ts: InstantText.nullable(),
    warnings: z.array(UploadWarning),
    faults: z.array(FileFault).describe('The first hundred, of a lenient taking.'),
    total: z.number().int().describe('Of the faults.'),
  }),
})
