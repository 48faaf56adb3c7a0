import type { Database } from '../../db/database.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../lib/day.ts'
import * as q from './queries.ts'
import type { StandingRecord } from './site-evidence.ts'

/** Organisations as their vendors name them, and the sites they are. */
export function siteStore(database: Database) {
  const { db } = database
  return {
    /** Notes the organisations of a day; each begins at no site. */
    keepOrganisations(day: Day): Promise<void> {
      return database.transaction(async (transaction) => {
        await q.keepOrganisations(day).execute(transaction.db)
        await q.beginUnmapped().execute(transaction.db)
        await q.beginAliasesEarlier().execute(transaction.db)
      })
    },

    async placed(day: Day): Promise<q.PlacedOrganisation[]> {
      return (await q.placedOrganisations(day).execute(db)).rows
    },

    async sites(): Promise<{ id: number; name: string }[]> {
      return (await q.sites().execute(db)).rows
    },

    async findByName(name: string): Promise<{ id: number; name: string } | null> {
      return (await q.siteByName(name).execute(db)).rows[0] ?? null
    },

    async standingRecords(day: Day): Promise<StandingRecord[]> {
      return (await q.standingRecords(day).execute(db)).rows
    },

    /**
     * Takes back what people said of an organisation from a day on: from then it is at no site until
     * the rules speak. Gives what was taken back, the earliest first; changes nothing where that is none.
     */
    forget(word: Forgetting): Promise<q.SaidAlias[]> {
      return database.transaction((transaction) => forgetOne(transaction, word))
    },

    /**
     * Places organisations, making the sites that are named and not there yet. Without a person
     * behind it a placement only fills the time in which the organisation was at no site.
     */
    place(placements: readonly Placement[], today: Day): Promise<void> {
      return database.transaction(async (transaction) => {
        for (const placement of placements) await placeOne(transaction, placement, today)
      })
    },
  }
}

/** Who takes back what was said of an organisation, from which day on, and why. */
export interface Forgetting extends Pick<q.NewAlias, 'source' | 'key' | 'from' | 'reason'> {
  readonly by: string
}

/** The days before stay as they are; what was taken back stays beside the days it no longer holds of. */
async function forgetOne({ db }: Transaction, word: Forgetting): Promise<q.SaidAlias[]> {
  const { source, key, from, by, reason } = word
  const { rows: said } = await q.saidFrom(word).execute(db)
  if (said.length === 0) return said
  await q.endAliases(word).execute(db)
  const evidence = { takenBack: { by, reason, said } }
  const unmapped = { siteId: null, rule: 'unmapped', decidedBy: null, reason: null } as const
  await q.insertAlias({ source, key, from, ...unmapped, evidence }).execute(db)
  return said
}

/** Where an organisation is from a day on; `site` by its name, null for none. */
export interface Placement extends Omit<q.NewAlias, 'siteId'> {
  readonly site: string | null
}

async function placeOne(
  { db }: Transaction,
  { site, ...alias }: Placement,
  today: Day,
): Promise<void> {
  const siteId =
    site === null ? null : ((await q.insertSite(site, today).execute(db)).rows[0]?.id ?? null)
  if (alias.decidedBy === null) {
    await q.placeUnmapped({ ...alias, siteId }).execute(db)
    return
  }
  await q.endAliases(alias).execute(db)
  await q.insertAlias({ ...alias, siteId }).execute(db)
}

export type SiteStore = ReturnType<typeof siteStore>
