import { z } from 'zod'
import { InstantText, listOf } from './listing.ts'
import { route } from './route.ts'

export const listConcerns = route({
  method: 'GET',
  path: '/api/concerns',
  summary: 'What is wrong now, and since when it has been known; nobody is told of it by asking.',
  tag: 'concerns',
  access: 'read',
  response: listOf(
    z.object({
      kind: z.enum([
        ...(['source-late', 'source-held', 'findings', 'anomaly', 'plan-waiting'] as const),
        ...(['run-failed', 'run-overdue'] as const),
      ]),
      key: z.string().describe('The same for as long as it is the same: source-late:ninjaone.'),
      since: InstantText.nullable().describe(
        'When alerts first looked and found it; null where none has looked since it began.',
      ),
      pastAt: InstantText.nullable().describe('From when it is past by itself.'),
      details: z.record(z.string(), z.unknown()),
      says: z.string().describe('For people, in the language of Accept-Language.'),
    }),
  ),
})
