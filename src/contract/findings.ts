import { z } from 'zod'
import { AskedDay, AskedFlag, AskedId, AskedName, AskedText, askedCodes } from './asked.ts'
import { DayText, InstantText, listOf, Page } from './listing.ts'
import { FILE_TYPES, route } from './route.ts'

const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const
const STATES = ['open', 'acknowledged', 'fixed', 'accepted', 'verified'] as const
const AGE = z.coerce.number().int().min(0).max(100_000)

const EVENTS = [
  'opened',
  'returned',
  'reopened',
  'verified',
  'lapsed',
  'acknowledged',
  'fixed',
  'accepted',
  'assigned',
  'noted',
] as const

const Severity = z.enum(SEVERITIES)
const State = z.enum(STATES)

const Evidence = z
  .record(z.string(), z.unknown())
  .describe('What was compared and differs; records are named by source and id there.')

const Finding = z.object({
  id: z.number().int(),
  ref: z.string().describe('As people name it: F12.'),
  check: z.string(),
  scope: z.string().describe('The sources that were compared.'),
  subject: z.string(),
  state: State,
  severity: Severity,
  name: z.string().nullable(),
  site: z.string().nullable(),
  municipality: z.string().nullable(),
  building: z.string().nullable(),
  evidence: Evidence,
  firstSeen: DayText,
  standingSince: DayText.describe('From when it has stood without a break.'),
  lastSeen: DayText.nullable(),
  ageDays: z.number().int(),
  owner: z.string().nullable(),
  note: z.string().nullable(),
  acceptedUntil: DayText.nullable(),
  acceptReason: z.string().nullable(),
  isDormant: z
    .boolean()
    .describe('Its check is off, or a source of its scope is no longer configured.'),
})

/** Evidence for people, in the language of Accept-Language: what is said once, and what is listed. */
export const EvidenceInWords = z.object({
  facts: z.array(z.object({ name: z.string(), text: z.string() })),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.array(
        z.object({
          record: z.string().nullable().describe('The record the row is of: ninjaone:501.'),
          texts: z.array(z.string()),
        }),
      ),
    }),
  ),
})

/** The newest look of a check at some sources. */
const Look = z.object({
  check: z.string(),
  scope: z.string(),
  day: DayText.describe('When it last looked or would have.'),
  at: InstantText,
  lookedOn: DayText.nullable().describe('When it last could look; null when it never did.'),
  compared: z.record(z.string(), DayText.nullable()).describe('The day of each source.'),
  skipped: z
    .record(z.string(), z.string())
    .nullable()
    .describe('Of each source that was not complete, why; null when all were.'),
})

/** What findings are narrowed to, in an address. */
const FILTER = {
  check: askedCodes().optional().describe('Codes of checks, with commas between.'),
  state: askedCodes([...STATES, 'all'])
    .default(['open', 'acknowledged', 'fixed'])
    .describe('open,acknowledged,fixed unless given; all for every state.'),
  severity: askedCodes(SEVERITIES).optional(),
  site: AskedName.optional().describe('A site, municipality or building; 404 for none known.'),
  owner: AskedName.optional().describe('Who owns it; none for nobody.'),
  dormant: AskedFlag.describe('Those alone that nobody looks at any more.'),
  olderThan: AGE.optional().describe('Standing for more days.'),
  newerThan: AGE.min(1).optional().describe('Standing for fewer days.'),
  text: AskedText.optional().describe('Part of the name, the note or the evidence.'),
}

export const listFindings = route({
  method: 'GET',
  path: '/api/findings',
  summary: 'What disagrees: findings as of today, how many of each check, and what was compared.',
  tag: 'findings',
  access: 'read',
  isSplitBySite: true,
  query: Page.extend({
    ...FILTER,
    sort: z.enum(['severity', 'age', 'check', 'site', 'owner', 'name']).default('severity'),
  }),
  response: z.object({
    asOf: DayText,
    items: z.array(Finding),
    total: z.number().int(),
    byCheck: z
      .array(
        z.object({
          check: z.string(),
          severity: Severity,
          count: z.number().int(),
          oldestDays: z.number().int(),
        }),
      )
      .describe('Of the whole list, not of its page alone.'),
    dormant: z
      .number()
      .int()
      .describe(
        'How many there are besides that nobody looks at any more; 0 where these are asked for.',
      ),
    looks: z.array(Look),
  }),
})

export const exportFindings = route({
  method: 'GET',
  path: '/api/findings/export',
  summary: 'The whole list of findings as a file, by their numbers.',
  tag: 'findings',
  access: 'read',
  isSplitBySite: true,
  query: z.object({ ...FILTER, format: z.enum(['csv', 'xlsx', 'ndjson']).default('csv') }),
  response: z.string(),
  produces: [FILE_TYPES.csv, FILE_TYPES.xlsx, FILE_TYPES.ndjson],
})

export const listChecks = route({
  method: 'GET',
  path: '/api/checks',
  summary: 'Every check: what it is called, what it says and what to do, in your language.',
  tag: 'findings',
  access: 'read',
  isSplitBySite: true,
  response: listOf(z.object({ code: z.string(), title: z.string(), says: z.string() })),
})

export const getFinding = route({
  method: 'GET',
  path: '/api/findings/{id}',
  summary: 'One finding with its evidence, what was compared, and its whole history.',
  tag: 'findings',
  access: 'read',
  isSplitBySite: true,
  params: AskedId,
  response: Finding.extend({
    unplaced: z
      .string()
      .nullable()
      .describe('The organisation of the nearest other machine, where it is at no site.'),
    evidenceInWords: EvidenceInWords,
    look: Look.nullable(),
    events: z.array(
      z.object({
        kind: z.enum(EVENTS),
        day: DayText,
        at: InstantText,
        run: z.number().int(),
        plan: z.number().int().nullable(),
        actor: z.string().nullable().describe('Null for a look at the sources.'),
        words: z.string().nullable(),
        until: DayText.nullable(),
        stoodDays: z.number().int().nullable(),
      }),
    ),
  }),
})

const Words = AskedText.max(2000).trim()
const Reason = Words.nullable().default(null)
const MOST_IDS = 10_000

/** What a person says of findings, one thing at a time. */
const Word = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('acknowledged'), reason: Reason }),
  z.strictObject({ kind: z.literal('fixed'), reason: Reason }),
  z.strictObject({ kind: z.literal('reopened'), reason: Reason }),
  z.strictObject({
    kind: z.literal('accepted'),
    reason: Words.min(1),
    until: AskedDay.describe('Through this day, which is to come.'),
  }),
  z.strictObject({
    kind: z.literal('assigned'),
    owner: Words.min(1).nullable().describe('Null for nobody.'),
  }),
  z.strictObject({
    kind: z.literal('noted'),
    note: Words.min(1).nullable().describe('In place of the one it has; null takes it away.'),
  }),
])

const BodyFilter = z.strictObject({
  checks: z.array(AskedName).default([]),
  states: z.array(State).default(['open', 'acknowledged', 'fixed']).describe('Empty for all.'),
  severities: z.array(Severity).default([]),
  site: AskedName.optional(),
  owner: AskedName.optional(),
  dormant: z.boolean().default(false),
  olderThan: z.number().int().min(0).max(100_000).optional(),
  newerThan: z.number().int().min(1).max(100_000).optional(),
  text: AskedText.optional(),
})

export const decideFindings = route({
  method: 'POST',
  path: '/api/findings/decide',
  summary: 'Says one thing of findings, by their ids or all that a filter lists, under your name.',
  tag: 'findings',
  access: 'operate',
  isSplitBySite: true,
  body: z
    .strictObject({
      ids: z
        .array(z.number().int().min(1).max(Number.MAX_SAFE_INTEGER))
        .min(1)
        .max(MOST_IDS)
        .optional(),
      filter: BodyFilter.optional(),
      word: Word,
      yes: z
        .boolean()
        .default(false)
        .describe('Say it of all that the filter lists; without it they are only told.'),
      dryRun: z.boolean().default(false).describe('Tell of which it would be said, say nothing.'),
    })
    .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), {
      path: ['ids'],
      error: 'either ids or filter',
    }),
  response: z.object({
    state: z
      .enum(['agreed', 'differences', 'held', 'failed'])
      .describe('differences: some refused it; held: it waits for yes.'),
    isSaid: z.boolean(),
    run: z.number().int().nullable().describe('Null where nothing was said.'),
    by: z.string(),
    said: z.array(z.number().int()),
    refused: z
      .array(z.object({ id: z.number().int(), state: State }))
      .describe('Where they stand, it cannot be said of these.'),
  }),
})

const AGEING = {
  from: AskedDay.optional().describe('14 days in all unless given; two years at most.'),
  to: AskedDay.optional().describe('Today unless given.'),
  check: askedCodes().optional(),
  site: AskedName.optional().describe('A site or municipality.'),
}

export const exportAgeing = route({
  method: 'GET',
  path: '/api/findings/ageing/export',
  summary: 'The same as a file: the figures, or the days of which there are none.',
  tag: 'findings',
  access: 'read',
  isSplitBySite: true,
  query: z.object({
    ...AGEING,
    part: z.enum(['figures', 'not-compared']).default('figures'),
    format: z.enum(['csv', 'xlsx', 'ndjson']).default('csv'),
  }),
  response: z.string(),
  produces: [FILE_TYPES.csv, FILE_TYPES.xlsx, FILE_TYPES.ndjson],
})

export const findingAgeing = route({
  method: 'GET',
  path: '/api/findings/ageing',
  summary:
    'Day by day how many findings stand, came and went, how old they are, how long fixing takes.',
  tag: 'findings',
  access: 'read',
  isSplitBySite: true,
  query: z.object(AGEING),
  response: z.object({
    from: DayText,
    to: DayText,
    items: z
      .array(
        z.object({
          place: z.enum(['all', 'one']),
          day: DayText,
          check: z.string(),
          site: z.string().nullable(),
          municipality: z.string().nullable(),
          standing: z.number().int(),
          accepted: z.number().int(),
          opened: z.number().int(),
          verified: z.number().int(),
          meanAgeDays: z.number().nullable(),
          oldestDays: z.number().int().nullable(),
          meanFixDays: z.number().nullable(),
        }),
      )
      .describe('By day, newest first, and check: the sum of all places, then place by place.'),
    total: z.number().int(),
    notCompared: z
      .array(
        z.object({
          day: DayText,
          check: z.string(),
          scope: z.string().nullable(),
          skipped: z.record(z.string(), z.string()).nullable(),
        }),
      )
      .describe('Where nobody looked there is no figure, not even zero.'),
  }),
})
