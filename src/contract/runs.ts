import { z } from 'zod'
import { AskedId, AskedName } from './asked.ts'
import { InstantText, listOf, Page } from './listing.ts'
import { route } from './route.ts'

/** What goes on after its request was answered; `GET /api/runs/{id}` tells how it does. */
export const StartedRun = z.object({ run: z.number().int() })

const RunState = z.enum([
  ...(['queued', 'running', 'agreed', 'differences', 'held', 'failed', 'interrupted'] as const),
])

const RunProgress = z.object({
  step: z.string(),
  done: z.number(),
  total: z.number().nullable().describe('Null where nobody knows.'),
})

const Run = z.object({
  id: z.number().int(),
  task: z.string(),
  state: RunState,
  tries: z
    .number()
    .int()
    .describe('How often it was begun; more than once where a server died or did not get through.'),
  progress: RunProgress.nullable().describe('The step under way, as last told.'),
  cancelAskedBy: z.string().nullable(),
  askedAt: InstantText,
  cause: z.enum(['person', 'schedule']),
  actor: z.string(),
  host: z.string(),
  version: z.string(),
  startedAt: InstantText.describe('When it was last begun; when it was asked for while it waits.'),
  endedAt: InstantText.nullable(),
})

export const listRuns = route({
  method: 'GET',
  path: '/api/runs',
  summary: 'What was run, newest first.',
  tag: 'runs',
  access: 'read',
  query: Page.extend({ task: AskedName.optional(), state: RunState.optional() }),
  response: listOf(Run),
})

export const getRun = route({
  method: 'GET',
  path: '/api/runs/{id}',
  summary: 'One run, with its steps and what came of it.',
  tag: 'runs',
  access: 'read',
  params: AskedId,
  response: Run.extend({
    steps: z.array(z.object({ name: z.string(), ms: z.number() })),
    summary: z.unknown().describe('What came of it, as its task tells.'),
    error: z.unknown().describe('Code and details of what it failed by; null where it did not.'),
    errorText: z
      .string()
      .nullable()
      .describe('The same for people, in the language of Accept-Language, saying what to do.'),
  }),
})

/** What can happen in a run. */
const LogKind = z.enum([
  ...(['started', 'taken-over', 'step', 'retry', 'cancel-asked', 'given-up'] as const),
])

const LogEntry = z.object({
  n: z.number().int(),
  at: InstantText,
  kind: LogKind,
  details: z.unknown().describe('What belongs to the kind: of a step its name, of a retry why.'),
})

export const runLog = route({
  method: 'GET',
  path: '/api/runs/{id}/log',
  summary: 'What happened in a run, in its order: at most 500 entries after one.',
  tag: 'runs',
  access: 'read',
  params: AskedId,
  query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
  response: z.object({ items: z.array(LogEntry) }),
})

export const stopRun = route({
  method: 'POST',
  path: '/api/runs/{id}/cancel',
  summary: 'Stops a run: one that waits at once, one under way at its next safe point.',
  tag: 'runs',
  access: 'operate',
  status: 202,
  params: AskedId,
  response: z.object({ run: z.number().int() }),
})

export const runEvents = route({
  method: 'GET',
  path: '/api/runs/{id}/events',
  summary:
    'How a run gets on, as server-sent events: "run" with its state and progress, "log" for what happens, until it has ended.',
  tag: 'runs',
  access: 'read',
  params: AskedId,
  response: z.string(),
})
