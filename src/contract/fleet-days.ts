import { z } from 'zod'
import { AskedDay, AskedFlag, AskedName } from './asked.ts'
import { RestsOn } from './devices.ts'
import { DayText, InstantText, Page } from './listing.ts'
import { FILE_TYPES, route } from './route.ts'

const Measure = z.enum(['total', 'servers', 'workstations', 'spare', 'billable'])

const Bridge = z.object({
  scope: z.enum(['all', 'site']),
  site: z.string().nullable().describe('Null for all, and for what is at no site.'),
  measure: Measure,
  start: z.number().int(),
  added: z.number().int(),
  removed: z.number().int().describe('As a negative number, as all that leaves.'),
  movedIn: z.number().int(),
  movedOut: z.number().int(),
  reclassifiedIn: z.number().int(),
  reclassifiedOut: z.number().int(),
  end: z.number().int(),
})

const ChangeKind = z.enum([
  'added',
  'removed',
  'moved',
  'relocated',
  'renamed',
  'reclassified',
  'became-spare',
  'left-spare',
  'billing-changed',
])

const Term = z.enum([
  'added',
  'removed',
  'movedIn',
  'movedOut',
  'reclassifiedIn',
  'reclassifiedOut',
])

const COMPARED = {
  from: AskedDay,
  to: AskedDay,
  site: AskedName.optional().describe('404 for none known.'),
  noSite: AskedFlag.describe('What is at no site alone.'),
  term: Term.optional().describe('Machines alone that this term of a bridge counts.'),
  measure: Measure.default('total').describe('The bridge of the term.'),
}

const Format = z.enum(['csv', 'xlsx', 'ndjson']).default('csv')

const produces = [FILE_TYPES.csv, FILE_TYPES.xlsx, FILE_TYPES.ndjson] as const

export const exportComparison = route({
  method: 'GET',
  path: '/api/compare/export',
  summary: 'A whole comparison of two days as a file: every change, or the bridges.',
  tag: 'devices',
  access: 'read',
  isSplitBySite: true,
  query: z.object({
    ...COMPARED,
    part: z.enum(['changes', 'bridges']).default('changes'),
    format: Format,
  }),
  response: z.string(),
  produces,
})

export const exportCounts = route({
  method: 'GET',
  path: '/api/counts/export',
  summary: 'The figures of a day as a file: of each place, or each against the last month-end.',
  tag: 'devices',
  access: 'read',
  isSplitBySite: true,
  query: z.object({
    asOf: AskedDay.optional().describe('Today unless given.'),
    part: z.enum(['figures', 'changes']).default('figures'),
    format: Format,
  }),
  response: z.string(),
  produces,
})

export const compareDays = route({
  method: 'GET',
  path: '/api/compare',
  summary:
    'Which machines came, went or changed between two days, and how the counts follow from that.',
  tag: 'devices',
  access: 'read',
  isSplitBySite: true,
  query: Page.extend(COMPARED),
  response: z.object({
    from: DayText,
    to: DayText,
    restsOn: z.object({ from: RestsOn, to: RestsOn }),
    items: z
      .array(
        z.object({
          recordId: z.number().int(),
          ref: z.string(),
          source: z.string(),
          nativeKey: z.string(),
          name: z.string().nullable(),
          siteBefore: z.string().nullable(),
          siteAfter: z.string().nullable(),
          changes: z
            .array(
              z.object({
                kind: ChangeKind,
                day: DayText,
                before: z.string().nullable(),
                after: z.string().nullable(),
              }),
            )
            .describe('None where it differs in its host name alone, behind a display name.'),
        }),
      )
      .describe('Machines that differ; pages go by source and id there.'),
    total: z.number().int(),
    bridges: z
      .array(Bridge)
      .describe('Start and all terms add up to the end; in all, then site by site.'),
  }),
})

const FIGURES = {
  total_devices: z.number().int(),
  servers: z.number().int(),
  workstations: z.number().int(),
  spare_devices: z.number().int(),
  billable_devices: z.number().int(),
  ninja_devices: z.number().int(),
  threatlocker_devices: z.number().int(),
  distinct_devices: z
    .number()
    .int()
    .describe('Each machine once at each site, however many sources list it.'),
}

const Figures = z.object(FIGURES)

const Change = z.object({
  current: z.number().int(),
  previous: z.number().int(),
  change: z.number().int(),
  change_percent: z.number().nullable(),
})

const Changes = z.object({
  total_devices: Change,
  servers: Change,
  workstations: Change,
  spare_devices: Change,
  billable_devices: Change,
  ninja_devices: Change,
  threatlocker_devices: Change,
  distinct_devices: Change,
})

export const countDevices = route({
  method: 'GET',
  path: '/api/counts',
  summary: 'Machines counted as of any day kept, in all and by site, against the last month-end.',
  tag: 'devices',
  access: 'read',
  isSplitBySite: true,
  query: z.object({ asOf: AskedDay.optional().describe('Today unless given.') }),
  response: z.object({
    date: DayText,
    counted_on: DayText,
    rests_on: RestsOn,
    last_month_end_date: DayText.nullable(),
    totals: Figures.nullable(),
    last_month_totals: Figures.nullable(),
    changes: Changes.nullable(),
    sites: z.array(
      Figures.extend({
        site_name: z.string().nullable(),
        last_month_end: Figures.nullable(),
        changes: Changes.nullable(),
      }),
    ),
    site_count: z.number().int(),
  }),
})

const Try = {
  collection: z.number().int(),
  state: z.string().describe('complete, partial, held, failed or interrupted.'),
  records: z.number().int(),
  rejected: z.number().int(),
  missing: z.array(z.looseObject({ code: z.string() })),
  holds: z.array(z.looseObject({ code: z.string() })),
  error: z.object({ code: z.string(), details: z.unknown() }).nullable(),
}

export const listDays = route({
  method: 'GET',
  path: '/api/days',
  summary: 'Which source was collected on which day, and why one was not.',
  tag: 'devices',
  access: 'read',
  query: z.object({
    from: AskedDay.optional().describe('14 days in all unless given; two years at most.'),
    to: AskedDay.optional().describe('Today unless given.'),
  }),
  response: z.object({
    from: DayText,
    to: DayText,
    sources: z.array(z.string()),
    configured: z.array(z.string()).describe('Of the sources, those that can be collected now.'),
    items: z.array(
      z.object({
        source: z.string(),
        day: DayText,
        ...Try,
        tries: z.number().int(),
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
        isMonthEnd: z.boolean(),
        startedAt: InstantText,
        later: z.object(Try).nullable().describe('A later try that did not go into the history.'),
      }),
    ),
    total: z.number().int(),
    notCollected: z.array(z.object({ source: z.string(), day: DayText })),
  }),
})
