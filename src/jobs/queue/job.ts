import { z } from 'zod'
import { LANGUAGES } from '../../language/language.ts'
import { RegressorData } from '../analytics/regressor-data.ts'
import type { TaskName } from '../queries.ts'

const Ask = <Name extends TaskName>(task: Name) => z.object({ task: z.literal(task) })

/** What can be asked of the servers: a task and what it is to work on, all of it data. */
export const Job = z.discriminatedUnion('task', [
  Ask('nightly'),
  Ask('collect').extend({
    /** By name; none for all that are due. */
    sources: z.array(z.string()).readonly(),
    /** Leaves alone what is complete today; absent: collects it again. */
    missing: z.boolean().optional(),
  }),
  Ask('reconcile'),
  Ask('prune'),
  Ask('check'),
  Ask('plan').extend({ corrects: z.enum(['tags', 'names']) }),
  Ask('apply').extend({ plan: z.number() }),
  Ask('verify').extend({ plan: z.number() }),
  Ask('undo').extend({ plan: z.number() }),
  Ask('report').extend({ plan: z.number() }),
  Ask('analyze'),
  Ask('study').extend({
    source: z.string().nullable(),
    metric: z.string().nullable(),
    /** Chooses every model anew, whether or not one is kept. */
    anew: z.boolean(),
    /** What moves the metric, from now on; null or absent: what was named before. */
    regressors: z.array(RegressorData).readonly().nullable().optional(),
  }),
  Ask('recompute').extend({
    source: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  /** Takes in what lies in the inbox. */
  Ask('ingest'),
  /** Tells of what is wrong, where alerts are configured. */
  Ask('alert'),
  Ask('housekeeping'),
  /** Makes a new key and seals everything with it. */
  Ask('rotate-keys'),
])

export type Job = Readonly<z.output<typeof Job>>

const By = z.object({
  actor: z.string(),
  cause: z.enum(['person', 'schedule']),
  language: z.enum(LANGUAGES),
  /** The request that asked for it, by which logs belong together; absent where none did. */
  request: z.string().optional(),
})

/** Who asks for a job, and in whose language it speaks. */
export type AskedBy = Readonly<z.output<typeof By>>

/** A job as the queue holds it. */
export const AskedJob = z.object({ run: z.number(), job: Job, by: By })
export type AskedJob = Readonly<z.output<typeof AskedJob>>

/** Asks for a job and gives the number of its run at once: `GET /api/runs/{id}` tells how it does. */
export type AskForJob = (job: Job, by: AskedBy) => Promise<number>
