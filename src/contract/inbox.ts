import { z } from 'zod'
import { InstantText, listOf } from './listing.ts'
import { route } from './route.ts'
import { StartedRun } from './runs.ts'

export const listInbox = route({
  method: 'GET',
  path: '/api/inbox',
  summary: 'Files of events that lie in the inbox and were not taken in yet, by source.',
  tag: 'uploads',
  access: 'read',
  response: listOf(
    z.object({
      source: z.string(),
      name: z.string(),
      bytes: z.number().int(),
      changedAt: InstantText,
    }),
  ),
})

export const takeInbox = route({
  method: 'POST',
  path: '/api/inbox',
  summary: 'Takes in the files that lie in the inbox and puts each away; goes on as a run.',
  tag: 'uploads',
  access: 'analyse',
  response: StartedRun,
  status: 202,
})
