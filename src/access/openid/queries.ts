import { sql } from 'kysely'
import type { Person } from '../people/queries.ts'

/** Why somebody a provider vouches for is a person here. */
export type LinkedBecause = 'created' | 'by-email' | 'by-administrator'

/** Somebody as a provider knows them. */
export interface Subject {
  readonly issuer: string
  readonly subject: string
}

/** A subject and the person it is. */
export interface OpenIdLink extends Subject {
  readonly linkedBecause: LinkedBecause
  readonly linkedAt: Date
  readonly lastUsedAt: Date | null
}

const person = sql`
  p.id, p.name, p.role, p.sites, p.one_time_until as "oneTimeUntil",
  p.is_disabled as "isDisabled", p.created_at as "createdAt"`

export function linkedPerson({ issuer, subject }: Subject) {
  return sql<Person>`
    select ${person}
    from openid_link l
    join person p on p.id = l.person_id
    where l.issuer = ${issuer} and l.subject = ${subject}`
}

/** Who goes by a name, and whether the issuer vouches for somebody as them already. */
export function namedPerson(name: string, issuer: string) {
  return sql<Person & { isLinked: boolean }>`
    select ${person},
      exists (
        select from openid_link l
        where l.person_id = p.id and l.issuer = ${issuer}) as "isLinked"
    from person p
    where p.name = ${name}`
}

/** Nothing where the subject, or the person at that issuer, is linked already. */
export function insertLink(
  { issuer, subject }: Subject,
  personId: number,
  made: {
    readonly because: LinkedBecause
    readonly at: Date
  },
) {
  return sql<{ personId: number }>`
    insert into openid_link (issuer, subject, person_id, linked_because, linked_at)
    values (${issuer}, ${subject}, ${personId}, ${made.because}, ${made.at})
    on conflict do nothing
    returning person_id as "personId"`
}

export function touchLink({ issuer, subject }: Subject, at: Date) {
  return sql`
    update openid_link
    set last_used_at = ${at}
    where issuer = ${issuer} and subject = ${subject}`
}

export function deleteLink(personId: number, issuer: string) {
  return sql<{ subject: string }>`
    delete from openid_link
    where person_id = ${personId} and issuer = ${issuer}
    returning subject`
}

export function linksOf(personId: number) {
  return sql<OpenIdLink>`
    select issuer, subject, linked_because as "linkedBecause", linked_at as "linkedAt",
      last_used_at as "lastUsedAt"
    from openid_link
    where person_id = ${personId}
    order by issuer`
}
