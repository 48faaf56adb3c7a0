import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'

/** A record at one time, as far as a comparison looks at it. */
export interface MachineState {
  /** The day it began to be so. */
  readonly from: Day
  /** The first day it was so no more; `infinity` while it still is. */
  readonly to: Day
  /** Null where its organisation is mapped to no site. */
  readonly site: string | null
  readonly location: string | null
  readonly displayName: string | null
  readonly hostname: string | null
  readonly class: 'server' | 'workstation' | 'other'
  readonly isSpare: boolean
  readonly isBillable: boolean
}

/** All that is known of one record between two days. */
export interface MachineCourse {
  readonly recordId: number
  readonly source: string
  readonly nativeKey: string
  /** In order of days; those that hold on some day from the first to the last compared. */
  readonly states: readonly MachineState[]
}

/** The days compared, the first before the last. */
export interface Span {
  readonly first: Day
  readonly last: Day
}

/**
 * Records that something began or ended of after the first day, up to the last: found by the days
 * versions begin and end on, so that what stood still costs nothing.
 */
export function coursesBetween({ first, last }: Span) {
  return sql<MachineCourse>`
    with touched as (
      select record_id
      from record_version
      where valid_from > ${first}::date and valid_from <= ${last}::date
      union
      select record_id
      from record_version
      where valid_to > ${first}::date and valid_to <= ${last}::date
      union
      select v.record_id
      from site_alias a
      join record r on r.source = a.source and r.is_machine
      join record_version v on v.record_id = r.id and v.organisation_key = a.organisation_key
      where (a.valid_from > ${first}::date and a.valid_from <= ${last}::date)
        or (a.valid_to > ${first}::date and a.valid_to <= ${last}::date)),
    state as (
      select v.record_id, greatest(v.valid_from, a.valid_from) as valid_from,
        least(v.valid_to, a.valid_to) as valid_to, s.name as site, v.location_name,
        v.display_name, v.hostname, v.class, v.is_spare, v.is_billable, r.source, r.native_key
      from touched
      join record_version v using (record_id)
      join record r on r.id = v.record_id
      left join site_alias a on a.source = r.source and a.organisation_key = v.organisation_key
        and a.valid_from < v.valid_to and a.valid_to > v.valid_from
      left join site s on s.id = a.site_id
      where r.is_machine and v.valid_from <= ${last}::date and v.valid_to > ${first}::date)
    select record_id as "recordId", source, native_key as "nativeKey",
      jsonb_agg(jsonb_build_object(
        'from', valid_from, 'to', valid_to, 'site', site, 'location', location_name,
        'displayName', display_name, 'hostname', hostname, 'class', class, 'isSpare', is_spare,
        'isBillable', is_billable) order by valid_from) as states
    from state
    where valid_from <= ${last}::date and valid_to > ${first}::date
    group by record_id, source, native_key
    order by source, native_key`
}

/** Records of one kind at one site on one day. */
export interface KindCount {
  readonly site: string | null
  readonly class: MachineState['class']
  readonly isSpare: boolean
  readonly isBillable: boolean
  readonly records: number
}

export function kindCountsOn(day: Day) {
  return sql<KindCount>`
    select s.name as site, r.class, r.is_spare as "isSpare", r.is_billable as "isBillable",
      count(*) as records
    from record_on(${day}::date) r
    left join site_on(${day}::date) a on a.source = r.source and a.organisation_key = r.organisation_key
    left join site s on s.id = a.site_id
    where r.is_machine
    group by s.name, r.class, r.is_spare, r.is_billable`
}
