import { sql } from 'kysely'
import type { Permission, Role } from '../../contract/permission.ts'

/** A token by which a program calls the API, as it is listed: without its secret. */
export interface ApiToken {
  readonly id: number
  readonly name: string
  /** Who made it, and whose permissions it never exceeds. */
  readonly person: string
  readonly permissions: readonly Permission[]
  readonly sites: readonly string[] | null
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

const columns = sql`
  t.id, t.name, p.name as person, t.permissions, t.sites, t.created_at as "createdAt",
  t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt", t.revoked_at as "revokedAt"`

/** Of one person (null: of all), newest first. */
export function apiTokens(personId: number | null) {
  return sql<ApiToken>`
    select ${columns}
    from api_token t
    join person p on p.id = t.person_id
    where ${personId}::bigint is null or t.person_id = ${personId}
    order by t.id desc`
}

export interface NewApiToken {
  readonly personId: number
  readonly name: string
  readonly permissions: readonly Permission[]
  readonly sites: readonly string[] | null
  readonly expiresAt: Date
}

export function insertApiToken(token: NewApiToken, tokenHash: Buffer, now: Date) {
  return sql<ApiToken>`
    with t as (
      insert into api_token (token_hash, person_id, name, permissions, sites, created_at, expires_at)
      values (${tokenHash}, ${token.personId}, ${token.name}, ${token.permissions}, ${token.sites},
        ${now}, ${token.expiresAt})
      returning *)
    select ${columns}
    from t
    join person p on p.id = t.person_id`
}

/** Whose token it is, and what that person may do now. */
export interface TokenStanding {
  readonly tokenId: number
  readonly tokenName: string
  readonly permissions: readonly Permission[]
  readonly sites: readonly string[] | null
  readonly personId: number
  readonly personName: string
  readonly role: Role
  readonly personSites: readonly string[] | null
}

/** Nothing for a token that is revoked or has expired, or of somebody who is disabled. */
export function tokenStanding(tokenHash: Buffer, now: Date) {
  return sql<TokenStanding>`
    select t.id as "tokenId", t.name as "tokenName", t.permissions, t.sites,
      p.id as "personId", p.name as "personName", p.role, p.sites as "personSites"
    from api_token t
    join person p on p.id = t.person_id
    where t.token_hash = ${tokenHash} and t.revoked_at is null and t.expires_at > ${now}
      and not p.is_disabled`
}

/** Written once a minute at most. */
export function touchApiToken(id: number, now: Date) {
  return sql`
    update api_token
    set last_used_at = ${now}
    where id = ${id}
      and (last_used_at is null or last_used_at < ${now}::timestamptz - interval '1 minute')`
}

/** Nothing where it was revoked before, or is somebody else's than `personId` (null: whosever it is). */
export function revokeApiToken(id: number, personId: number | null, now: Date) {
  return sql<{ name: string }>`
    update api_token
    set revoked_at = ${now}
    where id = ${id} and revoked_at is null
      and (${personId}::bigint is null or person_id = ${personId})
    returning name`
}
