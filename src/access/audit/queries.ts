import { sql } from 'kysely'
import type { AuditEntry, ChainedEntry, ChainHead } from './chain.ts'

const columns = sql`
  n, at, actor, action, about, details`

/** The last entry, kept from moving until the transaction ends. */
export function lockedHead() {
  return sql<ChainHead>`select n, hash from audit_head for update`
}

export function head() {
  return sql<ChainHead>`select n, hash from audit_head`
}

/** Adds an entry and makes it the last. */
export function insertEntry(entry: ChainedEntry) {
  const { n, at, actor, action, about, details, previousHash, hash } = entry
  return sql`
    with added as (
      insert into audit_entry (n, at, actor, action, about, details, previous_hash, hash)
      values (${n}, ${at}, ${actor}, ${action}, ${about}, ${JSON.stringify(details)}::jsonb,
        ${previousHash}, ${hash})
      returning n, hash)
    update audit_head
    set n = added.n, hash = added.hash
    from added`
}

/** Entries after `n` in their order, at most `limit`. */
export function entriesAfter(n: number, limit: number) {
  return sql<ChainedEntry>`
    select ${columns}, previous_hash as "previousHash", hash
    from audit_entry
    where n > ${n}
    order by n
    limit ${limit}`
}

/** Which entries are asked for. */
export interface AuditFilter {
  /** Null for every action; `sign-in` for all that begin with `sign-in.` */
  readonly area: string | null
  /** Part of who did it, of what, or of what it was done to; absent for any. */
  readonly text?: string
}

/** Which part of them is asked for, newest first. */
export interface AskedEntries extends AuditFilter {
  readonly limit: number
  readonly offset: number
}

/** Entries after `n` in their order, at most `limit`. */
export function filteredEntriesAfter(
  filter: AuditFilter,
  { after, limit }: { after: number; limit: number },
) {
  return sql<AuditEntry>`
    select ${columns}
    from audit_entry
    where n > ${after} and ${isAsked(filter)}
    order by n
    limit ${limit}`
}

export function recentEntries({ limit, offset, ...filter }: AskedEntries) {
  return sql<AuditEntry>`
    select ${columns}
    from audit_entry
    where ${isAsked(filter)}
    order by n desc
    limit ${limit} offset ${offset}`
}

export function countEntries(filter: AuditFilter) {
  return sql<{ count: number }>`select count(*) as count from audit_entry where ${isAsked(filter)}`
}

function isAsked({ area, text = '' }: AuditFilter) {
  const isOfArea = area === null ? sql`true` : sql`starts_with(action, ${area}::text || '.')`
  const hasText =
    text === ''
      ? sql`true`
      : sql`strpos(lower(concat_ws(' ', actor, action, about)), lower(${text}::text)) > 0`
  return sql`${isOfArea} and ${hasText}`
}
