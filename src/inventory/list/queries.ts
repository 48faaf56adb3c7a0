import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../lib/day.ts'

/** What a list of machines is narrowed to; null: not narrowed. */
export interface MachineFilter {
  readonly source: string | null
  readonly site: string | null
  /** True: to what is at no site; `site` is null then. */
  readonly isAtNoSite?: boolean
  /** At these sites alone, whatever else is asked; absent for all. */
  readonly among?: readonly string[]
  /** Spares are of no other kind. */
  readonly kind: 'server' | 'workstation' | 'other' | 'spare' | null
  /** To what is billed, or to what is not; absent for both. */
  readonly isBillable?: boolean
  /** True: of each machine one record alone, the first of those that fit; of each site where there are `among`. */
  readonly isOnce?: boolean
  /** Part of a name, host name, serial, inventory number or user, whatever its case. */
  readonly text: string | null
}

export type MachineSort = 'name' | 'site' | 'source' | 'last-contact'

/** One record of a machine as of a day. */
export interface ListedMachine {
  readonly recordId: number
  readonly source: string
  readonly nativeKey: string
  readonly deviceId: number | null
  readonly displayName: string | null
  readonly hostname: string | null
  readonly site: string | null
  readonly organisation: string | null
  readonly location: string | null
  readonly class: 'server' | 'workstation' | 'other'
  readonly classRule: string
  readonly isSpare: boolean
  readonly spareRule: string | null
  readonly isBillable: boolean
  readonly billableRule: string | null
  readonly serial: string | null
  readonly inventoryNumber: string | null
  readonly operatingSystem: string | null
  readonly model: string | null
  /** The day from which it has been listed just so. */
  readonly since: Day
  /** Null as well where only that of a later day is kept. */
  readonly lastContact: Date | null
}

const SORTS: Readonly<Record<MachineSort, ReturnType<typeof sql>>> = {
  name: sql`lower(coalesce(r.display_name, r.hostname)) nulls last`,
  site: sql`site.name nulls last, lower(coalesce(r.display_name, r.hostname)) nulls last`,
  source: sql`r.source, lower(coalesce(r.display_name, r.hostname)) nulls last`,
  'last-contact': sql`p.last_contact desc nulls last`,
}

export interface MachinePage {
  readonly sort: MachineSort
  /** Null: all of them. */
  readonly limit: number | null
  readonly offset: number
}

/** What is told of each record of a page `r`. */
const LISTED = sql`
  r.record_id as "recordId", r.source, r.native_key as "nativeKey", l.device_id as "deviceId",
  r.display_name as "displayName", r.hostname, site.name as site,
  r.organisation_name as organisation, r.location_name as location, r.class,
  r.class_rule as "classRule", r.is_spare as "isSpare", r.spare_rule as "spareRule",
  r.is_billable as "isBillable", r.billable_rule as "billableRule", r.serial,
  r.inventory_number as "inventoryNumber", r.operating_system as "operatingSystem", r.model,
  r.valid_from::text as since, p.last_contact as "lastContact"`

/**
 * Machines as of a day, in a total order. The page is cut first, and only its rows are looked up
 * further. A text is looked for before anything is put in order: few have it.
 */
export function machinesOn(day: Day, filter: MachineFilter, { sort, limit, offset }: MachinePage) {
  const isSearched = filter.text !== null
  const searched = sql`found as materialized (select r.* ${machines(day, filter, 'name')}),`
  return sql<ListedMachine>`
    with ${isSearched ? searched : sql``}
    page as (
      select r.*
      ${isSearched ? sql`from found r ${sortedBy(day, sort)}` : machines(day, filter, sort)}
      order by ${SORTS[sort]}, r.record_id
      limit ${limit}
      offset ${offset})
    select ${LISTED}
    from page r
    ${siteOf(day)}
    left join link_on(${day}::date) l on l.record_id = r.record_id
    ${pulseOn(day)}
    order by ${SORTS[sort]}, r.record_id`
}

/** The number of the last of the records that come next, by their numbers, at most `limit`; null for none. */
export function lastOfNext(after: number, limit: number) {
  return sql<{ last: number | null }>`
    select max(id) as last
    from (
      select id
      from record
      where id > ${after} and is_machine
      order by id
      limit ${limit}) next`
}

/** Some records by their numbers: those after one, up to another. */
export interface RecordSpan {
  readonly after: number
  readonly last: number
}

/**
 * Machines as of a day among some records, by their numbers. Each is looked up by itself, so that all batches of a list
 * cost the same, however long it is.
 */
export function machinesBetween(day: Day, filter: MachineFilter, { after, last }: RecordSpan) {
  return sql<ListedMachine>`
    select ${LISTED}
    from (
      select id
      from record
      where id > ${after} and id <= ${last} and is_machine) next
    cross join lateral (select * from record_on(${day}::date) v where v.record_id = next.id limit 1) r
    ${siteOf(day)}
    left join lateral (
      select k.device_id
      from link_on(${day}::date) k
      where k.record_id = next.id
      limit 1) l on true
    left join lateral (
      select u.last_contact, u.last_user
      from record_pulse u
      where u.record_id = next.id and u.day <= ${day}::date
      limit 1) p on true
    where true ${narrowed(filter)} ${saying(filter)} ${onceOf(day, filter)}
    order by r.record_id`
}

/** The first day some records were listed, as far as days are kept. */
export function firstListed(recordIds: readonly number[]) {
  return sql<{ recordId: number; day: Day }>`
    select record_id as "recordId", min(valid_from)::text as day
    from record_version
    where record_id = any(${recordIds}::bigint[])
    group by record_id`
}

export function countMachinesOn(day: Day, filter: MachineFilter) {
  return sql<{ count: number }>`select count(*) as count ${machines(day, filter, 'name')}`
}

/** The same by the counts of a day that was counted; of a filter without a text. */
export function countMachinesKept(
  day: Day,
  { source, site, isAtNoSite = false, among, kind, isBillable }: MachineFilter,
) {
  return sql<{ count: number }>`
    select coalesce(sum(r.records), 0)::bigint as count
    from day_count r
    left join site on site.id = r.site_id
    where r.day = ${day}::date
      ${source === null ? sql`` : sql`and r.source = ${source}`}
      ${site === null ? sql`` : sql`and site.name = ${site}`}
      ${isAtNoSite ? sql`and site.id is null` : sql``}
      ${isAmong(among)}
      ${kindIs(kind)}
      ${isBilled(isBillable)}`
}

function isAmong(sites: MachineFilter['among']) {
  return sites === undefined ? sql`` : sql`and site.name = any(${sites}::text[])`
}

/** What an order looks at beside the record itself. */
function sortedBy(day: Day, sort: MachineSort) {
  if (sort === 'site') return siteOf(day)
  return sort === 'last-contact' ? pulseOn(day) : sql``
}

/** Joins no more than the filter and the order look at. */
function machines(day: Day, filter: MachineFilter, sort: MachineSort): RawBuilder<unknown> {
  const { site, isAtNoSite = false, among, text } = filter
  const isSited = site !== null || isAtNoSite || among !== undefined || sort === 'site'
  return sql`
    from record_on(${day}::date) r
    ${isSited ? siteOf(day) : sql``}
    ${sort === 'last-contact' ? pulseOn(day) : sql``}
    where r.is_machine ${narrowed(filter)} ${text === null ? sql`` : found(day, patternOf(text))} ${onceOf(day, filter)}`
}

/** As distinct machines are counted: a record not linked yet is a machine of its own. */
function onceOf(day: Day, { isOnce = false, ...filter }: MachineFilter) {
  if (!isOnce) return sql``
  const isBySite = filter.among !== undefined
  return sql`
    and r.record_id in (
      select min(fit.record_id)
      from (
        select r.record_id, ${isBySite ? sql`site.id` : sql`null::bigint`} as site_id
        ${machines(day, filter, 'name')}) fit
      left join link_on(${day}::date) k on k.record_id = fit.record_id
      group by coalesce(k.device_id, -fit.record_id), fit.site_id)`
}

function siteOf(day: Day) {
  return sql`
    left join site_on(${day}::date) s on s.source = r.source and s.organisation_key = r.organisation_key
    left join site on site.id = s.site_id`
}

/** What changes daily is kept as of the newest day alone: a day before that has none. */
function pulseOn(day: Day) {
  return sql`left join record_pulse p on p.record_id = r.record_id and p.day <= ${day}::date`
}

function narrowed(filter: MachineFilter) {
  const { source, site, isAtNoSite = false, among, kind, isBillable } = filter
  return sql`
    ${source === null ? sql`` : sql`and r.source = ${source}`}
    ${site === null ? sql`` : sql`and site.name = ${site}`}
    ${isAtNoSite ? sql`and site.id is null` : sql``}
    ${isAmong(among)}
    ${kindIs(kind)}
    ${isBilled(isBillable)}`
}

const SEARCHED = sql`record_text(r.display_name, r.hostname, r.serial, r.inventory_number)`

function patternOf(text: string): string {
  return `%${text.replaceAll(/[\\%_]/gu, '\\$&')}%`
}

/** Of a few records, joined to their pulses `p`. */
function saying({ text }: MachineFilter) {
  if (text === null) return sql``
  const pattern = patternOf(text)
  return sql`and (${SEARCHED} ilike ${pattern} or p.last_user ilike ${pattern})`
}

/** Of all records: each table by its own index, which a condition on both would have no use for. */
function found(day: Day, pattern: string) {
  return sql`
    and r.record_id in (
      select r.record_id
      from record_version r
      where r.valid_from <= ${day}::date and r.valid_to > ${day}::date and ${SEARCHED} ilike ${pattern}
      union all
      select p.record_id
      from record_pulse p
      where p.day <= ${day}::date and p.last_user ilike ${pattern})`
}

function isBilled(isBillable: MachineFilter['isBillable']) {
  if (isBillable === undefined) return sql``
  return isBillable ? sql`and r.is_billable` : sql`and not r.is_billable`
}

function kindIs(kind: MachineFilter['kind']) {
  if (kind === null) return sql``
  return kind === 'spare' ? sql`and r.is_spare` : sql`and r.class = ${kind} and not r.is_spare`
}

/**
 * The newest day on or before one that each source went into the history on; what an answer of that day
 * rests on. Retention may have taken that day itself: what it said still holds on the days kept after it.
 */
export function daysBehind(day: Day) {
  return sql<{ source: string; day: Day }>`
    select c.source, max(c.day)::text as day
    from collection c
    where c.state = 'complete' and c.history is not null and c.is_machine and c.day <= ${day}::date
    group by c.source
    order by c.source`
}

/** The days around one that are known, and the newest up to it that was known once and is no more. */
export interface DaysAround {
  readonly before: Day | null
  readonly after: Day | null
  readonly pruned: Day | null
}

export function daysAround(day: Day) {
  return sql<DaysAround>`
    select (select max(day) from machine_day where day <= ${day}::date)::text as before,
      (select min(day) from machine_day where day > ${day}::date)::text as after,
      (select max(c.day)
        from collection c
        where c.pruned_at is not null and c.is_machine and c.day <= ${day}::date
          and not exists (select from known_day k where k.source = c.source and k.day = c.day))::text
        as pruned`
}

/** The newest day up to one that was counted. */
export function countedUpTo(day: Day) {
  return sql<{ day: Day | null }>`
    select max(day)::text as day
    from day_distinct
    where day <= ${day}::date`
}
