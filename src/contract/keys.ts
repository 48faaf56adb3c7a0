import { z } from 'zod'
import { listOf } from './listing.ts'
import { route } from './route.ts'
import { StartedRun } from './runs.ts'

export const listKeys = route({
  method: 'GET',
  path: '/api/keys',
  summary: 'The keys that seal what vendors and files said, by their ids, and how much each seals.',
  tag: 'keys',
  access: 'administer',
  response: listOf(
    z.object({
      id: z.string(),
      isCurrent: z.boolean(),
      payloads: z.number().int(),
      chunks: z.number().int().describe('Pieces of files of events.'),
    }),
  ),
})

export const rotateKeys = route({
  method: 'POST',
  path: '/api/keys/rotate',
  summary: 'Makes a new key, seals all with it and drops the old ones; goes on as a run.',
  tag: 'keys',
  access: 'administer',
  response: StartedRun,
  status: 202,
})
