import { sql } from 'kysely'
import type { Database } from '../../db/database.ts'
import type { Transaction } from '../../db/transaction.ts'
import { sha256 } from '../secret/sha256.ts'
import {
  type AuditEntry,
  type AuditNews,
  type BrokenChain,
  breakAt,
  type ChainHead,
  chainedText,
} from './chain.ts'
import * as q from './queries.ts'

const BATCH = 1000
const EMPTY: ChainHead = { n: 0, hash: Buffer.alloc(0) }

/** What a walk along the whole trail found. */
export interface AuditVerification {
  /** The last entry that follows on those before it. */
  readonly head: ChainHead
  readonly broken: BrokenChain | null
}

/** Adds an entry in the transaction of what it tells of, so that there is neither without the other. */
export async function addAuditEntry(
  { db }: Pick<Transaction, 'db'>,
  news: AuditNews,
  at: Date,
): Promise<void> {
  const [last] = (await q.lockedHead().execute(db)).rows
  if (!last) throw new Error('the audit trail has no head')
  const entry: AuditEntry = { ...news, n: last.n + 1, at }
  const hash = sha256(chainedText(last.hash, entry))
  await q.insertEntry({ ...entry, previousHash: last.hash, hash }).execute(db)
}

/** The trail of who did what. */
export function auditStore(database: Pick<Database, 'db' | 'transaction'>) {
  const { db } = database
  return {
    /** Adds what has no transaction of its own. */
    add: (news: AuditNews, at: Date): Promise<void> =>
      database.transaction((transaction) => addAuditEntry(transaction, news, at)),

    /** Newest first, and how many there are. */
    async recent(asked: q.AskedEntries): Promise<{ items: AuditEntry[]; total: number }> {
      const { rows } = await q.recentEntries(asked).execute(db)
      return {
        items: rows,
        total: (await q.countEntries(asked).execute(db)).rows[0]?.count ?? 0,
      }
    },

    /** Entries after `n` in their order, at most `limit`. */
    async after(
      filter: q.AuditFilter,
      part: { readonly after: number; readonly limit: number },
    ): Promise<AuditEntry[]> {
      return (await q.filteredEntriesAfter(filter, part).execute(db)).rows
    },

    /** Walks the trail from its first entry and stops where it breaks; `known` is an end that was noted elsewhere. */
    verify: (known: ChainHead | null = null): Promise<AuditVerification> =>
      database.transaction(async (transaction) => {
        // the entries and the head as they stood at one instant, whatever is added meanwhile
        await sql`set transaction isolation level repeatable read read only`.execute(transaction.db)
        return walk(transaction, known)
      }),
  }
}

async function walk(
  { db }: Pick<Transaction, 'db'>,
  known: ChainHead | null,
): Promise<AuditVerification> {
  const [end = EMPTY] = (await q.head().execute(db)).rows
  let head = EMPTY
  for await (const entry of entries(db)) {
    const broken = breakAt(head, entry, sha256)
    if (broken) return { head, broken }
    head = { n: entry.n, hash: entry.hash }
    if (head.n > end.n) return { head, broken: { n: head.n, problem: 'out-of-chain' } }
    if (known?.n === head.n && !known.hash.equals(head.hash)) {
      return { head, broken: { n: head.n, problem: 'altered' } }
    }
  }
  if (head.n < Math.max(end.n, known?.n ?? 0)) {
    return { head, broken: { n: head.n + 1, problem: 'missing' } }
  }
  return { head, broken: head.hash.equals(end.hash) ? null : { n: head.n, problem: 'altered' } }
}

async function* entries(db: Transaction['db']) {
  let after = 0
  for (;;) {
    const { rows } = await q.entriesAfter(after, BATCH).execute(db)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < BATCH) return
    after = last.n
  }
}
