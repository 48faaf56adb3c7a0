import { z } from 'zod'
import { DayText } from './listing.ts'
import { route } from './route.ts'

const Severity = z.enum(['critical', 'high', 'medium', 'low'])

export const todayFindings = route({
  method: 'GET',
  path: '/api/today/findings',
  summary: 'Findings that stand, by severity and by how many days they have stood.',
  tag: 'dashboard',
  access: 'read',
  isSplitBySite: true,
  response: z.object({
    asOf: DayText,
    total: z.number().int(),
    items: z
      .array(
        z.object({
          severity: Severity,
          total: z.number().int(),
          oldestDays: z.number().int().nullable().describe('Null where there is none.'),
          ages: z
            .array(
              z.object({
                fromDays: z.number().int(),
                toDays: z.number().int().nullable().describe('Null for no end.'),
                count: z.number().int(),
              }),
            )
            .describe('The youngest first; they add up to the total.'),
        }),
      )
      .describe('Every severity, the gravest first.'),
  }),
})

export const todayWaiting = route({
  method: 'GET',
  path: '/api/today/waiting',
  summary: 'How much waits for the decision of a person, kind by kind.',
  tag: 'dashboard',
  access: 'read',
  response: z.object({
    heldPlans: z.number().int(),
    waitingPlans: z.number().int(),
    collections: z.number().int().describe('Held, or come in part, and the last of their day.'),
    linkQuestions: z.number().int(),
    unmappedOrganisations: z.number().int(),
    unownedFindings: z.number().int().describe('Critical or high, and nobody owns them.'),
  }),
})

export const todayEvents = route({
  method: 'GET',
  path: '/api/today/events',
  summary:
    'Tells a browser when a run has ended, so that its figures are old: server-sent events "changed".',
  tag: 'dashboard',
  access: 'signed-in',
  query: z.object({
    seconds: z.coerce
      .number()
      .int()
      .min(0)
      .max(600)
      .default(600)
      .describe(
        'How long the line stays open; who still listens comes back, and is looked at anew.',
      ),
  }),
  response: z.string(),
})
