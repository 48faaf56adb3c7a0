import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'

/** The rows of one day of one source, before they are in the history; seen by this session only. */
export function createStage() {
  return sql`
    create temporary table staged (
      n integer not null,
      native_key text not null,
      content_hash bytea not null,
      attributes jsonb,
      payload_hash bytea,
      key_id text,
      sealed bytea,
      last_contact timestamptz,
      is_online boolean,
      addresses text[] not null,
      free_bytes bigint,
      last_user text,
      place text,
      record_id bigint)`
}

/** Columns that are copied into `staged`, in order. */
export const STAGED_COLUMNS = [
  'n',
  'native_key',
  'content_hash',
  'attributes',
  'payload_hash',
  'key_id',
  'sealed',
  'last_contact',
  'is_online',
  'addresses',
  'free_bytes',
  'last_user',
  'place',
] as const

/** Which of the records given stand on the day with just the content given. */
export function standingSame(
  { source, day }: SourceDay,
  given: { readonly keys: readonly string[]; readonly hashes: readonly Uint8Array[] },
) {
  return sql<{ key: string }>`
    select given.key
    from unnest(${given.keys}::text[], ${given.hashes}::bytea[]) as given (key, hash)
    join record r on r.source = ${source} and r.native_key = given.key
    join record_version v on v.record_id = r.id
    where v.valid_from <= ${day}::date and v.valid_to > ${day}::date and v.content_hash = given.hash`
}

export interface SourceDay {
  readonly source: string
  readonly day: Day
}

/** Records of these keys that nothing is staged of are staged as they stand. */
export function stageAsStanding({ source, day }: SourceDay, keys: readonly string[]) {
  return sql`
    insert into staged (
      n, native_key, content_hash, last_contact, is_online, addresses, free_bytes, last_user, place)
    select -row_number() over (), r.native_key, v.content_hash, p.last_contact, p.is_online,
      coalesce(p.addresses, '{}'), p.free_bytes, p.last_user, p.place
    from record r
    join record_version v on v.record_id = r.id
    left join record_pulse p on p.record_id = r.id
    where r.source = ${source} and r.native_key = any(${keys}::text[])
      and v.valid_from <= ${day}::date and v.valid_to > ${day}::date
      and not exists (select from staged s where s.native_key = r.native_key)`
}

/** Rows whose key came before in the same delivery go; gives how many. */
export function dropRepeated() {
  return sql`
    delete from staged later
    using (select native_key, min(n) as first from staged group by native_key having count(*) > 1) twice
    where later.native_key = twice.native_key and later.n > twice.first`
}

/**
 * The first day after one on which a record of the source begins or ends to be so, known or not:
 * retention may have taken what a day was known by. Null when there is none.
 */
export function nextBoundary({ source, day }: SourceDay) {
  return sql<{ day: Day | null }>`
    select min(least(
      case when v.valid_from > ${day}::date then v.valid_from end,
      case when v.valid_to > ${day}::date and v.valid_to < 'infinity' then v.valid_to end))::text as day
    from record_version v
    join record r on r.id = v.record_id
    where r.source = ${source}
      and (v.valid_from > ${day}::date or (v.valid_to > ${day}::date and v.valid_to < 'infinity'))`
}

/** The next day of the source that the history knows, or null when there is none. */
export function nextKnownDay({ source, day }: SourceDay) {
  return sql<{ day: Day | null }>`
    select min(day)::text as day
    from known_day
    where source = ${source} and day > ${day}::date`
}

export function newestMachineDay(day: Day) {
  return sql<{ day: Day | null }>`
    select max(day)::text as day
    from machine_day
    where day <= ${day}::date`
}

export function insertRecords(source: string, isMachine: boolean) {
  return sql`
    insert into record (source, native_key, is_machine)
    select ${source}, native_key, ${isMachine}
    from staged
    where attributes is not null
    on conflict (source, native_key) do nothing`
}

export function resolveStaged(source: string) {
  return sql`
    update staged
    set record_id = r.id
    from record r
    where r.source = ${source} and r.native_key = staged.native_key`
}

/** Keeps what changes daily, unless a later day is kept. */
export function keepPulses(day: Day) {
  return sql`
    insert into record_pulse as kept (
      record_id, day, last_contact, is_online, addresses, free_bytes, last_user, place)
    select record_id, ${day}::date, last_contact, is_online, addresses, free_bytes, last_user, place
    from staged
    on conflict (record_id) do update
    set day = excluded.day, last_contact = excluded.last_contact, is_online = excluded.is_online,
      addresses = excluded.addresses, free_bytes = excluded.free_bytes,
      last_user = excluded.last_user, place = excluded.place
    where kept.day <= excluded.day
      and (kept.day, kept.last_contact, kept.is_online, kept.addresses, kept.free_bytes,
        kept.last_user, kept.place) is distinct from (excluded.day, excluded.last_contact,
        excluded.is_online, excluded.addresses, excluded.free_bytes, excluded.last_user, excluded.place)`
}
