import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'
import { type Bar, isInBar } from './bar-queries.ts'

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

/** States of all records that differ between the first day and the last. */
export function statesBetween(span: Span) {
  return sql<StateRow>`
    with ${placedBetween(span)}, ${differingBetween(span)}
    select ${STATE}
    from differing d
    join placed p on p.record_id = d.record_id
    left join site s on s.id = p.site_id
    order by p.record_id, p.starts`
}

/** Part of the records that differ, by source and then by the id there; of a site (see `Scope`) or of all. */
export interface ComparedPage {
  /** `undefined` for all; null for what is at no site. */
  readonly site: string | null | undefined
  /** At these sites alone, whatever else is asked; absent for all. */
  readonly among?: readonly string[]
  /** Those alone that one bar of a bridge counts; absent for all that differ. */
  readonly bar?: Bar
  readonly limit: number
  readonly offset: number
}

/** How many records went from one kind to another; null where they were not listed. */
export interface Flow {
  readonly start: Kind | null
  readonly end: Kind | null
  readonly records: number
}

/** The whole of a comparison in one answer, of the records that differ only a page. */
export interface ComparedRow {
  readonly flows: readonly Flow[]
  /** Records that differ, in all or at the site. */
  readonly total: number
  readonly states: readonly StateRow[]
}

export function comparedBetween(span: Span, { site, among, bar, limit, offset }: ComparedPage) {
  const isThere = sql`
    ${
      site === undefined
        ? sql`true`
        : sql`((d.was_listed and d.site_before is not distinct from ${site}::text)
          or (d.is_listed and d.site_after is not distinct from ${site}::text))`
    }
    ${
      among === undefined
        ? sql``
        : sql`and (d.site_before = any(${among}::text[]) or d.site_after = any(${among}::text[]))`
    }
    ${bar === undefined ? sql`` : sql`and ${isInBar(bar, { site, among })}`}`
  return sql<ComparedRow>`
    with ${placedBetween(span)}, ${differingBetween(span)},
    flow as (
      select ${FLOW_COLUMNS}, count(*) as records
      from differing d
      group by ${FLOW_COLUMNS}),
    asked as materialized (
      select d.record_id, d.source, d.native_key
      from differing d
      where ${isThere}),
    page as (
      select record_id
      from asked
      order by source, native_key
      limit ${limit} offset ${offset})
    select (
        select coalesce(jsonb_agg(jsonb_build_object('start', ${kindOf('before', 'was_listed')},
          'end', ${kindOf('after', 'is_listed')}, 'records', d.records)), '[]')
        from flow d) as flows,
      (select count(*) from asked) as total,
      (select coalesce(jsonb_agg(t order by t."recordId", t."from"), '[]')
        from (
          select ${STATE}
          from page d
          join placed p on p.record_id = d.record_id
          left join site s on s.id = p.site_id) t) as states`
}

const STATE = sql`
  p.record_id as "recordId", p.source, p.native_key as "nativeKey", p.starts::text as "from",
  p.ends::text as "to", s.name as site, p.location_name as location, p.display_name as "displayName",
  p.hostname, p.class, p.is_spare as "isSpare", p.is_billable as "isBillable"`

/**
 * States of records that something began or ended of after the first day, up to the last. Of such a
 * record every version that holds meanwhile begins or ends meanwhile, so that two looks by day find
 * them all, and what stood still costs nothing; only where an organisation went to another site does
 * a version count that did not change itself.
 */
function placedBetween({ first, last }: Span) {
  return sql`
    touched as (
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
            or (a.valid_to > ${first}::date and a.valid_to <= ${last}::date))),
    placed as materialized (
      select v.record_id, r.source, r.native_key, greatest(v.valid_from, a.valid_from) as starts,
        least(v.valid_to, a.valid_to) as ends, a.site_id, v.location_name, v.display_name, v.hostname,
        v.class, v.is_spare, v.is_billable
      from touched v
      join record r on r.id = v.record_id
      left join site_alias a on a.source = r.source and a.organisation_key = v.organisation_key
        and a.valid_from < v.valid_to and a.valid_to > v.valid_from
      where r.is_machine and greatest(v.valid_from, a.valid_from) <= ${last}::date
        and least(v.valid_to, a.valid_to) > ${first}::date)`
}

const TOLD = sql`
  v.record_id, v.valid_from, v.valid_to, v.organisation_key, v.location_name, v.display_name, v.hostname,
  v.class, v.is_spare, v.is_billable`

/** Records that differ in something that is compared; what changed and changed back is not among them. */
function differingBetween({ first, last }: Span) {
  return sql`
    differing as materialized (
      select coalesce(b.record_id, e.record_id) as record_id, coalesce(b.source, e.source) as source,
        coalesce(b.native_key, e.native_key) as native_key,
        b.record_id is not null as was_listed, bs.name as site_before, b.class as class_before,
        b.is_spare as is_spare_before, b.is_billable as is_billable_before,
        e.record_id is not null as is_listed, es.name as site_after, e.class as class_after,
        e.is_spare as is_spare_after, e.is_billable as is_billable_after
      from (select * from placed where starts <= ${first}::date) b
      full join (select * from placed where ends > ${last}::date) e on e.record_id = b.record_id
      left join site bs on bs.id = b.site_id
      left join site es on es.id = e.site_id
      where b.record_id is null or e.record_id is null
        or (${comparedOf('b')}) is distinct from (${comparedOf('e')}))`
}

/** What a comparison looks at. */
function comparedOf(end: 'b' | 'e') {
  const columns = ['site_id', 'location_name', 'display_name', 'hostname', 'class', 'is_spare']
  return sql.join([...columns, 'is_billable'].map((column) => sql.ref(`${end}.${column}`)))
}

function kindOf(end: 'before' | 'after', listed: 'was_listed' | 'is_listed') {
  const column = (name: string) => sql.ref(`d.${name}_${end}`)
  return sql`
    case when ${sql.ref(`d.${listed}`)} then jsonb_build_object('site', ${column('site')},
      'class', ${column('class')}, 'isSpare', ${column('is_spare')}, 'isBillable', ${column('is_billable')})
    end`
}

/** A flow is told apart by these; its kinds are put together once for all of its records. */
const FLOW_COLUMNS = sql.join(
  ['was_listed', 'is_listed']
    .concat(
      ['site', 'class', 'is_spare', 'is_billable'].flatMap((name) => [
        `${name}_before`,
        `${name}_after`,
      ]),
    )
    .map((column) => sql.ref(`d.${column}`)),
)

/** What is counted of a machine. */
export type Kind = Pick<MachineState, 'site' | 'class' | 'isSpare' | 'isBillable'>

/** Records of one kind at one site on one day. */
export interface KindCount extends Kind {
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
