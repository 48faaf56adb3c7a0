import { z } from 'zod'
import { InstantText } from './listing.ts'
import { route } from './route.ts'

export const showTimetable = route({
  method: 'GET',
  path: '/api/timetable',
  summary:
    'What servers do by themselves: when it was last due, what came of it, and when it is next.',
  tag: 'runs',
  access: 'read',
  response: z.object({
    items: z.array(
      z.object({
        name: z.enum([
          ...(['nightly', 'figures', 'collectAgain', 'retrain', 'inbox', 'alerts'] as const),
          'housekeeping',
        ]),
        state: z
          .enum(['planned', 'off', 'nothing-to-do'])
          .describe('nothing-to-do: no inbox, or nobody to alert, is configured.'),
        cron: z.string().nullable().describe('Five fields, in the time zone of the installation.'),
        nextAt: InstantText.nullable(),
        last: z
          .object({
            dueAt: InstantText,
            run: z
              .object({ id: z.int(), state: z.string(), endedAt: InstantText.nullable() })
              .nullable()
              .describe('Null where it was due before a server looked.'),
          })
          .nullable(),
      }),
    ),
    doesJobs: z.boolean().describe('Whether this server does them; other processes may.'),
  }),
})
