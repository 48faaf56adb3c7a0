import { z } from 'zod'
import { AskedId, AskedName } from './asked.ts'
import { InstantText, listOf, Page } from './listing.ts'
import { FILE_TYPES, route } from './route.ts'
import { StartedRun } from './runs.ts'

export const writeReport = route({
  method: 'POST',
  path: '/api/plans/{id}/report',
  summary:
    'Writes the report workbook on a plan, and those of the offices where configured; goes on as a run.',
  tag: 'reports',
  access: 'operate',
  params: AskedId,
  response: StartedRun,
  status: 202,
})

export const listReports = route({
  method: 'GET',
  path: '/api/reports',
  summary: 'The report workbooks that were written, newest first.',
  tag: 'reports',
  access: 'read',
  query: Page,
  response: listOf(
    z.object({
      name: z.string(),
      plan: z.number().int(),
      part: z.string().nullable().describe('Which part of it; null for the whole report.'),
      bytes: z.number().int(),
      modifiedAt: InstantText,
    }),
  ),
})

export const downloadReport = route({
  method: 'GET',
  path: '/api/reports/{name}',
  summary: 'A report workbook, by its name.',
  tag: 'reports',
  access: 'read',
  params: z.object({ name: AskedName }),
  response: z.string(),
  produces: [FILE_TYPES.xlsx],
})
