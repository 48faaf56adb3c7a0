import { z } from 'zod'

/** What is made of daily figures, as a person configures it. */
export const AnalyticsSettings = z.strictObject({
  studySites: z
    .enum(['none', 'anomalies', 'forecasts'])
    .default('anomalies')
    .describe(
      'What a study of everything does with the figures of each site by itself: nothing, looks for what is odd, or works out forecasts too.',
    ),
})
