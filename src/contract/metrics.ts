import { z } from 'zod'
import { AskedDay, AskedName } from './asked.ts'
import { DayText, listOf, Page } from './listing.ts'
import { route } from './route.ts'
import { StartedRun } from './runs.ts'

/** The figures of a day by which a metric can be asked for. */
export const Aggregation = z.enum(['sum', 'avg', 'count', 'min', 'max', 'distinct'])

export type Aggregation = z.output<typeof Aggregation>

/** The days of a span, both included; from the first and to the last where nobody says. */
export const Span = z.object({ start_date: AskedDay.optional(), end_date: AskedDay.optional() })

export const listMetricNames = route({
  method: 'GET',
  path: '/api/metrics/names',
  summary: 'The metrics there are, with the days they are known for.',
  tag: 'metrics',
  access: 'read',
  isSplitBySite: true,
  query: Page.extend({
    source_name: AskedName.optional().describe('`muster:SITE` for the figures of one site.'),
    by_site: z
      .enum(['true', 'false'])
      .default('false')
      .describe('Lists the figures of each site by itself in the place of all else.'),
  }),
  response: listOf(
    z.object({
      source: z.string(),
      metric: z.string(),
      days: z.number().int(),
      first: DayText,
      last: DayText,
    }),
  ),
})

export const dailyMetric = route({
  method: 'GET',
  path: '/api/metrics/daily',
  summary: 'One figure of a metric, day by day; a day without events is left out.',
  tag: 'metrics',
  access: 'read',
  isSplitBySite: true,
  query: Span.extend({
    source_name: AskedName,
    metric: AskedName,
    agg: Aggregation.default('sum'),
  }),
  response: z.object({
    source: z.string(),
    metric: z.string(),
    agg: Aggregation,
    items: z.array(
      z.object({
        day: DayText,
        value: z.number().describe('To fifteen digits.'),
        exact: z.string().describe('The same in full.'),
      }),
    ),
    total: z.number().int(),
  }),
})

export const exportMetrics = route({
  method: 'GET',
  path: '/api/metrics/export.csv',
  summary: 'Every figure of the metrics of a source, or of one, day by day as CSV.',
  tag: 'metrics',
  access: 'read',
  isSplitBySite: true,
  query: Span.extend({ source_name: AskedName.optional(), metric: AskedName.optional() }),
  response: z.string(),
  produces: ['text/csv'],
})

export const recomputeMetrics = route({
  method: 'POST',
  path: '/api/kpi/run',
  summary: 'Works daily figures out anew from the events; goes on as a run.',
  tag: 'metrics',
  access: 'analyse',
  query: Span.extend({ source_name: AskedName.optional() }),
  response: StartedRun,
  status: 202,
})
