import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'
import type { MachineRecord } from './machine.ts'

/** A record with the device it speaks of and its site's parts apart. */
export interface MachineRow
  extends Omit<MachineRecord, 'site' | 'organisation' | 'lost' | 'lastContact'> {
  readonly deviceId: number
  readonly siteId: number | null
  readonly siteName: string | null
  readonly organisationKey: string | null
  readonly organisationName: string | null
  /** Milliseconds since 1970. */
  readonly heard: number | null
  readonly lost: MachineRecord['lost']
}

/**
 * Opens the cursor `machine_rows` over every machine's records on a day, those of one device together.
 * Asked of the tables and not through `record_on`, so that nothing is read that no check looks at.
 */
export function declareMachineRows(day: Day) {
  return sql`
    declare machine_rows no scroll cursor for
    select l.device_id as "deviceId", r.id as "recordId", r.source, r.native_key as "nativeKey",
      site.id as "siteId", site.name as "siteName", v.organisation_key as "organisationKey",
      v.organisation_name as "organisationName", v.location_name as location,
      v.display_name as "displayName", v.hostname, v.serial, v.node_class as "nodeClass", v.role,
      v.tags, v.class, v.is_spare as "isSpare", v.is_billable as "isBillable",
      v.valid_from::text as since,
      (extract(epoch from p.last_contact) * 1000)::double precision as heard, l.rejected as lost
    from record_version v
    join record r on r.id = v.record_id and r.is_machine
    join link_on(${day}::date) l on l.record_id = r.id
    left join site_on(${day}::date) s on s.source = r.source and s.organisation_key = v.organisation_key
    left join site on site.id = s.site_id
    left join record_pulse p on p.record_id = r.id
    where v.valid_from <= ${day}::date and v.valid_to > ${day}::date
    order by l.device_id, r.source, r.id`
}

export function nextMachineRows(count: number) {
  return sql<MachineRow>`fetch ${sql.lit(count)} from machine_rows`
}

/** A source, and how its newest collection up to a day ended. */
export interface SourceStanding {
  readonly source: string
  /** The newest day that is known of it up to then; null for none. */
  readonly day: Day | null
  /** Of its newest try on its newest day: `complete` and taken in, or why its word is not whole. */
  readonly state: 'complete' | 'partial' | 'held' | 'failed'
  /**
   * When what is known of it began to be fetched; of a file, when it first came with this content: read
   * again it tells nothing newer. Null where nothing is known.
   */
  readonly heardAt: Date | null
}

/** Every source of machines that was ever tried up to a day. */
export function sourceStandings(day: Day) {
  return sql<SourceStanding>`
    select newest.source, known.day::text as day, newest.state,
      case when known.input_bytes is null then known.started_at else (
        select min(first.started_at)
        from collection first
        where first.source = newest.source and first.input_hash = known.input_hash) end as "heardAt"
    from (
      select distinct on (source) source,
        case when state = 'complete' and history is null then 'failed' else state end as state
      from collection
      where is_machine and day <= ${day}::date
      order by source, day desc, try desc) newest
    left join lateral (
      select c.day, c.started_at, c.input_hash, c.input_bytes
      from collection c
      where c.source = newest.source and c.day <= ${day}::date and c.state = 'complete'
        and c.history is not null and c.pruned_at is null
      order by c.day desc, c.try desc
      limit 1) known on true
    order by newest.source`
}
