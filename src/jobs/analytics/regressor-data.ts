import { z } from 'zod'
import { CALENDAR_REGRESSORS } from '../../analytics/forecast/regressors/regressor.ts'

/** A regressor as it is handed from one process to another. */
export const RegressorData = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('metric'), source: z.string(), metric: z.string() }),
  z.object({ kind: z.literal('calendar'), name: z.enum(CALENDAR_REGRESSORS) }),
  z.object({
    kind: z.literal('given'),
    name: z.string(),
    figures: z.record(z.string(), z.number()),
  }),
])
