import type { Database } from '../../db/database.ts'
import * as q from './queries.ts'

/** Daily figures, wherever they come from: events, machines and findings. */
export function seriesStore({ db }: Database) {
  return {
    /** The metrics there are, of one source (null: of all), with the days they are known for. */
    async known(source: string | null): Promise<q.KnownMetric[]> {
      return (await q.knownMetrics(source).execute(db)).rows
    },

    /** The days of a metric over all sites, in order; a day without figures is left out. */
    async days(of: Parameters<typeof q.dailyFigures>[0]): Promise<q.DailyFigure[]> {
      return (await q.dailyFigures(of).execute(db)).rows
    },
  }
}
