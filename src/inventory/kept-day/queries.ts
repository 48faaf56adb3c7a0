import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'
import type { SourceStanding } from '../machine/queries.ts'
import type { KeptBookRow, KeptRecord } from './kept-record.ts'

/** A machine's record with its parts apart, as they are kept. */
export interface KeptRow
  extends Omit<KeptRecord, 'organisation' | 'location' | 'lastContact' | 'made'> {
  readonly organisationKey: string | null
  readonly organisationName: string | null
  readonly locationKey: string | null
  readonly locationName: string | null
  readonly class: KeptRecord['made']['class']
  readonly isSpare: boolean
  readonly isBillable: boolean
  /** Milliseconds since 1970. */
  readonly heard: number | null
}

/** Opens the cursor `kept_rows` over every machine's record as of a day, by id. */
export function declareKeptRows(day: Day) {
  return sql`
    declare kept_rows no scroll cursor for
    select r.id, r.source, r.native_key as "nativeKey", v.organisation_key as "organisationKey",
      v.organisation_name as "organisationName", v.location_key as "locationKey",
      v.location_name as "locationName", v.display_name as "displayName", v.hostname, v.serial,
      v.inventory_number as "inventoryNumber", v.uuid, v.macs, v.node_class as "nodeClass", v.role,
      v.operating_system as "operatingSystem", v.manufacturer, v.model, v.tags, v.class,
      v.is_spare as "isSpare", v.is_billable as "isBillable", v.valid_from::text as since,
      l.device_id as "deviceId", coalesce(p.day > ${day}::date, false) as "isContactLater",
      case when p.day <= ${day}::date
        then (extract(epoch from p.last_contact) * 1000)::double precision end as heard
    from record_version v
    join record r on r.id = v.record_id and r.is_machine
    left join link_on(${day}::date) l on l.record_id = r.id
    left join record_pulse p on p.record_id = r.id
    where v.valid_from <= ${day}::date and v.valid_to > ${day}::date
    order by r.id`
}

export function nextKeptRows(count: number) {
  return sql<KeptRow>`fetch ${sql.lit(count)} from kept_rows`
}

/** A row of a book with its parts apart. */
export interface BookRow extends Omit<KeptBookRow, 'location' | 'lastContact'> {
  readonly locationKey: string | null
  readonly locationName: string | null
  readonly heard: number | null
}

/** The rows of some books as of a day, in the order in which they first came. */
export function bookRowsOn(day: Day, books: readonly string[]) {
  return sql<BookRow>`
    select r.source, r.native_key as "nativeKey", v.location_key as "locationKey",
      v.location_name as "locationName", v.hostname, v.serial, v.inventory_number as "inventoryNumber",
      v.uuid, v.manufacturer, v.model, v.extra, p.place,
      case when p.day <= ${day}::date
        then (extract(epoch from p.last_contact) * 1000)::double precision end as heard
    from record_version v
    join record r on r.id = v.record_id
    left join record_pulse p on p.record_id = r.id
    where r.source = any(${books}::text[])
      and v.valid_from <= ${day}::date and v.valid_to > ${day}::date
    order by r.source, r.id`
}

/** How a book stood on a day. */
export interface BookStanding extends Pick<SourceStanding, 'source' | 'day' | 'state'> {
  /** Rows that were refused on the day that is known. */
  readonly refused: number
}

/** Every one of some books that was ever tried up to a day, and of which history is kept. */
export function bookStandings(day: Day, books: readonly string[]) {
  return sql<BookStanding>`
    select newest.source, known.day::text as day, newest.state, coalesce(known.rejected, 0) as refused
    from (
      select distinct on (source) source, state
      from collection
      where source = any(${books}::text[]) and is_machine is not null and day <= ${day}::date
      order by source, day desc, try desc) newest
    left join lateral (
      select c.day, c.rejected
      from collection c
      where c.source = newest.source and c.day <= ${day}::date and c.state = 'complete'
        and c.history is not null and c.pruned_at is null
      order by c.day desc, c.try desc
      limit 1) known on true
    order by newest.source`
}
