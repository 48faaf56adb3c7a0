import { z } from 'zod'
import { AskedDay, AskedName, AskedText } from './asked.ts'
import { MatchSummary } from './links.ts'
import { DayText, listOf, Page } from './listing.ts'
import { route } from './route.ts'

const SiteRule = z.enum(['unmapped', 'made', 'same-name', 'confirmed', 'ignored'])
const Reason = AskedText.max(2000)

const Entry = z.object({
  ref: z.string().describe('Its source, and its id there: threatlocker:ID.'),
  source: z.string(),
  key: z.string(),
  name: z.string().nullable(),
  firstDay: DayText,
  rule: SiteRule,
  site: z.string().nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  since: DayText,
  takenBack: z.object({ by: z.string(), reason: z.string().nullable() }).nullable(),
  machines: z.number().int(),
  suggestions: z
    .array(
      z.object({
        site: z.string(),
        isSameName: z.boolean(),
        sharedDevices: z.number().int(),
        sharedDomains: z.array(z.string()),
        nameSimilarity: z.number(),
      }),
    )
    .describe('The best first; for organisations nobody has mapped.'),
})

export const listSiteMap = route({
  method: 'GET',
  path: '/api/site-map',
  summary:
    "Vendors' organisations with their sites, and what speaks for which where there is none.",
  tag: 'sites',
  access: 'read',
  query: Page.extend({
    organisation: AskedName.optional().describe('This one alone; 404 where there is none.'),
  }),
  response: listOf(Entry),
})

export const mapSite = route({
  method: 'PUT',
  path: '/api/site-map',
  summary: 'Says at which site an organisation is, under your name, and matches and counts by it.',
  tag: 'sites',
  access: 'operate',
  body: z.strictObject({
    organisation: AskedName.describe('Its source, and its id there.'),
    site: AskedName.trim()
      .min(1)
      .nullable()
      .describe('By its name; null leaves the organisation out.'),
    isNew: z.boolean().default(false).describe('Make the site where there is none of that name.'),
    from: AskedDay.nullable().default(null).describe('From its first day unless given.'),
    reason: Reason.nullable().default(null),
  }),
  response: z.object({
    run: z.number().int(),
    state: z.enum(['agreed', 'differences', 'held', 'failed']),
    organisation: z.string(),
    site: z.string().nullable(),
    isNewSite: z.boolean(),
    from: DayText,
    by: z.string(),
    reason: z.string().nullable(),
    matching: MatchSummary,
  }),
})

export const forgetSite = route({
  method: 'DELETE',
  path: '/api/site-map',
  summary: 'Takes back what people said of an organisation: it goes where the rules put it.',
  tag: 'sites',
  access: 'operate',
  query: z.object({
    organisation: AskedName,
    from: AskedDay.optional().describe('From today unless given.'),
    reason: Reason.optional(),
  }),
  response: z.object({
    run: z.number().int(),
    state: z.enum(['agreed', 'differences', 'held', 'failed']),
    organisation: z.string(),
    from: DayText,
    takenBack: z.array(
      z.object({
        rule: z.enum(['confirmed', 'ignored']),
        site: z.string().nullable(),
        from: DayText,
        until: DayText.nullable(),
        by: z.string(),
        reason: z.string().nullable(),
      }),
    ),
    site: z.string().nullable(),
    rule: SiteRule,
    by: z.string(),
    reason: z.string().nullable(),
    matching: MatchSummary.nullable().describe('Null where nothing was changed.'),
  }),
})
