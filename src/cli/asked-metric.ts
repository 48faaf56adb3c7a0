import { AGGREGATES, type Aggregate, type SeriesName } from '../analytics/figures/series-name.ts'
import type { App } from '../app.ts'
import { knownMetric } from '../jobs/analytics/known-metric.ts'
import { STUDIED_AGGREGATE } from '../jobs/analytics/study-look.ts'
import type { Call, CommandOption } from './command.ts'

export const SOURCE_OPTION: CommandOption = {
  flags: '--source <name>',
  means: {
    en: 'of this source; muster is its own, "muster:SITE" its own at one site',
    es: 'de esta fuente; muster es la propia, «muster:SITIO» la propia en un sitio',
  },
}

/** By which figure of a day a metric is looked at. */
export const AGGREGATE_OPTION: CommandOption = {
  flags: '--agg <figure>',
  means: {
    en: 'by which figure of a day; sum when left out',
    es: 'según qué cifra del día; sum (suma) si falta',
  },
  choices: AGGREGATES,
}

/** The series a person means. Throws `metric.not-found`, `metric.ambiguous`. */
export async function askedSeries(
  { database }: Pick<App, 'database'>,
  metric: string,
  { option }: Pick<Call, 'option'>,
): Promise<SeriesName> {
  const known = await knownMetric(database, { metric, source: option('source') })
  return { source: known.source, metric, aggregate: askedAggregate(option('agg')) }
}

function askedAggregate(text: string | null): Aggregate {
  return AGGREGATES.find((each) => each === text) ?? STUDIED_AGGREGATE
}
