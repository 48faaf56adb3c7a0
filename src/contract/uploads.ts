import { z } from 'zod'
import { AskedId, AskedName } from './asked.ts'
import { FileFault, UploadWarning } from './ingest.ts'
import { InstantText, listOf, Page } from './listing.ts'
import { route } from './route.ts'

const Upload = z.object({
  id: z.number().int(),
  source: z.string(),
  fileName: z.string(),
  bytes: z.number().int(),
  format: z.string(),
  mode: z.enum(['strict', 'lenient']),
  onConflict: z.enum(['keep', 'replace']),
  rows: z.number().int(),
  inserted: z.number().int(),
  duplicates: z.number().int(),
  conflicts: z.number().int(),
  rejected: z.number().int(),
  metrics: z.array(z.string()),
  firstAt: InstantText.nullable(),
  lastAt: InstantText.nullable(),
  warnings: z.array(UploadWarning),
  actor: z.string(),
  at: InstantText,
})

export const listUploads = route({
  method: 'GET',
  path: '/api/uploads',
  summary: 'Files of events that were taken in, newest first.',
  tag: 'uploads',
  access: 'read',
  query: Page.extend({ source_name: AskedName.optional() }),
  response: listOf(Upload),
})

export const getUpload = route({
  method: 'GET',
  path: '/api/uploads/{id}',
  summary: 'One file of events that was taken in.',
  tag: 'uploads',
  access: 'read',
  params: AskedId,
  response: Upload,
})

export const listRejections = route({
  method: 'GET',
  path: '/api/uploads/{id}/rejections',
  summary: 'The rows a file was taken in without, each with its faults.',
  tag: 'uploads',
  access: 'read',
  params: AskedId,
  query: Page,
  response: listOf(z.object({ line: z.number().int(), faults: z.array(FileFault) })),
})

export const downloadRejections = route({
  method: 'GET',
  path: '/api/uploads/{id}/rejections.csv',
  summary:
    'The same rows from the file as received, with the reason beside each: to be corrected and sent again.',
  tag: 'uploads',
  access: 'read',
  params: AskedId,
  response: z.string(),
  produces: ['text/csv'],
})
