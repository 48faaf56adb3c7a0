import { z } from 'zod'
import { route } from './route.ts'

export const showSettings = route({
  method: 'GET',
  path: '/api/settings',
  summary: 'The configuration in force with what each setting means, and no secret.',
  tag: 'settings',
  access: 'administer',
  response: z.object({
    items: z.array(
      z.object({
        path: z.string().describe('Such as guards.shrink.'),
        value: z.unknown(),
        isCut: z.boolean().describe('Account, path and query of an address are left out.'),
        description: z.string().nullable(),
      }),
    ),
    total: z.number().int(),
    database: z.object({
      kind: z.enum(['own', 'server']).describe('own: the PostgreSQL that comes along.'),
      hasReplica: z.boolean(),
    }),
    variables: z
      .array(z.object({ name: z.string(), isSet: z.boolean(), hasFile: z.boolean() }))
      .describe('Secrets of the environment by name: whether it is set, and whether NAME_FILE is.'),
  }),
})
