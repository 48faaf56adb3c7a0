import { z } from 'zod'

/** For how long what Muster did is kept, as a person configures it; days of devices have rules of their own. */
export const RetentionSettings = z.strictObject({
  runDays: z
    .int()
    .min(30)
    .default(400)
    .describe(
      'For how many days a run is kept to which nothing refers any more; the audit trail stays.',
    ),
})
