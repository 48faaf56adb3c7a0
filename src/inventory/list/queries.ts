import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'

/** What a list of machines is narrowed to; null: not narrowed. */
export interface MachineFilter {
  readonly source: string | null
  readonly site: string | null
  /** Spares are of no other kind. */
  readonly kind: 'server' | 'workstation' | 'other' | 'spare' | null
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
  /** As of the newest collection, whatever day is asked for. */
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

/** Machines as of a day, in a total order. The page is cut first, and only its rows are looked up further. */
export function machinesOn(day: Day, filter: MachineFilter, { sort, limit, offset }: MachinePage) {
  return sql<ListedMachine>`
    with page as (
      select r.*
      ${machines(day, filter, sort)}
      order by ${SORTS[sort]}, r.record_id
      limit ${limit}
      offset ${offset})
    select r.record_id as "recordId", r.source, r.native_key as "nativeKey", l.device_id as "deviceId",
      r.display_name as "displayName", r.hostname, site.name as site,
      r.organisation_name as organisation, r.location_name as location, r.class,
      r.class_rule as "classRule", r.is_spare as "isSpare", r.spare_rule as "spareRule",
      r.is_billable as "isBillable", r.billable_rule as "billableRule", r.serial,
      r.inventory_number as "inventoryNumber", r.operating_system as "operatingSystem", r.model,
      r.valid_from::text as since, p.last_contact as "lastContact"
    from page r
    ${siteOf(day)}
    left join link_on(${day}::date) l on l.record_id = r.record_id
    ${PULSE}
    order by ${SORTS[sort]}, r.record_id`
}

export function countMachinesOn(day: Day, filter: MachineFilter) {
  return sql<{ count: number }>`select count(*) as count ${machines(day, filter, 'name')}`
}

/** Joins no more than the filter and the order look at. */
function machines(day: Day, filter: MachineFilter, sort: MachineSort) {
  const { site, text } = filter
  return sql`
    from record_on(${day}::date) r
    ${site !== null || sort === 'site' ? siteOf(day) : sql``}
    ${text !== null || sort === 'last-contact' ? PULSE : sql``}
    where r.is_machine ${narrowed(filter)}`
}

function siteOf(day: Day) {
  return sql`
    left join site_on(${day}::date) s on s.source = r.source and s.organisation_key = r.organisation_key
    left join site on site.id = s.site_id`
}

const PULSE = sql`left join record_pulse p on p.record_id = r.record_id`

function narrowed({ source, site, kind, text }: MachineFilter) {
  const pattern = text === null ? null : `%${text.replaceAll(/[\\%_]/gu, '\\$&')}%`
  return sql`
    ${source === null ? sql`` : sql`and r.source = ${source}`}
    ${site === null ? sql`` : sql`and site.name = ${site}`}
    ${kindIs(kind)}
    ${
      pattern === null
        ? sql``
        : sql`and concat_ws(' ', r.display_name, r.hostname, r.serial, r.inventory_number, p.last_user)
          ilike ${pattern}`
    }`
}

function kindIs(kind: MachineFilter['kind']) {
  if (kind === null) return sql``
  return kind === 'spare' ? sql`and r.is_spare` : sql`and r.class = ${kind} and not r.is_spare`
}

/** The newest day on or before one that each source is known on; what an answer of that day rests on. */
export function daysBehind(day: Day) {
  return sql<{ source: string; day: Day }>`
    select k.source, max(k.day)::text as day
    from machine_day k
    where k.day <= ${day}::date
    group by k.source
    order by k.source`
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
