import { sql } from 'kysely'
import type { Role } from '../../contract/permission.ts'

/** What somebody is invited to. */
export interface NewInvitation {
  readonly name: string
  readonly role: Role
  readonly sites: readonly string[] | null
}

export interface Invitation extends NewInvitation {
  readonly id: number
  readonly invitedBy: string
  readonly createdAt: Date
  readonly expiresAt: Date
}

const columns = sql`
  id, name, role, sites, invited_by as "invitedBy", created_at as "createdAt",
  expires_at as "expiresAt"`

export function insertInvitation(
  { name, role, sites }: NewInvitation,
  made: { tokenHash: Buffer; by: string; at: Date; expiresAt: Date },
) {
  return sql<Invitation>`
    insert into invitation (token_hash, name, role, sites, invited_by, created_at, expires_at)
    values (${made.tokenHash}, ${name}, ${role}, ${sites}, ${made.by}, ${made.at},
      ${made.expiresAt})
    returning ${columns}`
}

/** Those that can still be used. */
export function openInvitations(now: Date) {
  return sql<Invitation>`
    select ${columns}
    from invitation
    where closed_at is null and expires_at > ${now}
    order by id desc`
}

/** Uses the invitation of a token; nothing where it was used, taken back or has expired. */
export function useInvitation(tokenHash: Buffer, now: Date) {
  return sql<Invitation>`
    update invitation
    set closed_at = ${now}
    where token_hash = ${tokenHash} and closed_at is null and expires_at > ${now}
    returning ${columns}`
}

export function closeInvitation(id: number, now: Date) {
  return sql<Invitation>`
    update invitation
    set closed_at = ${now}
    where id = ${id} and closed_at is null
    returning ${columns}`
}
