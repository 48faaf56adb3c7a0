import { z } from 'zod'
import { AskedDay, AskedName } from './asked.ts'
import { DayText, InstantText, listOf, Page } from './listing.ts'
import { route } from './route.ts'
import { StartedRun } from './runs.ts'

const Badge = z.enum(['A', 'B', 'C', 'D'])

const Lack = z.object({
  because: z.enum(['too-few', 'not-better', 'never-varies']),
  has: z.number().int(),
  needs: z.number().int(),
  text: z.string().describe('For people, in the language of Accept-Language.'),
})

/** A model as it is kept. */
const MODEL = {
  source: z.string(),
  metric: z.string(),
  model: z.string(),
  isSkilled: z.boolean().describe('Whether it beats the naive forecasts.'),
  lack: Lack.nullable().describe('Why a naive forecast is shown; null where the model has skill.'),
  firstDay: DayText,
  lastDay: DayText.describe('The last day it knows.'),
  knownDays: z.number().int(),
  score: z.number().nullable(),
  badge: Badge.nullable(),
  chosenAt: InstantText,
  fittedAt: InstantText,
  daysAgo: z.number().int().describe('How old its last day is.'),
  isStale: z.boolean(),
}

const AskedMetric = z.object({
  source_name: AskedName.optional().describe('Needed where several sources have the metric.'),
  metric: AskedName,
})

const StaleAfter = z.coerce.number().int().min(1).max(3_650).default(7)

const ToldRegressor = z.object({
  name: z.string(),
  kind: z.enum(['metric', 'calendar', 'given']),
  coefficient: z.number().nullable().describe('What one more of it adds to a day.'),
  standardError: z.number().nullable().describe('Null where the figures do not tell.'),
  missing: z
    .number()
    .int()
    .describe('Days of the history on which it is not known, which the model does not see.'),
  isHeeded: z.boolean().describe('Whether the model that is shown heeds it; a naive one does not.'),
})

const Regressor = z.union([
  z.strictObject({
    metric: AskedName.describe('A metric with figures for the days to come.'),
    source: AskedName.optional(),
  }),
  z.strictObject({
    calendar: z.enum([
      'monday',
      'tuesday',
      'wednesday',
      'thursday',
      'friday',
      'saturday',
      'sunday',
      'weekend',
    ]),
  }),
  z.strictObject({
    name: AskedName,
    days: z
      .array(z.strictObject({ day: AskedDay, value: z.number() }))
      .min(1)
      .max(20_000)
      .describe('Every day of the history and to come, such as 1 on holidays and 0 on others.'),
  }),
])

export const dailyForecast = route({
  method: 'GET',
  path: '/api/forecast/daily',
  summary: 'What is expected of a metric day by day, by the model that is kept.',
  tag: 'forecast',
  access: 'read',
  isSplitBySite: true,
  query: AskedMetric.extend({
    horizon: z.coerce.number().int().min(1).max(365).default(30),
    level: z.coerce.number().min(50).max(99).default(95).describe('Of the interval, in percent.'),
    whole: z.enum(['true', 'false']).default('false').describe('Whole figures only.'),
    stale_after: StaleAfter,
  }),
  response: z.object({
    ...MODEL,
    horizon: z.number().int(),
    level: z.number(),
    parameters: z.record(z.string(), z.number()).describe('What the model found, by name.'),
    regressors: z.array(ToldRegressor),
    items: z.array(
      z.object({ day: DayText, mean: z.number(), lower: z.number(), upper: z.number() }),
    ),
    total: z.number().int(),
  }),
})

export const runForecast = route({
  method: 'POST',
  path: '/api/forecast/run',
  summary: 'Studies daily figures: what is odd in them, and what is expected; goes on as a run.',
  tag: 'forecast',
  access: 'analyse',
  query: z.object({
    source_name: AskedName.optional(),
    metric: AskedName.optional(),
    anew: z
      .enum(['true', 'false'])
      .default('false')
      .describe('Chooses every model anew, also where there are no new figures.'),
  }),
  body: z
    .strictObject({
      regressors: z
        .array(Regressor)
        .max(20)
        .optional()
        .describe('What moves the metric, from now on; none takes back what was named before.'),
      horizon: z.coerce
        .number()
        .int()
        .min(1)
        .max(365)
        .default(30)
        .describe('For how many days to come the regressors must be known.'),
    })
    .nullish(),
  response: StartedRun,
  status: 202,
})

export const forecastReliability = route({
  method: 'GET',
  path: '/api/forecast/reliability',
  summary: 'How far the forecast of a metric can be relied on, fold by fold.',
  tag: 'forecast',
  access: 'read',
  isSplitBySite: true,
  query: AskedMetric.extend({ stale_after: StaleAfter }),
  response: z.object({
    ...MODEL,
    text: z.string().describe('For people, in the language of Accept-Language.'),
    held: z.boolean().describe('Whether it was held below B for want of skill.'),
    parts: z.array(
      z.object({
        name: z.enum(['closeness', 'skill', 'coverage', 'steadiness']),
        weight: z.number(),
        points: z.number(),
        measured: z.number(),
      }),
    ),
    folds: z.array(
      z.object({
        n: z.number().int(),
        origin: DayText.describe('The last day that was known.'),
        steps: z.number().int(),
        mae: z.number().nullable(),
        rmse: z.number().nullable(),
        mape: z.number().nullable(),
        smape: z.number().nullable(),
        mase: z.number().nullable(),
        coverage: z.number().nullable().describe('Share within the interval, 0 to 1.'),
      }),
    ),
    candidates: z.array(z.object({ model: z.string(), mase: z.number().nullable() })),
  }),
})

export const forecastHealth = route({
  method: 'GET',
  path: '/api/forecast/health',
  summary: 'All forecasts, the least reliable first, and which of them lack new figures.',
  tag: 'forecast',
  access: 'read',
  isSplitBySite: true,
  query: Page.extend({ source_name: AskedName.optional(), stale_after: StaleAfter }),
  response: listOf(z.object(MODEL)).extend({
    stale: z.number().int(),
    skilled: z.number().int(),
    badges: z.object({ A: z.number(), B: z.number(), C: z.number(), D: z.number() }),
    unrated: z.number().int().describe('With too few days for a score.'),
  }),
})
