import { z } from 'zod'
import { AskedDay, AskedFlag, AskedId, AskedName, AskedText } from './asked.ts'
import { MachineStory } from './links.ts'
import { DayText, InstantText, listOf, Page } from './listing.ts'
import { FILE_TYPES, route } from './route.ts'

/** What an answer of a day rests on: of each source the newest day up to it. */
export const RestsOn = z.array(z.object({ source: z.string(), day: DayText }))

const SiteName = z.string().nullable().describe('Null for machines at no site.')

const Device = z.object({
  recordId: z.number().int(),
  ref: z.string().describe('Its source, and its id there: ninjaone:501.'),
  source: z.string(),
  nativeKey: z.string(),
  deviceId: z.number().int().nullable().describe('The machine that the record speaks of.'),
  displayName: z.string().nullable(),
  hostname: z.string().nullable(),
  site: SiteName,
  organisation: z.string().nullable(),
  location: z.string().nullable(),
  class: z.enum(['server', 'workstation', 'other']),
  classRule: z.string(),
  isSpare: z.boolean(),
  spareRule: z.string().nullable(),
  isBillable: z.boolean(),
  billableRule: z.string().nullable(),
  serial: z.string().nullable(),
  inventoryNumber: z.string().nullable(),
  operatingSystem: z.string().nullable(),
  model: z.string().nullable(),
  since: DayText.describe('The day from which it has been listed just so.'),
  lastContact: InstantText.nullable().describe(
    'Null as well where only that of a later day is kept.',
  ),
})

const AsOf = AskedDay.optional().describe('Today unless given.')

const FILTER = {
  asOf: AsOf,
  source: AskedName.optional(),
  site: AskedName.optional().describe('404 for none known.'),
  noSite: AskedFlag.describe('What is at no site alone.'),
  kind: z
    .enum(['server', 'workstation', 'other', 'spare'])
    .optional()
    .describe('Spares are of no other kind.'),
  billable: z
    .enum(['true', 'false'])
    .transform((said) => said === 'true')
    .optional()
    .describe('What is billed alone, or what is not; both unless given.'),
  distinct: AskedFlag.describe('Each machine once, by the first of its records that fit.'),
  text: AskedText.optional().describe(
    'Part of a name, host name, serial, inventory number or user.',
  ),
}

export const listDevices = route({
  method: 'GET',
  path: '/api/devices',
  summary: 'Machines as each source lists them, as of any day kept.',
  tag: 'devices',
  access: 'read',
  isSplitBySite: true,
  query: Page.extend({
    ...FILTER,
    sort: z.enum(['name', 'site', 'source', 'last-contact']).default('name'),
  }),
  response: z.object({
    asOf: DayText,
    isPast: z.boolean().describe('A later day is known: what changes daily is kept as of that.'),
    restsOn: RestsOn,
    items: z.array(Device),
    total: z.number().int(),
  }),
})

export const exportDevices = route({
  method: 'GET',
  path: '/api/devices/export',
  summary: 'The whole list of machines as a file, by the numbers of their records.',
  tag: 'devices',
  access: 'read',
  isSplitBySite: true,
  query: z.object({ ...FILTER, format: z.enum(['csv', 'xlsx', 'ndjson']).default('csv') }),
  response: z.string(),
  produces: [FILE_TYPES.csv, FILE_TYPES.xlsx, FILE_TYPES.ndjson],
})

const Heard = z.object({
  kind: z.enum(['heard', 'silent', 'unknown', 'not-kept']),
  days: z.number().int().optional(),
})

const Said = z.object({
  ref: z.string(),
  source: z.string(),
  value: z.union([z.string(), z.boolean(), z.array(z.string())]),
  since: DayText.nullable(),
  lastContact: InstantText.nullable(),
  heard: Heard,
})

const OTHERS = {
  losers: z.array(
    Said.extend({
      because: z.enum(['later', 'silent', 'other-record', 'tells-nothing']),
      agrees: z.boolean(),
    }),
  ),
  blank: z.array(z.string()).describe('The records that say nothing of it.'),
}

const Field = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('won'),
    field: z.string(),
    rule: z.enum(['order', 'owner-silent', 'all-silent']),
    winner: Said,
    ...OTHERS,
  }),
  z.object({ kind: z.literal('nothing-said'), field: z.string(), ...OTHERS }),
  z.object({ kind: z.literal('not-kept'), field: z.string() }),
])

const DEVICE = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('described'),
    asOf: DayText,
    deviceId: z.number().int(),
    standsFor: z
      .object({ device: z.number().int() })
      .nullable()
      .describe('The number that was asked for, of a machine that turned out to be this one.'),
    mergedDevices: z.array(z.number().int()),
    mergedLaterInto: z.number().int().nullable(),
    restsOn: RestsOn,
    yieldsAfter: z.number().int().describe('Days after which a silent source yields.'),
    isSilenceKnown: z.boolean(),
    records: z.array(
      z.object({
        ref: z.string(),
        source: z.string(),
        lastContact: InstantText.nullable(),
        heard: Heard,
      }),
    ),
    orders: z.array(z.object({ field: z.string(), sources: z.array(z.string()) })),
    fields: z.array(Field),
    story: MachineStory,
  }),
  z.object({
    kind: z.literal('not-listed').describe('No source lists it on that day.'),
    asOf: DayText,
    deviceId: z.number().int(),
    before: DayText.nullable().describe('The nearest days kept that have it.'),
    after: DayText.nullable(),
  }),
])

export const getDevice = route({
  method: 'GET',
  path: '/api/devices/{id}',
  summary:
    'One machine: of each field the value that stands for it, what others say, and the rule.',
  tag: 'devices',
  access: 'read',
  isSplitBySite: true,
  params: AskedId,
  query: z.object({ asOf: AsOf }),
  response: DEVICE,
})

export const getDeviceOfRecord = route({
  method: 'GET',
  path: '/api/devices/of-record',
  summary: 'The same of the machine that a record speaks of, as it is named in lists.',
  tag: 'devices',
  access: 'read',
  isSplitBySite: true,
  query: z.object({
    record: AskedName.describe('Its source, and its id there: ninjaone:501.'),
    asOf: AsOf,
  }),
  response: DEVICE,
})

const FieldSaid = z.union([z.string(), z.boolean(), z.array(z.string())]).nullable()

export const deviceTimeline = route({
  method: 'GET',
  path: '/api/devices/{id}/timeline',
  summary: 'What the records of one machine said anew, and on which day; the newest first.',
  tag: 'devices',
  access: 'read',
  isSplitBySite: true,
  params: AskedId,
  query: z.object({ asOf: AsOf }),
  response: listOf(
    z.object({
      day: DayText,
      ref: z.string(),
      kind: z.enum(['first', 'returned', 'changed']).describe('first: the first that is kept.'),
      changes: z.array(z.object({ field: z.string(), before: FieldSaid, after: FieldSaid })),
    }),
  ),
})
