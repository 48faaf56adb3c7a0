import { z } from 'zod'
import { AskedDay, AskedName } from './asked.ts'
import { DayText, InstantText, listOf, Page } from './listing.ts'
import { route } from './route.ts'

const Percent = z.number().nullable().describe('0 to 100; null where nothing can be measured.')

const Share = z.object({
  passed: z.number().int(),
  of: z.number().int(),
  failing: z.number().int(),
  percent: Percent,
})

const PARTS = {
  completeness: Percent,
  consistency: Percent,
  uniqueness: Percent,
  validity: Percent,
}

const Quality = z.object({
  devices: z.number().int(),
  score: Percent,
  grade: z.enum(['A', 'B', 'C', 'D', 'F']).nullable(),
  ...PARTS,
  weights: z.record(z.string(), z.number().nullable()),
  shares: z.record(z.string(), Share),
  fields: z.record(z.string(), Share),
})

const Counts = z.record(z.string(), z.number().int())

export const analytics = route({
  method: 'GET',
  path: '/api/analytics',
  summary: 'The quality of the inventory as measured last, what takes from it, and what to do.',
  tag: 'analytics',
  access: 'read',
  response: z.object({
    day: DayText,
    anomalies: z.array(
      z.object({
        severity: z.enum(['critical', 'warning', 'info']),
        category: z.string(),
        title: z.string(),
        description: z.string(),
        affected_assets: z.array(z.string()),
        suggestion: z.string(),
      }),
    ),
    data_quality: Quality.extend({
      issues: z.array(
        z.object({
          measure: z.string(),
          field: z.string().nullable(),
          failing: z.number().int(),
          of: z.number().int(),
          gain: z.number().nullable(),
          title: z.string(),
          command: z.string(),
        }),
      ),
      places: z.array(Quality.extend({ scope: z.string(), place: z.string().nullable() })),
      trend: z.array(z.object({ day: DayText, score: Percent, ...PARTS, coverage: Percent })),
    }),
    distribution: z.object({
      tag_status: z.object({
        in_form: z.number().int(),
        other_form: z.number().int(),
        placeholder: z.number().int(),
        blank: z.number().int(),
      }),
      buildings: Counts,
      users: Counts,
      categories: Counts,
      without: z.record(z.string(), z.number().int()),
      building_balance: z.object({
        score: Percent,
        buildings: z.number().int(),
        note: z.string().nullable(),
      }),
      building_outliers_note: z.string().nullable(),
    }),
    predictions: z.object({
      sync_estimate: z.object({
        percent: Percent,
        plans: z.number().int(),
        planned: z.number().int(),
        applied: z.number().int(),
        reason: z.string(),
      }),
      coverage: z.object({
        status: z.string(),
        percent: Percent,
        target: z.number(),
        per_day: z.number().nullable(),
        reached_on: DayText.nullable(),
        has_days: z.number().int().nullable(),
        needs_days: z.number().int().nullable(),
        reason: z.string(),
      }),
      recommendations: z.array(
        z.object({
          code: z.string(),
          title: z.string(),
          devices: z.number().int(),
          gain: z.number().nullable(),
          command: z.string(),
        }),
      ),
    }),
    summary: z.string(),
    generated_at: InstantText,
  }),
})

const Measure = z.enum(['completeness', 'consistency', 'uniqueness', 'validity'])

const KeyField = z.enum(['tag', 'building', 'inventory_number', 'user', 'serial'])

const Why = z.enum([
  ...(['blank', 'placeholder', 'not-placed', 'repeated', 'no-hyphen', 'building-unknown'] as const),
  ...(['description-unknown', 'both-sides-unknown', 'number-empty', 'not-in-finance'] as const),
  ...(['location-blank', 'location-not-in-classifier', 'location-ambiguous'] as const),
  'refused-in-books',
])

const Text = z.string().nullable().describe('As stored; null where nothing is.')

export const failingRows = route({
  method: 'GET',
  path: '/api/analytics/failing',
  summary: 'The rows that fail a measure of quality, each with why.',
  tag: 'analytics',
  access: 'read',
  query: Page.extend({
    measure: Measure,
    field: KeyField.optional().describe('Of completeness: the field that is not filled.'),
    why: Why.optional(),
    place: AskedName.optional().describe('A municipality or a building.'),
    day: AskedDay.optional().describe('The newest that was measured unless given.'),
  }),
  response: listOf(
    z.object({
      measure: Measure,
      field: KeyField.nullable(),
      why: Why,
      whyText: z.string().describe('The same in the language of Accept-Language.'),
      value: Text.describe('What stands there.'),
      key: z.string().describe('By which OCS knows the computer.'),
      ...{ hostname: Text, inventoryNumber: Text, tag: Text, serial: Text, user: Text },
      ...{ building: Text, municipality: Text },
    }),
  ).extend({ day: DayText }),
})

export const dashboardStats = route({
  method: 'GET',
  path: '/api/dashboard-stats',
  summary: 'The figures of the inventory that a dashboard opens with.',
  tag: 'analytics',
  access: 'read',
  response: z.object({
    total: z.number().int(),
    with_tag: z.number().int(),
    without_tag: z.number().int(),
    virtual_machines: z.number().int(),
    empty_inventory: z.number().int(),
    buildings: Counts,
  }),
})
