import type { Database } from '../../db/database.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../lib/day.ts'
import { countedFor } from '../count/queries.ts'
import type { BridgedDays } from './all-bridges.ts'
import { coursesOf } from './courses.ts'
import type { MachineCourse } from './queries.ts'
import * as q from './queries.ts'

/** Two days compared: the bridges' grounds, and machines that differ. */
export interface Comparison extends BridgedDays {
  readonly courses: readonly MachineCourse[]
  /** How many machines differ, be they among `courses` or not. */
  readonly total: number
}

export function compareStore(database: Database) {
  return {
    /** Every machine that differs. */
    between(span: q.Span): Promise<Comparison> {
      return reading(database, async (transaction) => {
        const bridged = await bridgedDays(transaction, span, NO_PAGE)
        const courses = coursesOf((await q.statesBetween(span).execute(transaction.db)).rows)
        return { ...bridged, courses, total: courses.length }
      })
    },

    /** The same, with a page of the machines that differ. */
    page(span: q.Span, page: q.ComparedPage): Promise<Comparison> {
      return reading(database, (transaction) => bridgedDays(transaction, span, page))
    },
  }
}

const NO_PAGE: q.ComparedPage = { site: undefined, limit: 0, offset: 0 }

/** Reads both days and all between as of one moment, whatever is collected meanwhile. */
function reading<T>(
  database: Database,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return database.transaction(async (transaction) => {
    await transaction.client.query('set transaction isolation level repeatable read, read only')
    await transaction.client.query("set local work_mem = '64MB'")
    return work(transaction)
  })
}

async function bridgedDays(
  transaction: Transaction,
  span: q.Span,
  page: q.ComparedPage,
): Promise<Comparison> {
  const before = await kindCounts(transaction, span.first)
  const after = await kindCounts(transaction, span.last)
  const [compared] = (await q.comparedBetween(span, page).execute(transaction.db)).rows
  const { flows = [], total = 0, states = [] } = compared ?? {}
  return { before, after, flows, courses: coursesOf(states), total, span }
}

/** As the day was counted, where nothing was said of it since; counted now otherwise. */
async function kindCounts({ db }: Transaction, day: Day): Promise<q.KindCount[]> {
  const [counted] = (await countedFor(day).execute(db)).rows
  const counts = counted ? q.kindCountsKept(counted.day) : q.kindCountsOn(day)
  return (await counts.execute(db)).rows
}
