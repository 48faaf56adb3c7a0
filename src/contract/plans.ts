import { z } from 'zod'
import { AskedId, AskedText } from './asked.ts'
import { EvidenceInWords } from './findings.ts'
import { InstantText, listOf, Page } from './listing.ts'
import { FILE_TYPES, route } from './route.ts'
import { StartedRun } from './runs.ts'

/** What a plan corrects: TAGs in OCS, or names of computers in ThreatLocker. */
const Corrects = z.enum(['tags', 'names'])

const PlanState = z.enum([
  ...['held', 'waiting', 'applying', 'applied'],
  ...['superseded', 'undoing', 'undone', 'partly-undone'],
] as const)

const Plan = z.object({
  id: z.number().int(),
  kind: z.enum(['tags', 'names', 'undo']),
  corrects: Corrects,
  undoes: z
    .number()
    .int()
    .nullable()
    .describe('The plan it takes back; null unless it is an undo.'),
  state: PlanState,
  target: z.string().describe('The system it was made for, as its source names it.'),
  madeAt: InstantText,
  changes: z.number().int(),
  takenBack: z.number().int().describe('Of its changes, those an undo took back.'),
  leftAlone: z.number().int().describe('Those whose row an undo found changed otherwise, or gone.'),
  supersededBy: z.number().int().nullable(),
  acceptedBy: z.string().nullable().describe('Who let it pass although a guard held it.'),
})

const Counts = z.record(z.string(), z.number().int())

/** What the guard says of a plan, and who let it pass all the same. */
const Guard = z.object({
  verdict: z.enum(['passed', 'held', 'accepted']),
  holds: z.array(
    z.object({
      code: z.string(),
      changes: z.number().int(),
      rows: z.number().int(),
      limit: z.number().describe('Largest share of rows a plan may change unasked, 0 to 1.'),
      text: z.string().describe('For people, in the language of Accept-Language.'),
    }),
  ),
  acceptedBy: z.string().nullable(),
  acceptedAt: InstantText.nullable(),
  acceptReason: z.string().nullable(),
})

/** Who let a plan be written, and whether that is enough. */
const Approvals = z.object({
  isSecondPersonNeeded: z.boolean().describe('access.fourEyes of the configuration.'),
  isApproved: z.boolean().describe('Whether it may be written as far as approvals go.'),
  items: z.array(
    z.object({
      person: z.string().describe('A token of a person counts as that person.'),
      actor: z.string().describe('The name they came in by.'),
      at: InstantText,
      reason: z.string().nullable(),
    }),
  ),
})

const PlanInFull = Plan.extend({
  outcomes: Counts.describe('What each row that was looked at came to, by kind.'),
  lists: Counts.describe('What disagreed when it was made, by check.'),
  access: z.array(
    z.object({
      login: z.string(),
      pattern: z.string(),
      loses: z.number().int(),
      gains: z.number().int(),
    }),
  ),
  written: Counts.describe('Its changes by what came of writing them; pending where nothing has.'),
  origin: z.object({
    run: z.number().int(),
    task: z.string(),
    cause: z.enum(['person', 'schedule']),
    maker: z.string(),
    host: z.string(),
    version: z.string(),
    finishedAt: InstantText.nullable(),
    previous: z.number().int().nullable(),
    newer: z.number().int().nullable(),
    undo: z.number().int().nullable().describe('The newest plan that takes it back.'),
  }),
  guard: Guard,
  approvals: Approvals,
})

const Outcome = z.enum(['pending', 'applied', 'moved', 'failed'])

const Change = z.object({
  n: z.number().int(),
  recordKey: z.string(),
  hostname: z.string().nullable(),
  inventoryNumber: z.string().nullable(),
  organisation: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  financeCell: z.string().nullable(),
  classifierCell: z.string().nullable(),
  evidence: z.looseObject({ kind: Corrects }).describe('What decided it, as it was read.'),
  because: EvidenceInWords.describe('The same for people, in the language of Accept-Language.'),
  building: z.string().nullable(),
  municipality: z.string().nullable(),
  outcome: Outcome,
  actor: z.string().nullable(),
  run: z.number().int().nullable(),
  at: InstantText.nullable(),
  found: z.string().nullable().describe('Of one that moved, what stood there instead.'),
  foundNumber: z.string().nullable(),
  foundGone: z.boolean(),
  reason: z.string().nullable(),
})

/** Why somebody lets something pass; may be left out with the body. */
export const Reasoned = z
  .object({
    reason: z
      .string()
      .trim()
      .regex(/^\P{Cc}+$/u, 'no control characters')
      .max(1000)
      .nullish(),
  })
  .nullable()

export const listPlans = route({
  method: 'GET',
  path: '/api/plans',
  summary: 'Plans of changes to other systems, newest first.',
  tag: 'plans',
  access: 'read',
  query: Page.extend({ state: PlanState.optional() }),
  response: listOf(Plan),
})

export const getPlan = route({
  method: 'GET',
  path: '/api/plans/{id}',
  summary:
    'One plan: how it was made, what the guard says of it, who approved it, what was written.',
  tag: 'plans',
  access: 'read',
  params: AskedId,
  response: PlanInFull,
})

export const listChanges = route({
  method: 'GET',
  path: '/api/plans/{id}/changes',
  summary: 'The changes of a plan with the cells that decided them, and what came of each.',
  tag: 'plans',
  access: 'read',
  params: AskedId,
  query: Page.extend({
    outcome: Outcome.optional(),
    q: AskedText.optional().describe('Stands in the machine, a value, its number or its place.'),
  }),
  response: listOf(Change),
})

export const exportChanges = route({
  method: 'GET',
  path: '/api/plans/{id}/export',
  summary: 'All changes of a plan as a file, with what came of each.',
  tag: 'plans',
  access: 'read',
  params: AskedId,
  query: z.object({ format: z.enum(['csv', 'xlsx', 'ndjson']).default('csv') }),
  response: z.string(),
  produces: [FILE_TYPES.csv, FILE_TYPES.xlsx, FILE_TYPES.ndjson],
})

export const makePlan = route({
  method: 'POST',
  path: '/api/plans',
  summary: 'Makes a plan; writes nothing to another system. Goes on as a run.',
  tag: 'plans',
  access: 'operate',
  body: z.object({ corrects: Corrects }),
  response: StartedRun,
  status: 202,
})

export const approvePlan = route({
  method: 'POST',
  path: '/api/plans/{id}/approve',
  summary:
    'Says in your name that a plan may be written, and lets a held one pass. Where two people are needed not for the one who made it.',
  tag: 'plans',
  access: 'approve',
  params: AskedId,
  body: Reasoned,
  response: PlanInFull,
})

export const applyPlan = route({
  method: 'POST',
  path: '/api/plans/{id}/apply',
  summary:
    'Writes a plan to the system it is for, or goes on where that stopped; goes on as a run.',
  tag: 'plans',
  access: 'approve',
  params: AskedId,
  response: StartedRun,
  status: 202,
})

export const verifyPlan = route({
  method: 'POST',
  path: '/api/plans/{id}/verify',
  summary:
    'Reads the system of a plan again: what written values no longer stand. Goes on as a run.',
  tag: 'plans',
  access: 'operate',
  params: AskedId,
  response: StartedRun,
  status: 202,
})

export const undoPlan = route({
  method: 'POST',
  path: '/api/plans/{id}/undo',
  summary: 'Takes back what a plan wrote, except rows changed since; goes on as a run.',
  tag: 'plans',
  access: 'approve',
  params: AskedId,
  response: StartedRun,
  status: 202,
})
