import { z } from 'zod'
import { AskedName } from './asked.ts'
import { DayText } from './listing.ts'
import { route } from './route.ts'
import { StartedRun } from './runs.ts'

export const collect = route({
  method: 'POST',
  path: '/api/collect',
  summary: 'Collects today of every source, or of those named; goes on as a run.',
  tag: 'tasks',
  access: 'operate',
  body: z.object({ sources: z.array(AskedName).max(100).default([]) }).nullable(),
  response: StartedRun,
  status: 202,
})

export const checkInputs = route({
  method: 'POST',
  path: '/api/check',
  summary:
    'Reads the books of the main job: what is wrong with them, cell by cell. Goes on as a run.',
  tag: 'tasks',
  access: 'operate',
  response: StartedRun,
  status: 202,
})

export const reconcile = route({
  method: 'POST',
  path: '/api/reconcile',
  summary:
    'Checks the machines of the newest day again by the rules as they are now; goes on as a run.',
  tag: 'tasks',
  access: 'operate',
  response: StartedRun,
  status: 202,
})

export const analyzeInventory = route({
  method: 'POST',
  path: '/api/analyze',
  summary: 'Measures the inventory as the books stand now; goes on as a run.',
  tag: 'tasks',
  access: 'operate',
  response: StartedRun,
  status: 202,
})

export const wouldPrune = route({
  method: 'GET',
  path: '/api/prune',
  summary: 'What retention would take out of the history today; takes nothing.',
  tag: 'tasks',
  access: 'operate',
  response: z.object({
    days: z.array(DayText).describe('Days that could be asked for no more.'),
    versions: z.number().int(),
    links: z.number().int(),
  }),
})

export const prune = route({
  method: 'POST',
  path: '/api/prune',
  summary: 'Takes out of the history what is not to be kept; goes on as a run.',
  tag: 'tasks',
  access: 'operate',
  response: StartedRun,
  status: 202,
})

export const night = route({
  method: 'POST',
  path: '/api/nightly',
  summary:
    'Does what a night does, also writing plans where it is configured to; goes on as a run.',
  tag: 'tasks',
  access: 'approve',
  response: StartedRun,
  status: 202,
})

export const study = route({
  method: 'POST',
  path: '/api/study',
  summary: 'Studies daily figures: what is odd in them, and what is expected. Goes on as a run.',
  tag: 'tasks',
  access: 'analyse',
  body: z
    .object({
      source: AskedName.nullish(),
      metric: AskedName.nullish(),
      anew: z.boolean().default(false).describe('Chooses every model anew.'),
    })
    .nullable(),
  response: StartedRun,
  status: 202,
})
