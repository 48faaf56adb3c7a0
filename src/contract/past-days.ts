import { z } from 'zod'
import { AskedDay, AskedName } from './asked.ts'
import { DayText } from './listing.ts'
import { FILE_TYPES, route } from './route.ts'

export const importDay = route({
  method: 'POST',
  path: '/api/devices/import-day',
  summary:
    'Takes an old export of a configured device file in as what it said on a past day, all of it or nothing.',
  tag: 'devices',
  access: 'operate',
  query: z.object({
    source: AskedName.describe('Its name under device-files in the configuration.'),
    day: AskedDay,
    filename: AskedName.optional(),
  }),
  body: z.unknown(),
  consumes: [
    FILE_TYPES.xlsx,
    ...(['text/csv', 'application/json', 'application/x-ndjson'] as const),
    ...(['application/octet-stream', 'multipart/form-data'] as const),
  ],
  response: z.object({
    run: z.number().int(),
    state: z.enum(['agreed', 'differences', 'held']).describe('held: it waits for a person.'),
    source: z.string(),
    day: DayText,
    collection: z.number().int(),
    records: z.number().int(),
    faults: z.object({
      items: z
        .array(
          z.object({ place: z.string(), code: z.string(), raw: z.string(), message: z.string() }),
        )
        .describe('The first 200.'),
      total: z.number().int(),
    }),
    notes: z.array(
      z.object({ place: z.string(), code: z.string(), detail: z.string(), message: z.string() }),
    ),
    holds: z.array(z.object({ code: z.string(), message: z.string() })),
    history: z
      .object({
        opened: z.number().int(),
        changed: z.number().int(),
        closed: z.number().int(),
        unchanged: z.number().int(),
      })
      .nullable()
      .describe('What it came to in the history; null where it is not in it.'),
  }),
})
