import { z } from 'zod'
import { AskedText } from './asked.ts'
import { DayText, InstantText, listOf, Page } from './listing.ts'
import { route } from './route.ts'

/** The figures of a place that are told site by site against the last month-end. */
const FIVE = {
  total_devices: z.number().int(),
  servers: z.number().int(),
  workstations: z.number().int(),
  spare_devices: z.number().int(),
  billable_devices: z.number().int(),
}

const Five = z.object(FIVE)

/** The same with what each vendor lists. */
const Seven = z.object({
  ...FIVE,
  ninja_devices: z.number().int(),
  threatlocker_devices: z.number().int(),
})

const Change = z.object({
  current: z.number().int(),
  previous: z.number().int(),
  change: z.number().int(),
  change_percent: z.number().nullable().describe('One decimal; null when previous is 0.'),
})

const FiveChanges = z.object({
  total_devices: Change,
  servers: Change,
  workstations: Change,
  spare_devices: Change,
  billable_devices: Change,
})

const SevenChanges = FiveChanges.extend({ ninja_devices: Change, threatlocker_devices: Change })

const SiteName = z.string().nullable().describe('Null for machines at no site.')

export const dashboardToday = route({
  method: 'GET',
  path: '/api/dashboard/today',
  summary: 'Devices as counted last, in all and by site.',
  tag: 'dashboard',
  access: 'read',
  isSplitBySite: true,
  response: z.object({
    date: DayText.describe('The day the figures are of.'),
    totals: Seven,
    sites: z.array(Seven.extend({ site_name: SiteName })),
    site_count: z.number().int(),
  }),
})

export const dashboardComparison = route({
  method: 'GET',
  path: '/api/dashboard/comparison',
  summary: 'Devices as counted last against the last month-end.',
  tag: 'dashboard',
  access: 'read',
  isSplitBySite: true,
  response: z.object({
    today_date: DayText,
    last_month_end_date: DayText.nullable().describe('Null while no month-end is kept.'),
    today_totals: Seven,
    last_month_totals: Seven.nullable(),
    changes: SevenChanges.nullable(),
  }),
})

export const dashboardSites = route({
  method: 'GET',
  path: '/api/dashboard/sites',
  summary: 'Devices of each site against the last month-end.',
  tag: 'dashboard',
  access: 'read',
  isSplitBySite: true,
  response: z.object({
    sites: z.array(
      z.object({
        site_name: SiteName,
        today: Five,
        last_month_end: Five.nullable(),
        changes: FiveChanges.nullable(),
      }),
    ),
    site_count: z.number().int(),
  }),
})

export const dashboardDevices = route({
  method: 'GET',
  path: '/api/dashboard/devices',
  summary: 'Devices as every source lists them today.',
  tag: 'dashboard',
  access: 'read',
  isSplitBySite: true,
  query: Page.extend({
    site_id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
    device_type: z.enum(['server', 'workstation', 'spare']).optional(),
    source_system: z.enum(['ninja', 'threatlocker']).optional(),
    q: AskedText.optional().describe(
      'Part of a name, host name, serial, inventory number or user.',
    ),
    sort: z.enum(['name', 'site', 'source', 'last_seen']).default('name'),
  }),
  response: z.object({
    devices: z.array(
      z.object({
        id: z.number().int(),
        hostname: z.string().nullable(),
        display_name: z.string().nullable(),
        location: z.string().nullable(),
        site_name: SiteName,
        is_server: z.boolean(),
        is_spare: z.boolean(),
        is_billable: z.boolean(),
        source_system: z.string().describe('ninja, threatlocker, or the name of another source.'),
        last_seen: InstantText.nullable(),
        created_at: DayText.describe('The first day it was listed, as far as days are kept.'),
        updated_at: DayText.describe('The day from which it has been listed just so.'),
      }),
    ),
    total_count: z.number().int(),
    limit: z.number().int(),
    offset: z.number().int(),
    has_more: z.boolean(),
  }),
})

export const listSites = route({
  method: 'GET',
  path: '/api/sites',
  summary: 'Sites by name, with the numbers by which devices are asked for.',
  tag: 'dashboard',
  access: 'read',
  isSplitBySite: true,
  query: Page,
  response: listOf(z.object({ id: z.number().int(), name: z.string() })),
})
