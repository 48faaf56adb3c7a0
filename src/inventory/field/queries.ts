import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'
import type { SaidVersion } from './fields.ts'

/** What a record said from a day on, at one site. */
export interface KeptVersion {
  readonly recordId: number
  readonly from: Day
  /** True when a day kept before it says that the record was not there. */
  readonly wasAway: boolean
  readonly said: SaidVersion
}

export interface VersionRow extends SaidVersion, Omit<KeptVersion, 'said'> {}

/**
 * All that is kept of what records said up to a day, the newest first; a version goes in parts where
 * its organisation came to another site. Days that retention took make no hole.
 */
export function versionsUpTo(recordIds: readonly number[], day: Day) {
  return sql<VersionRow>`
    with version as (
      select v.*, r.source,
        lag(v.valid_to) over (partition by v.record_id order by v.valid_from) as before_to
      from record_version v
      join record r on r.id = v.record_id
      where v.record_id = any(${recordIds}::bigint[]) and v.valid_from <= ${day}::date)
    select v.record_id as "recordId", greatest(v.valid_from, a.valid_from)::text as "from",
      coalesce(a.valid_from, v.valid_from) <= v.valid_from and exists (
        select from known_day k
        where k.source = v.source and k.day >= v.before_to and k.day < v.valid_from) as "wasAway",
      v.display_name as "displayName", v.hostname, v.class, v.class_rule as "classRule",
      v.is_spare as "isSpare", v.is_billable as "isBillable", site.name as site,
      v.location_name as location, v.role, v.operating_system as "operatingSystem", v.manufacturer,
      v.model, v.serial, v.inventory_number as "inventoryNumber", v.uuid, v.macs
    from version v
    left join site_alias a on a.source = v.source and a.organisation_key = v.organisation_key
      and a.valid_from < v.valid_to and a.valid_to > v.valid_from and a.valid_from <= ${day}::date
    left join site on site.id = a.site_id
    order by v.record_id, v.valid_from desc, a.valid_from desc`
}

/** What changes daily of a record, as the newest day had it. */
export interface KeptPulse {
  readonly recordId: number
  readonly day: Day
  readonly lastContact: Date | null
  readonly lastUser: string | null
  readonly addresses: readonly string[]
}

export function pulsesOf(recordIds: readonly number[]) {
  return sql<KeptPulse>`
    select record_id as "recordId", day::text as day, last_contact as "lastContact",
      last_user as "lastUser", addresses
    from record_pulse
    where record_id = any(${recordIds}::bigint[])`
}

/** A record of a machine, by what a person calls it. */
export interface MachineRef {
  readonly device: number
  readonly recordId: number
  readonly source: string
  readonly nativeKey: string
}

const REF = sql`l.device_id as device, r.record_id as "recordId", r.source, r.native_key as "nativeKey"`

/** The records that speak of a machine on a day. */
export function recordsOfDevice(device: number, day: Day) {
  return sql<MachineRef>`
    select ${REF}
    from link_on(${day}::date) l
    join record_on(${day}::date) r on r.record_id = l.record_id
    where l.device_id = ${device}
    order by r.source, r.record_id`
}

/** A record that goes by a name, and the machine it speaks of. */
export interface NamedRecord extends MachineRef {
  readonly displayName: string | null
  readonly hostname: string | null
  readonly site: string | null
}

/** Records of machines on a day whose host name, without its domain, or whose display name is this in any case. */
export function recordsNamed(name: string, day: Day) {
  return sql<NamedRecord>`
    select ${REF}, r.display_name as "displayName", r.hostname, site.name as site
    from record_on(${day}::date) r
    join link_on(${day}::date) l on l.record_id = r.record_id
    left join site_on(${day}::date) s on s.source = r.source and s.organisation_key = r.organisation_key
    left join site on site.id = s.site_id
    where r.is_machine and (lower(${name}) in (lower(r.display_name), lower(r.hostname))
      or lower(${name}) = lower(split_part(r.hostname, '.', 1)))
    order by l.device_id, r.source, r.record_id`
}

/** A machine by its number: what it turned out to be in the end, and what turned out to be it. */
export interface NumberedDevice {
  readonly id: number
  /** Itself, where it was never merged. */
  readonly livesOnAs: number
}

export function deviceByNumber(id: number) {
  return sql<NumberedDevice>`
    with recursive life (id, merged_into) as (
      select id, merged_into
      from device
      where id = ${id}
      union
      select d.id, d.merged_into
      from device d
      join life on d.id = life.merged_into)
    select ${id}::bigint as id, id as "livesOnAs"
    from life
    where merged_into is null`
}

export function devicesMergedInto(id: number) {
  return sql<{ id: number }>`select id from device where merged_into = ${id} order by id`
}

/** The days kept nearest to one, before and after it, on which some record spoke of a machine. */
export interface DaysBeside {
  readonly before: Day | null
  readonly after: Day | null
}

export function daysOfDevice(device: number, day: Day) {
  return sql<DaysBeside>`
    select max(k.day) filter (where k.day < ${day}::date)::text as before,
      min(k.day) filter (where k.day > ${day}::date)::text as after
    from device_link l
    join record r on r.id = l.record_id
    join known_day k on k.source = r.source and k.day >= l.valid_from and k.day < l.valid_to
    where l.device_id = ${device}`
}

/** The machine that a record spoke of at the time nearest to a day. */
export function deviceOfRecord(source: string, nativeKey: string, day: Day) {
  return sql<{ device: number }>`
    select l.device_id as device
    from record r
    join device_link l on l.record_id = r.id
    where r.source = ${source} and r.native_key = ${nativeKey}
    order by (l.valid_from <= ${day}::date and l.valid_to > ${day}::date) desc,
      abs(l.valid_from - ${day}::date)
    limit 1`
}
