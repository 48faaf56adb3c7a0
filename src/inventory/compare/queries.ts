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

/** One state of a record, as it is read; those of one record follow each other in order of days. */
export interface StateRow extends MachineState {
  readonly recordId: number
  readonly source: string
  readonly nativeKey: string
}

/**
 * States of records that something began or ended of after the first day, up to the last. Of such a
 * record every version that holds meanwhile begins or ends meanwhile, so that two looks by day find
 * them all, and what stood still costs nothing; only where an organisation went to another site does
 * a version count that did not change itself.
 */
export function statesBetween({ first, last }: Span) {
  return sql<StateRow>`
    with touched as (
      select ${TOLD}
      from record_version v
      where v.valid_from > ${first}::date and v.valid_from <= ${last}::date
      union all
      select ${TOLD}
      from record_version v
      where v.valid_to > ${first}::date and v.valid_to <= ${last}::date and v.valid_from <= ${first}::date
      union all
      select ${TOLD}
      from record_version v
      join record r on r.id = v.record_id
      where v.valid_from <= ${first}::date and v.valid_to > ${last}::date
        and (r.source, v.organisation_key) in (
          select a.source, a.organisation_key
          from site_alias a
          where (a.valid_from > ${first}::date and a.valid_from <= ${last}::date)
            or (a.valid_to > ${first}::date and a.valid_to <= ${last}::date)))
    select v.record_id as "recordId", r.source, r.native_key as "nativeKey",
      greatest(v.valid_from, a.valid_from)::text as "from", least(v.valid_to, a.valid_to)::text as "to",
      s.name as site, v.location_name as location, v.display_name as "displayName", v.hostname, v.class,
      v.is_spare as "isSpare", v.is_billable as "isBillable"
    from touched v
    join record r on r.id = v.record_id
    left join site_alias a on a.source = r.source and a.organisation_key = v.organisation_key
      and a.valid_from < v.valid_to and a.valid_to > v.valid_from
    left join site s on s.id = a.site_id
    where r.is_machine and greatest(v.valid_from, a.valid_from) <= ${last}::date
      and least(v.valid_to, a.valid_to) > ${first}::date
    order by v.record_id, greatest(v.valid_from, a.valid_from)`
}

const TOLD = sql`
  v.record_id, v.valid_from, v.valid_to, v.organisation_key, v.location_name, v.display_name, v.hostname,
  v.class, v.is_spare, v.is_billable`

/** Records of one kind at one site on one day. */
export interface KindCount {
  readonly site: string | null
  readonly class: MachineState['class']
  readonly isSpare: boolean
  readonly isBillable: boolean
  readonly records: number
}

/** The same of a day that was counted. */
export function kindCountsKept(day: Day) {
  return sql<KindCount>`
    select s.name as site, c.class, c.is_spare as "isSpare", c.is_billable as "isBillable",
      sum(c.records)::bigint as records
    from day_count c
    left join site s on s.id = c.site_id
    where c.day = ${day}::date
    group by s.name, c.class, c.is_spare, c.is_billable`
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
