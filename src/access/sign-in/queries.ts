import { sql } from 'kysely'
import type { Role } from '../../contract/permission.ts'

/** Why a sign-in ended before its time. */
export type SignInEnd =
  | 'signed-out'
  | 'token-reused'
  | 'password-changed'
  | 'disabled'
  | 'by-administrator'

/** Whose sign-in it is, and what that person may do now. */
export interface Standing {
  readonly signInId: number
  readonly personId: number
  readonly name: string
  readonly role: Role
  readonly sites: readonly string[] | null
  readonly mustChangePassword: boolean
}

/** Nothing for a sign-in that is over, or of somebody who is disabled. */
export function standing(signInId: number, now: Date) {
  return sql<Standing>`
    select s.id as "signInId", p.id as "personId", p.name, p.role, p.sites,
      p.one_time_until is not null as "mustChangePassword"
    from sign_in s
    join person p on p.id = s.person_id
    where s.id = ${signInId} and s.ended_at is null and s.ends_at > ${now} and not p.is_disabled`
}

export function insertSignIn(personId: number, now: Date, endsAt: Date) {
  return sql<{ id: number }>`
    insert into sign_in (person_id, started_at, ends_at)
    values (${personId}, ${now}, ${endsAt})
    returning id`
}

export function insertRefreshToken(tokenHash: Buffer, signInId: number, expiresAt: Date) {
  return sql<{ expiresAt: Date }>`
    insert into refresh_token (token_hash, sign_in_id, expires_at)
    select ${tokenHash}, id, least(${expiresAt}::timestamptz, ends_at)
    from sign_in
    where id = ${signInId}
    returning expires_at as "expiresAt"`
}

/** Uses a token; nothing where it is unknown, was used or has expired. */
export function useRefreshToken(tokenHash: Buffer, now: Date) {
  return sql<{ signInId: number }>`
    update refresh_token
    set used_at = ${now}
    where token_hash = ${tokenHash} and used_at is null and expires_at > ${now}
    returning sign_in_id as "signInId"`
}

/** The sign-in a token belongs to, and whether it was used. */
export function refreshToken(tokenHash: Buffer) {
  return sql<{ signInId: number; name: string; isUsed: boolean }>`
    select r.sign_in_id as "signInId", p.name, r.used_at is not null as "isUsed"
    from refresh_token r
    join sign_in s on s.id = r.sign_in_id
    join person p on p.id = s.person_id
    where r.token_hash = ${tokenHash}`
}

/** Nothing where it had ended. */
export function endSignIn(id: number, because: SignInEnd, now: Date) {
  return sql<{ personId: number }>`
    update sign_in
    set ended_at = ${now}, ended_because = ${because}
    where id = ${id} and ended_at is null
    returning person_id as "personId"`
}

export function endSignIns(personId: number, because: SignInEnd, now: Date) {
  return sql`
    update sign_in
    set ended_at = ${now}, ended_because = ${because}
    where person_id = ${personId} and ended_at is null`
}

export function deleteSignInsBefore(instant: Date) {
  return sql`delete from sign_in where ends_at < ${instant}`
}
