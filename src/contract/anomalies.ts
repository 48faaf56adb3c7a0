import { z } from 'zod'
import { AskedDay, AskedName, AskedText } from './asked.ts'
import { DayText, InstantText, listOf, Page } from './listing.ts'
import { Aggregation, Span } from './metrics.ts'
import { route } from './route.ts'

const Found = z.object({
  day: DayText,
  value: z.number(),
  expected: z.number().describe('What the method would have taken for ordinary.'),
  score: z
    .number()
    .nullable()
    .describe("In the method's own measure; null where nothing is there to measure it by."),
  direction: z.enum(['high', 'low']),
  method: z.enum(['rolling-z', 'seasonal-robust-z', 'isolation-forest', 'matrix-profile']),
  why: z.string().describe('For people, in the language of Accept-Language.'),
  reason: z
    .looseObject({ kind: z.string() })
    .describe('The same for programs: a code, and the figures behind it.'),
})

const DaySpan = z.object({ from: DayText, to: DayText })

const AskedWindow = DaySpan.extend({
  daysWithFigure: z.number().int(),
  daysWithout: z.number().int(),
  without: z.array(DaySpan).describe('The days without a figure: of these nothing was judged.'),
}).describe('The days asked for; from the first and to the last with a figure unless given.')

const Judged = z.object({
  source: z.string(),
  metric: z.string(),
  agg: Aggregation,
  state: z
    .enum(['judged', 'too-few'])
    .describe('too-few: no day could be judged, none is flagged.'),
  window: AskedWindow.nullable().describe('Null where no day was asked for and none has a figure.'),
  judgedDays: z.number().int().describe('With a figure and history enough.'),
  unjudgedDays: z.number().int().describe('With a figure, but too little history before it.'),
  has: z.number().int().nullable().describe('Of what there is too little.'),
  needs: z.number().int().nullable(),
  items: z.array(Found),
  total: z.number().int(),
})

const Asked = Span.extend({
  source_name: AskedName.optional().describe('Needed where several sources have the metric.'),
  metric: AskedName,
  agg: Aggregation.default('sum'),
  direction: z.enum(['both', 'high', 'low']).default('both'),
})

export const rollingAnomalies = route({
  method: 'GET',
  path: '/api/metrics/anomaly/rolling',
  summary: 'Days of a metric far from the mean of the days before, in their deviations.',
  tag: 'anomalies',
  access: 'read',
  isSplitBySite: true,
  query: Asked.extend({
    window: z.coerce.number().int().min(2).max(365).default(7),
    threshold: z.coerce.number().min(0.1).max(100).default(3),
    min_periods: z.coerce
      .number()
      .int()
      .min(2)
      .max(365)
      .optional()
      .describe('Known days the window must have; all of it unless given.'),
  }).refine(({ window, min_periods: fewest = 2 }) => fewest <= window, {
    path: ['min_periods'],
    error: 'more than the window',
  }),
  response: Judged,
})

export const robustAnomalies = route({
  method: 'GET',
  path: '/api/metrics/anomaly/robust',
  summary: 'Days of a metric far from its recent level and what their weekday adds to it.',
  tag: 'anomalies',
  access: 'read',
  isSplitBySite: true,
  query: Asked.extend({
    weeks: z.coerce.number().int().min(4).max(52).default(8),
    threshold: z.coerce.number().min(0.1).max(100).default(3.5),
    small_change: z.coerce
      .number()
      .min(0)
      .optional()
      .describe('In the unit of the metric; 2 unless given where all figures are whole.'),
    small_change_share: z.coerce
      .number()
      .min(0)
      .optional()
      .describe('Of what was expected; 0.02 unless given.'),
  }),
  response: Judged,
})

export const forestAnomalies = route({
  method: 'GET',
  path: '/api/metrics/anomaly/iforest',
  summary: 'Days of a metric that an Isolation Forest parts easily from the others.',
  tag: 'anomalies',
  access: 'read',
  isSplitBySite: true,
  query: Asked.extend({
    trees: z.coerce.number().int().min(100).max(200).default(200),
    samples: z.coerce.number().int().min(16).max(730).default(256),
    seed: z.coerce.number().int().min(0).max(2_147_483_647).default(1),
    threshold: z.coerce.number().min(0).max(1).optional(),
    contamination: z.coerce
      .number()
      .min(0.001)
      .max(0.5)
      .optional()
      .describe('In place of a threshold: the share of days to be flagged at most.'),
  }),
  response: Judged,
})

export const shapeAnomalies = route({
  method: 'GET',
  path: '/api/metrics/anomaly/shape',
  summary: 'Days from which on a metric has a shape that no earlier days come near to.',
  tag: 'anomalies',
  access: 'read',
  isSplitBySite: true,
  query: Asked.extend({
    length: z.coerce
      .number()
      .int()
      .min(4)
      .max(90)
      .default(7)
      .describe('Days of the sub-sequences that are compared.'),
    threshold: z.coerce.number().min(0.1).max(100).default(4),
  }),
  response: Judged,
})

const VerdictWord = z.enum(['expected', 'no-anomaly'])

export const listAnomalies = route({
  method: 'GET',
  path: '/api/anomalies',
  summary: 'What studies found odd in all metrics, newest first, and what people say of it.',
  tag: 'anomalies',
  access: 'read',
  isSplitBySite: true,
  query: Span.extend(Page.shape).extend({
    source_name: AskedName.optional(),
    metric: AskedName.optional(),
  }),
  response: listOf(
    Found.extend({
      source: z.string(),
      metric: z.string(),
      agg: Aggregation,
      foundAt: InstantText,
      verdict: VerdictWord.nullable(),
      verdictReason: z.string().nullable(),
      saidBy: z.string().nullable(),
    }),
  ),
})

export const listVerdicts = route({
  method: 'GET',
  path: '/api/anomalies/verdicts',
  summary:
    'What people say of days of metrics, the newest day first; what was taken back is left out.',
  tag: 'anomalies',
  access: 'read',
  isSplitBySite: true,
  query: Page.extend({ source_name: AskedName.optional(), metric: AskedName.optional() }),
  response: listOf(
    z.object({
      source: z.string(),
      metric: z.string(),
      day: DayText,
      verdict: VerdictWord,
      reason: z.string().nullable(),
      by: z.string(),
      at: InstantText,
    }),
  ),
})

export const sayVerdict = route({
  method: 'POST',
  path: '/api/anomalies/verdict',
  summary:
    'Says that a day of a metric is expected or no anomaly, or takes that back; it then leaves baselines.',
  tag: 'anomalies',
  access: 'analyse',
  body: z.object({
    source: AskedName.optional(),
    metric: AskedName,
    day: AskedDay,
    verdict: VerdictWord.nullable().describe('Null takes back what was said.'),
    reason: AskedText.nullable().default(null),
  }),
  response: z.object({
    run: z.number().int(),
    source: z.string(),
    metric: z.string(),
    day: DayText,
    verdict: VerdictWord.nullable(),
    reason: z.string().nullable(),
    by: z.string(),
  }),
})
