import type { Database } from '../../db/database.ts'
import { AppError } from '../../lib/errors.ts'
import * as q from './queries.ts'
import { siteOfSource } from './site-source.ts'

/** How many days were worked out anew, and what that changed; nothing when all was well. */
export interface Recomputed {
  readonly days: number
  readonly corrected: number
  readonly removed: number
}

/** Daily figures, wherever they come from: events, machines and findings. */
export function seriesStore({ db, transaction }: Pick<Database, 'db' | 'transaction'>) {
  return {
    async sources(): Promise<q.KnownSource[]> {
      return (await q.knownSources().execute(db)).rows
    },

    /** Throws `source.not-found`. */
    async assertSource(source: string): Promise<void> {
      const site = siteOfSource(source)
      if (site !== null && (await q.isFiguredPlace(site).execute(db)).rows[0]?.isFigured) return
      const names = (await q.sourceNames().execute(db)).rows.map(({ name }) => name)
      if (names.includes(source)) return
      throw new AppError('source.not-found', { source, known: names.slice(0, MOST_NAMED) })
    },

    /** Works days of events out anew, all or nothing; no events may come in meanwhile. */
    recompute(days: q.RecomputedDays): Promise<Recomputed> {
      return transaction(async ({ db: within }) => {
        const { numAffectedRows } = await q.deleteEventless(days).execute(within)
        const [counted] = (await q.recomputeDays(days).execute(within)).rows
        if (!counted) throw new Error('nothing was counted')
        return { ...counted, removed: Number(numAffectedRows ?? 0n) }
      })
    },

    /** The places there may be figures of, in order of their names. */
    async places(): Promise<string[]> {
      return (await q.figuredPlaces().execute(db)).rows.map(({ place }) => place)
    },

    /** The metrics there are, with the days they are known for. */
    async known(listed: q.ListedMetrics): Promise<q.KnownMetric[]> {
      return (await q.knownMetrics(listed).execute(db)).rows
    },

    /** The days of metrics; a day without figures is left out, as is a metric without days. */
    async days(asked: q.AskedFigures): Promise<q.MetricDays[]> {
      const { rows } = await q.dailyFigures(asked).execute(db)
      const found: { source: string; metric: string; days: q.DailyFigure[] }[] = []
      for (const { source, metric, ...day } of rows) {
        const last = found.at(-1)
        if (last?.source === source && last.metric === metric) last.days.push(day)
        else found.push({ source, metric, days: [day] })
      }
      return found
    },
  }
}

const MOST_NAMED = 10
