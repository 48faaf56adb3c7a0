import { z } from 'zod'
import { DayText, InstantText } from './listing.ts'
import { route } from './route.ts'

export const installationHealth = route({
  method: 'GET',
  path: '/api/health',
  summary: 'How the installation does: its database, what it keeps, and how fresh each source is.',
  tag: 'health',
  access: 'read',
  response: z.object({
    status: z.enum(['healthy', 'stale']).describe('stale: a source has no whole day of yesterday.'),
    database: z.literal('connected').describe('503 and a problem where it is not.'),
    stats: z.object({
      sites: z.number().int(),
      devices: z.number().int().describe('Machines counted once, as counted last.'),
      snapshots: z.number().int().describe('Days of sources that can be asked for.'),
    }),
    freshness: z.array(
      z.object({
        source: z.string(),
        last_day: DayText.nullable().describe('The newest day that was collected whole.'),
        days_ago: z.number().int().nullable(),
        last_try: InstantText.nullable(),
        last_state: z.string().nullable(),
      }),
    ),
    timestamp: InstantText,
  }),
})
