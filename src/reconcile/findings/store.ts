import { copyRows } from '../../db/copy.ts'
import type { Database } from '../../db/database.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../lib/day.ts'
import * as a from './ageing-queries.ts'
import type { FindingState, Word } from './life-cycle.ts'
import * as l from './list-queries.ts'
import type { FindingShift, NewLook } from './look.ts'
import * as k from './look-queries.ts'
import * as p from './plan-queries.ts'
import * as w from './word-queries.ts'

/** The disagreements: what looks at the sources make of them, and what people say. */
export function findingStore(database: Database) {
  return { ...looks(database), ...words(database), ...lists(database), ...besidePlans(database) }
}

export type FindingStore = ReturnType<typeof findingStore>

function looks(database: Database) {
  return {
    /** Makes the findings of what was looked at those that were seen, all or nothing. */
    look(look: NewLook): Promise<void> {
      return database.transaction((transaction) => keepLook(transaction, look))
    },

    /** Tells which findings are looked at no more, given all that is looked at. */
    async tellDormant(
      looks: readonly { readonly check: string; readonly scope: string }[],
    ): Promise<void> {
      await k.tellDormant(looks).execute(database.db)
    },

    /** The newest day each check looked at each scope, by `check scope`. */
    async newestDays(): Promise<ReadonlyMap<string, Day>> {
      const { rows } = await k.newestLook().execute(database.db)
      return new Map(rows.map(({ check, scope, day }) => [`${check} ${scope}`, day]))
    },

    async latestLooks(): Promise<l.LatestLook[]> {
      return (await l.latestLooks().execute(database.db)).rows
    },
  }
}

/** Findings that came or went at once, from which what the planner knew of them is out of date. */
const MANY = 500

/** As `look`, within a transaction that keeps other things as well. */
export async function keepLook(transaction: Transaction, look: NewLook): Promise<void> {
  const { db, client } = transaction
  await k.lockFindings().execute(db)
  await k.createLookStage().execute(db)
  await k.createScopeStage().execute(db)
  await copyRows(client, LOOKED, lookedRows(look))
  await copyRows(client, SEEN, seenRows(look.seen))
  await client.query('analyze seen, looked')
  await k.lapseAccepted(look).execute(db)
  const gone = await k.verifyGone(look).execute(db)
  await k.returnSeen(look).execute(db)
  await k.reopenUnfixed(look).execute(db)
  await k.refreshSeen().execute(db)
  const opened = await k.openNew(look).execute(db)
  await k.insertLooks(look, look.looks).execute(db)
  const moved = Number(gone.numAffectedRows ?? 0) + Number(opened.numAffectedRows ?? 0)
  if (moved > MANY) await client.query('analyze finding, finding_event') // before they are counted
  await k.clearDay(look.day).execute(db)
  await k.countDay(look.day).execute(db)
  await client.query('drop table seen, looked')
}

const LOOKED = { table: 'looked', columns: ['check_code', 'scope', 'as_of'] }

function* lookedRows({ looks }: NewLook) {
  for (const { check, scope, asOf } of looks) if (asOf !== null) yield [check, scope, asOf]
}

const SEEN = {
  table: 'seen',
  columns: [
    ...['check_code', 'scope', 'subject', 'severity', 'name', 'evidence', 'site_id', 'building'],
    'municipality',
  ],
}

async function* seenRows(seen: NewLook['seen']) {
  for await (const { check, scope, subject, severity, name, evidence, siteId, ...place } of seen) {
    yield [
      ...[check, scope, subject, severity, name, evidence, siteId],
      ...[place.building, place.municipality],
    ]
  }
}

/** What came of a word on some findings. */
export interface Said {
  readonly said: readonly number[]
  /** Those it could not be said of, and where they stand. */
  readonly refused: readonly { readonly id: number; readonly state: FindingState }[]
  /** Ids that no finding has. */
  readonly unknown: readonly number[]
}

function words({ db }: Database) {
  return {
    async say(ids: readonly number[], word: Word, saying: w.Saying): Promise<Said> {
      const { rows } = await w.sayOf(ids, word, saying).execute(db)
      const said = new Set(rows.map(({ id }) => id))
      const others = ids.filter((id) => !said.has(id))
      const refused = others.length === 0 ? [] : (await w.statesOf(others).execute(db)).rows
      const known = new Set(refused.map(({ id }) => id))
      return { said: [...said], refused, unknown: others.filter((id) => !known.has(id)) }
    },

    /** Where some findings stand; those that are not there are left out. */
    async states(ids: readonly number[]): Promise<Said['refused']> {
      return (await w.statesOf(ids).execute(db)).rows
    },
  }
}

function lists({ db }: Database) {
  return {
    /** Findings as of today, and how many there are in all. */
    async list(
      filter: l.FindingFilter,
      page: l.FindingPage,
      today: Day,
    ): Promise<{ items: l.ListedFinding[]; total: number }> {
      const items = (await l.listedFindings(filter, page, today).execute(db)).rows
      return {
        items,
        total: (await l.countFindings(filter, today).execute(db)).rows[0]?.count ?? 0,
      }
    },

    /** The next findings by their numbers, the first after 0. */
    async listAfter(
      filter: l.FindingFilter,
      next: l.FindingsAfter,
      today: Day,
    ): Promise<l.ListedFinding[]> {
      return (await l.findingsAfter(filter, next, today).execute(db)).rows
    },

    async byCheck(filter: l.FindingFilter, today: Day) {
      return (await l.findingsByCheck(filter, today).execute(db)).rows
    },

    async byAge(filter: l.FindingFilter, fromDays: readonly number[], today: Day) {
      return (await l.findingsByAge(filter, fromDays, today).execute(db)).rows
    },

    async ids(filter: l.FindingFilter, today: Day): Promise<number[]> {
      return (await l.findingIds(filter, today).execute(db)).rows.map(({ id }) => id)
    },

    /** The life of a finding, oldest first; nothing for one that is not there. */
    async events(id: number): Promise<l.FindingEvent[]> {
      return (await l.eventsOf(id).execute(db)).rows
    },

    /** Where disagreements were ever seen, beside the sites. */
    async places(): Promise<a.SeenPlace[]> {
      return (await a.seenPlaces().execute(db)).rows
    },

    async standingScopes(): Promise<{ check: string; scope: string }[]> {
      return (await l.standingScopes().execute(db)).rows
    },

    async owners(): Promise<string[]> {
      return (await l.findingOwners().execute(db)).rows.map(({ owner }) => owner)
    },

    /** The daily figures from one day to another. */
    async days(span: a.DaySpan): Promise<a.FindingDayRow[]> {
      return (await a.findingDays(span).execute(db)).rows
    },

    /** Which checks looked on which of these days: the others have no figures, not even zero. */
    async lookedDays(span: a.DaySpan): Promise<a.LookedDay[]> {
      return (await a.lookedDays(span).execute(db)).rows
    },
  }
}

function besidePlans({ db }: Database) {
  return {
    /** What came and went by the look of a plan, or by a run's looks that no plan was made for. */
    async shiftsBy(by: p.LookedBy): Promise<FindingShift[]> {
      return (await p.findingShifts(by).execute(db)).rows
    },

    /** The disagreements that stood when the plan was made, and those it saw no more. */
    async aroundPlan(planId: number): Promise<{ open: p.PlanFinding[]; closed: p.PlanFinding[] }> {
      const open = (await p.findingsAt(planId).execute(db)).rows
      return { open, closed: (await p.findingsClosedBy(planId).execute(db)).rows }
    },
  }
}
