import { z } from 'zod'
import { DayText, InstantText, listOf, Page } from './listing.ts'
import { route } from './route.ts'

export const listSources = route({
  method: 'GET',
  path: '/api/sources',
  summary: 'Sources of daily figures: those that sent events, and this installation itself.',
  tag: 'metrics',
  access: 'read',
  query: Page,
  response: listOf(
    z.object({
      source: z.string(),
      metrics: z.number().int(),
      first: DayText.nullable().describe('Null where it has no figures yet.'),
      last: DayText.nullable(),
      uploads: z.number().int(),
      lastUploadAt: InstantText.nullable(),
    }),
  ),
})
