import { sql } from 'kysely'
import type { Role } from '../../contract/permission.ts'

/** Somebody who may sign in. */
export interface Person {
  readonly id: number
  /** What they sign in with: a short name or an e-mail address, in lower case. */
  readonly name: string
  readonly role: Role
  /** Sites they are limited to, by name; null for all. */
  readonly sites: readonly string[] | null
  /** Until when a password given by another may be used to choose one's own; null for one's own. */
  readonly oneTimeUntil: Date | null
  readonly isDisabled: boolean
  readonly createdAt: Date
}

const columns = sql`
  id, name, role, sites, one_time_until as "oneTimeUntil", is_disabled as "isDisabled",
  created_at as "createdAt"`

/** A person, and when they last came in. */
export interface KnownPerson extends Person {
  /** Null where they have not in the last two months: sign-ins are forgotten after that. */
  readonly lastSignInAt: Date | null
}

export function allPeople() {
  return sql<KnownPerson>`
    select ${columns},
      (select max(started_at) from sign_in where person_id = person.id) as "lastSignInAt"
    from person
    order by name`
}

export function personById(id: number) {
  return sql<Person>`select ${columns} from person where id = ${id}`
}

export function personByName(name: string) {
  return sql<Person>`select ${columns} from person where name = ${name}`
}

/** The password of whoever goes by a name, as it is kept. */
export function passwordByName(name: string) {
  return sql<Person & { passwordHash: string }>`
    select ${columns}, password_hash as "passwordHash" from person where name = ${name}`
}

/** Lets nobody else add or change people until the transaction ends. */
export function lockPeople() {
  return sql`lock table person in share row exclusive mode`
}

export interface NewPerson {
  readonly name: string
  readonly role: Role
  readonly sites: readonly string[] | null
  readonly passwordHash: string
  readonly oneTimeUntil: Date | null
}

/** Nothing where the name is taken. */
export function insertPerson(person: NewPerson, at: Date) {
  return sql<Person>`
    insert into person (name, role, sites, password_hash, one_time_until, created_at)
    values (${person.name}, ${person.role}, ${person.sites}, ${person.passwordHash},
      ${person.oneTimeUntil}, ${at})
    on conflict (name) do nothing
    returning ${columns}`
}

/** What an administrator may change of a person. */
export interface PersonRights {
  readonly role: Role
  readonly sites: readonly string[] | null
  readonly isDisabled: boolean
}

export function updatePerson(id: number, { role, sites, isDisabled }: PersonRights) {
  return sql<Person>`
    update person
    set role = ${role}, sites = ${sites}, is_disabled = ${isDisabled}
    where id = ${id}
    returning ${columns}`
}

export function updatePassword(id: number, passwordHash: string, oneTimeUntil: Date | null) {
  return sql`
    update person
    set password_hash = ${passwordHash}, one_time_until = ${oneTimeUntil}
    where id = ${id}`
}

export function countAdministrators() {
  return sql<{ count: number }>`
    select count(*) as count from person where role = 'administrator' and not is_disabled`
}

export function countPeople() {
  return sql<{ count: number }>`select count(*) as count from person`
}
