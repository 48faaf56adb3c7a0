import type { Database } from '../../db/database.ts'
import type { DailySeries } from '../series.ts'
import * as q from './queries.ts'
import type { SeriesName } from './series-name.ts'

/** A series with its name. */
export interface NamedSeries extends SeriesName {
  readonly series: DailySeries
}

/** Daily figures as series, wherever they come from. */
export function figureStore({ db }: Database) {
  return {
    /** Those that have a day at least, in the order asked for. */
    async series(asked: q.AskedSeries): Promise<NamedSeries[]> {
      const { rows } = await q.seriesRows(asked).execute(db)
      const { aggregate } = asked
      return rows.map(({ source, metric, ...row }) => {
        return { source, metric, aggregate, series: seriesOf(row) }
      })
    },
  }
}

function seriesOf({ first, places, figures }: Omit<q.SeriesRow, 'source' | 'metric'>): DailySeries {
  const values = Array.from<number | null>({ length: (places.at(-1) ?? -1) + 1 }).fill(null)
  for (const [at, place] of places.entries()) values[place] = figures[at] ?? null
  return { first, values }
}
