import { sql } from 'kysely'

/** A place of the web app that a person keeps under a name. */
export interface SavedView {
  readonly name: string
  /** Where in the app: `/devices`. */
  readonly path: string
  /** With which filters: `?site=Norte`; may be empty. */
  readonly search: string
}

export interface KeptView extends SavedView {
  readonly changedAt: Date
}

/** Of one person, by name. */
export function viewsOf(personId: number) {
  return sql<KeptView>`
    select name, path, search, changed_at as "changedAt"
    from saved_view
    where person_id = ${personId}
    order by name`
}

/** Lets nobody else save a view of this person until the transaction ends. */
export function lockedPerson(personId: number) {
  return sql`select from person where id = ${personId} for no key update`
}

/** How many views a person has beside the one of this name. */
export function countOthers(personId: number, name: string) {
  return sql<{ count: number }>`
    select count(*) as count
    from saved_view
    where person_id = ${personId} and name <> ${name}`
}

export function putView(personId: number, { name, path, search }: SavedView, now: Date) {
  return sql`
    insert into saved_view (person_id, name, path, search, changed_at)
    values (${personId}, ${name}, ${path}, ${search}, ${now})
    on conflict (person_id, name) do update
    set path = excluded.path, search = excluded.search, changed_at = excluded.changed_at`
}

export function deleteView(personId: number, name: string) {
  return sql<{ name: string }>`
    delete from saved_view
    where person_id = ${personId} and name = ${name}
    returning name`
}
