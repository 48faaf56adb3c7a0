import { sql } from 'kysely'

/** Counts a try; nothing comes back where the subject is locked. Tries before `forgottenBefore` do not count. */
export function countTry(subject: Buffer, now: Date, forgottenBefore: Date) {
  return sql<{ tries: number }>`
    insert into sign_in_try as t (subject, tries, last_at)
    values (${subject}, 1, ${now})
    on conflict (subject) do update
    set tries = case when t.last_at < ${forgottenBefore} then 1 else t.tries + 1 end, last_at = ${now}
    where t.locked_until is null or t.locked_until <= ${now}
    returning tries`
}

export function lockUntil(subject: Buffer, until: Date) {
  return sql`update sign_in_try set locked_until = ${until} where subject = ${subject}`
}

export function lockedUntil(subject: Buffer) {
  return sql<{ until: Date | null }>`
    select locked_until as until from sign_in_try where subject = ${subject}`
}

export function deleteTries(subject: Buffer) {
  return sql`delete from sign_in_try where subject = ${subject}`
}

/** Takes back the last try, which turned out well. */
export function takeBackTry(subject: Buffer) {
  return sql`
    update sign_in_try
    set tries = greatest(tries - 1, 0), locked_until = null
    where subject = ${subject}`
}

export function deleteTriesBefore(instant: Date) {
  return sql`delete from sign_in_try where last_at < ${instant}`
}
