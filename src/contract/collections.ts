import { z } from 'zod'
import { AskedId, AskedName } from './asked.ts'
import { DayText, InstantText, listOf, Page } from './listing.ts'
import { Reasoned } from './plans.ts'
import { route } from './route.ts'

const CollectionState = z.enum(['complete', 'partial', 'held', 'failed', 'interrupted'])

/** For people, in the language of Accept-Language. */
const Text = z.string().describe('For people, in the language of Accept-Language.')

const Collection = z.object({
  id: z.number().int(),
  run: z.number().int(),
  source: z.string(),
  day: DayText,
  try: z.number().int(),
  state: CollectionState,
  records: z.number().int(),
  rejected: z.number().int(),
  holds: z.array(z.object({ code: z.string(), text: Text })),
  overtakenBy: z.number().int().nullable().describe('The last try of its day, where it is later.'),
  acceptedBy: z.string().nullable(),
  startedAt: InstantText,
  endedAt: InstantText,
})

export const listCollections = route({
  method: 'GET',
  path: '/api/collections',
  summary: 'What each source delivered, try by try, newest first.',
  tag: 'collections',
  access: 'read',
  query: Page.extend({ state: CollectionState.optional(), source_name: AskedName.optional() }),
  response: listOf(Collection),
})

export const getCollection = route({
  method: 'GET',
  path: '/api/collections/{id}',
  summary: 'One delivery of a source, and the rows that were refused of it.',
  tag: 'collections',
  access: 'read',
  params: AskedId,
  query: Page,
  response: Collection.extend({
    origin: z.string().nullable(),
    inputHash: z.string().nullable().describe('SHA-256 of what was read.'),
    inputBytes: z.number().int().nullable(),
    notes: z.array(
      z.object({ code: z.string(), place: z.string(), detail: z.string(), text: Text }),
    ),
    missing: z.array(
      z.object({
        code: z.string(),
        place: z.string(),
        expected: z.number().int(),
        received: z.number().int(),
        text: Text,
      }),
    ),
    error: z.object({ code: z.string(), details: z.unknown(), text: Text }).nullable(),
    history: z
      .object({
        opened: z.number().int(),
        changed: z.number().int(),
        closed: z.number().int(),
        unchanged: z.number().int(),
      })
      .nullable()
      .describe('What it came to in the history; null where it is not in it.'),
    isPruned: z.boolean(),
    acceptedAt: InstantText.nullable(),
    acceptReason: z.string().nullable(),
    rejections: listOf(
      z.object({ place: z.string(), code: z.string(), raw: z.string(), text: Text }),
    ),
  }),
})

export const acceptCollection = route({
  method: 'POST',
  path: '/api/collections/{id}/accept',
  summary:
    'Lets a held or partial delivery pass in your name, and takes its rows into the history.',
  tag: 'collections',
  access: 'approve',
  params: AskedId,
  body: Reasoned,
  response: z.object({
    run: z.number().int(),
    id: z.number().int(),
    by: z.string(),
    reason: z.string().nullable(),
  }),
})
