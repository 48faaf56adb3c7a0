import { z } from 'zod'
import { isSchedule } from './jobs/queue/last-due.ts'

/** When something is done, as cron writes it; null for never. */
function when(usual: string, what: string) {
  return z.string().refine(isSchedule, 'schedule').nullable().default(usual).describe(what)
}

/** What servers do by themselves and when, in the configured time zone, as a person configures it. */
export const ScheduleSettings = z.strictObject({
  jobs: z
    .boolean()
    .default(true)
    .describe(
      'Whether "muster serve" does jobs as well; false where "muster work" does them in other processes.',
    ),
  leaseSeconds: z
    .number()
    .min(2)
    .max(3600)
    .default(60)
    .describe(
      'A server that stands still for so many seconds while another waits for its lane is cut off from the database.',
    ),
  nightly: when(
    '0 2 * * *',
    'The whole night: collect, check, correct, study, report. Five fields as cron has them, or null for never.',
  ),
  figures: when('15 2 * * *', 'Daily figures of the last week worked out anew and compared.'),
  collectAgain: when('0 3 * * *', 'What did not come at night is collected again.'),
  retrain: when('30 3 * * 0', 'Every forecast model chosen anew; Sunday at 03:30.'),
  inbox: when('*/5 * * * *', 'Files of the inbox taken in, where there is an inbox.'),
  alerts: when(
    '*/15 * * * *',
    'People told of what has changed about what is wrong, where alerts are configured.',
  ),
  housekeeping: when('0 4 * * *', 'What is no longer needed removed.'),
})

export type ScheduleSettings = z.output<typeof ScheduleSettings>
