import type { Database } from '../../db/database.ts'
import { readOnly } from '../../db/read-only.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../lib/day.ts'
import { type StandingDecision, standingDecisions } from '../link/queries.ts'
import { type SourceStanding, sourceStandings } from '../machine/queries.ts'
import { type PlacedOrganisation, placedOrganisations, sites } from '../site/queries.ts'
import type { KeptBookRow, KeptRecord } from './kept-record.ts'
import * as q from './queries.ts'

/** All that is kept of a day and that rules look at, as of one moment. */
export interface KeptDay {
  readonly day: Day
  /** Of machines, by id. */
  readonly records: readonly KeptRecord[]
  readonly sites: readonly { readonly id: number; readonly name: string }[]
  readonly organisations: readonly PlacedOrganisation[]
  /** What people said of two records, of whatever day. */
  readonly decisions: readonly StandingDecision[]
  /** Every source of machines. */
  readonly standings: readonly SourceStanding[]
  readonly books: KeptBooks
}

/** OCS and the workbooks as kept of a day. */
export interface KeptBooks {
  readonly rows: readonly KeptBookRow[]
  readonly standings: readonly q.BookStanding[]
}

export function keptDayStore(database: Pick<Database, 'transaction'>) {
  return {
    /** Reads a day whole, the rows of the named books too; nothing can be written meanwhile. */
    read(day: Day, books: readonly string[]): Promise<KeptDay> {
      return readOnly(database, async (transaction) => {
        const { db } = transaction
        return {
          day,
          records: await recordsIn(transaction, day),
          sites: (await sites().execute(db)).rows,
          organisations: (await placedOrganisations(day).execute(db)).rows,
          decisions: (await standingDecisions().execute(db)).rows,
          standings: (await sourceStandings(day).execute(db)).rows,
          books: {
            rows: (await q.bookRowsOn(day, books).execute(db)).rows.map(bookRowOf),
            standings: (await q.bookStandings(day, books).execute(db)).rows,
          },
        }
      })
    },
  }
}

const ROWS_AT_ONCE = 10_000

async function recordsIn({ db }: Transaction, day: Day): Promise<KeptRecord[]> {
  await q.declareKeptRows(day).execute(db)
  const records: KeptRecord[] = []
  for (;;) {
    const { rows } = await q.nextKeptRows(ROWS_AT_ONCE).execute(db)
    if (rows.length === 0) return records
    for (const row of rows) records.push(recordOf(row))
  }
}

function recordOf(row: q.KeptRow): KeptRecord {
  const { organisationKey, organisationName, locationKey, locationName, heard, ...rest } = row
  const { class: kind, isSpare, isBillable, ...said } = rest
  return {
    ...said,
    organisation: named(organisationKey, organisationName),
    location: named(locationKey, locationName),
    lastContact: heard === null ? null : new Date(heard),
    made: { class: kind, isSpare, isBillable },
  }
}

function bookRowOf({ locationKey, locationName, heard, ...said }: q.BookRow): KeptBookRow {
  return {
    ...said,
    location: named(locationKey, locationName),
    lastContact: heard === null ? null : new Date(heard),
  }
}

function named(
  key: string | null,
  name: string | null,
): { key: string; name: string | null } | null {
  return key === null ? null : { key, name }
}
