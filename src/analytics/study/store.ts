import type { Database } from '../../db/database.ts'
import type { SeriesName } from '../figures/series-name.ts'
import * as a from './anomaly-queries.ts'
import type { PastStudy } from './kept-study.ts'
import * as q from './queries.ts'

/** What is to be kept of some studies. */
export interface NewStudies {
  readonly judged: readonly a.JudgedSeries[]
  readonly models: readonly q.NewModel[]
  readonly outlooks: readonly q.NewOutlook[]
  readonly folds: readonly q.NewFold[]
}

/** The model of a series as it is kept, with its folds. */
export type FoundModel = q.ShownModel & { readonly folds: readonly q.KeptFold[] }

/** The method by which every series is judged. */
const METHOD = 'seasonal-robust-z'

/** What was found odd in daily series, what people say of it, and what is expected of the days to come. */
export function studyStore(database: Database) {
  const { db } = database
  return {
    async past(names: readonly SeriesName[]): Promise<PastStudy[]> {
      const { rows } = await q.pastStudies(names).execute(db)
      return rows.map(({ model, parameters, errorScale, ...past }) => {
        return { ...past, kept: { model, parameters, errorScale } }
      })
    },

    /** Days that people spoke for, by day. */
    async verdicts(names: readonly SeriesName[]) {
      return (await a.standingVerdicts(names).execute(db)).rows
    },

    /** Keeps studies in the place of those before, all or nothing; tells how many anomalies are new. */
    keep({ judged, models, outlooks, folds }: NewStudies, by: q.KeptBy): Promise<number> {
      return database.transaction(async (transaction) => {
        await a.deleteOutdated(judged, METHOD).execute(transaction.db)
        const { rows } = await a.upsertAnomalies(judged, by).execute(transaction.db)
        await q.upsertModels(models, by).execute(transaction.db)
        await q.updateOutlooks(outlooks, by).execute(transaction.db)
        await q.deleteFolds(models).execute(transaction.db)
        await q.insertFolds(folds).execute(transaction.db)
        return rows.filter(({ isNew }) => isNew).length
      })
    },

    /** Anomalies, newest first, and how many there are in all. */
    async anomalies(asked: a.AskedAnomalies): Promise<{ items: a.KeptAnomaly[]; total: number }> {
      const items = (await a.keptAnomalies(asked).execute(db)).rows
      const total = (await a.countAnomalies(asked).execute(db)).rows[0]?.count ?? 0
      return { items, total }
    },

    /** What people say of days, as it stands: a part of it, and how much there is. */
    async said(
      asked: a.AskedVerdicts,
      page: { readonly limit: number; readonly offset: number },
    ): Promise<{ readonly items: a.SaidVerdict[]; readonly total: number }> {
      const items = (await a.saidVerdicts(asked, page).execute(db)).rows
      return { items, total: (await a.countVerdicts(asked).execute(db)).rows[0]?.count ?? 0 }
    },

    /** Keeps what a person says of a day in the place of what was said before. */
    say(verdict: a.NewVerdict, by: q.KeptBy): Promise<void> {
      return database.transaction(async (transaction) => {
        await a.withdrawVerdict(verdict, by.now).execute(transaction.db)
        await a.insertVerdict(verdict, by).execute(transaction.db)
      })
    },

    /** Takes back what was said of a day; false when nothing stood. */
    async withdraw(of: Omit<a.NewVerdict, 'verdict' | 'reason'>, now: Date): Promise<boolean> {
      const { numAffectedRows } = await a.withdrawVerdict(of, now).execute(db)
      return (numAffectedRows ?? 0n) > 0n
    },

    /** The model of a series with its folds; null where none is kept. */
    async find(name: SeriesName): Promise<FoundModel | null> {
      const [model] = (await q.modelOf(name).execute(db)).rows
      if (!model) return null
      const { id, ...shown } = model
      return { ...shown, folds: (await q.foldsOf(id).execute(db)).rows }
    },

    /** Models of some sources (null: of all), the least reliable first. */
    async models(sources: readonly string[] | null): Promise<q.ListedModel[]> {
      return (await q.listedModels(sources).execute(db)).rows
    },
  }
}
