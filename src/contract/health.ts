import { z } from 'zod'
import { route } from './route.ts'

export const alive = route({
  method: 'GET',
  path: '/health',
  summary: 'Whether the process is alive. Asks nothing of the database.',
  tag: 'health',
  access: 'anybody',
  response: z.object({ status: z.literal('alive'), version: z.string() }),
})

export const ready = route({
  method: 'GET',
  path: '/ready',
  summary:
    'Whether requests can be served: database, migrations, keys and signing keys. 503 and what is wrong while they cannot. `warnings`: what it does without, such as a replica that does not answer.',
  tag: 'health',
  access: 'anybody',
  response: z.object({
    status: z.literal('ready'),
    warnings: z.array(z.object({ name: z.string(), code: z.string() })),
  }),
})
