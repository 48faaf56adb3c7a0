import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'
import type { StandingRecord } from './site-evidence.ts'

/** Notes the organisations that records name on a day. */
export function keepOrganisations(day: Day) {
  return sql`
    insert into organisation as kept (source, key, name, first_day, last_day)
    select r.source, r.organisation_key, max(r.organisation_name), ${day}::date, ${day}::date
    from record_on(${day}::date) r
    where r.is_machine and r.organisation_key is not null
    group by r.source, r.organisation_key
    on conflict (source, key) do update
    set name = case when excluded.last_day >= kept.last_day then excluded.name else kept.name end,
      first_day = least(kept.first_day, excluded.first_day),
      last_day = greatest(kept.last_day, excluded.last_day)`
}

/** Every organisation is somewhere from its first day on: at no site, until more is known. */
export function beginUnmapped() {
  return sql`
    insert into site_alias (source, organisation_key, valid_from, rule)
    select o.source, o.key, o.first_day, 'unmapped'
    from organisation o
    where not exists (
      select from site_alias a where a.source = o.source and a.organisation_key = o.key)`
}

/** What an organisation was at first it is taken to have been on earlier days that came in later. */
export function beginAliasesEarlier() {
  return sql`
    update site_alias a
    set valid_from = o.first_day
    from organisation o
    where o.source = a.source and o.key = a.organisation_key and o.first_day < a.valid_from
      and not exists (
        select from site_alias b
        where b.source = a.source and b.organisation_key = a.organisation_key
          and b.valid_from < a.valid_from)`
}

/** An organisation and the site it is at on a day. */
export interface PlacedOrganisation {
  readonly source: string
  readonly key: string
  readonly name: string | null
  readonly firstDay: Day
  readonly rule: 'unmapped' | 'made' | 'same-name' | 'confirmed' | 'ignored'
  readonly siteId: number | null
  readonly site: string | null
  readonly decidedBy: string | null
  readonly reason: string | null
  readonly since: Day
  /** Who took back what had been said of the days since, and why; null where nobody did. */
  readonly takenBack: { readonly by: string; readonly reason: string | null } | null
}

export function placedOrganisations(day: Day) {
  return sql<PlacedOrganisation>`
    select o.source, o.key, o.name, o.first_day::text as "firstDay", a.rule, a.site_id as "siteId",
      s.name as site, a.decided_by as "decidedBy", a.reason, a.valid_from::text as since,
      a.evidence -> 'takenBack' as "takenBack"
    from organisation o
    join site_alias a on a.source = o.source and a.organisation_key = o.key
      and a.valid_from <= greatest(${day}::date, o.first_day)
      and a.valid_to > greatest(${day}::date, o.first_day)
    left join site s on s.id = a.site_id
    order by o.source, o.name, o.key`
}

/** Makes a site, or finds the one of that name. */
export function insertSite(name: string, day: Day) {
  return sql<{ id: number }>`
    insert into site (name, created_on)
    values (${name}, ${day}::date)
    on conflict (name) do update set name = excluded.name
    returning id`
}

export function siteByName(name: string) {
  return sql<{ id: number; name: string }>`select id, name from site where name = ${name}`
}

export function sites() {
  return sql<{ id: number; name: string }>`select id, name from site order by name`
}

/** Where an organisation is from a day on, and by whose word. */
export interface NewAlias {
  readonly source: string
  readonly key: string
  readonly from: Day
  readonly siteId: number | null
  readonly rule: 'made' | 'same-name' | 'confirmed' | 'ignored' | 'unmapped'
  readonly evidence: object
  readonly decidedBy: string | null
  readonly reason: string | null
}

/** What a person said of an organisation, and of which days. */
export interface SaidAlias {
  readonly rule: 'confirmed' | 'ignored'
  /** Null where it was left out. */
  readonly site: string | null
  readonly from: Day
  /** The first day it no longer holds on; null where it has no end. */
  readonly until: Day | null
  readonly by: string
  readonly reason: string | null
}

/** What people said of the days of an organisation from one on, the earliest first. */
export function saidFrom({ source, key, from }: Pick<NewAlias, 'source' | 'key' | 'from'>) {
  return sql<SaidAlias>`
    select a.rule, s.name as site, a.valid_from::text as from,
      case when a.valid_to < 'infinity' then a.valid_to::text end as until, a.decided_by as by, a.reason
    from site_alias a
    left join site s on s.id = a.site_id
    where a.source = ${source} and a.organisation_key = ${key} and a.valid_to > ${from}::date
      and a.decided_by is not null
    order by a.valid_from`
}

/** Says where an organisation is for just as long as nobody knew it. */
export function placeUnmapped(alias: NewAlias) {
  return sql`
    update site_alias
    set site_id = ${alias.siteId}, rule = ${alias.rule},
      evidence = evidence || ${JSON.stringify(alias.evidence)}::jsonb, decided_at = now()
    where source = ${alias.source} and organisation_key = ${alias.key}
      and valid_from = ${alias.from}::date and rule = 'unmapped'`
}

/** What was said of the days from one on gives way. */
export function endAliases({ source, key, from }: Pick<NewAlias, 'source' | 'key' | 'from'>) {
  return sql`
    with later as (
      delete from site_alias
      where source = ${source} and organisation_key = ${key} and valid_from >= ${from}::date)
    update site_alias
    set valid_to = ${from}::date
    where source = ${source} and organisation_key = ${key}
      and valid_from < ${from}::date and valid_to > ${from}::date`
}

export function insertAlias(alias: NewAlias) {
  return sql`
    insert into site_alias (
      source, organisation_key, valid_from, site_id, rule, evidence, decided_by, reason)
    values (${alias.source}, ${alias.key}, ${alias.from}::date, ${alias.siteId}, ${alias.rule},
      ${JSON.stringify(alias.evidence)}::jsonb, ${alias.decidedBy}, ${alias.reason})`
}

/** Where every machine's record stands on a day. */
export function standingRecords(day: Day) {
  return sql<StandingRecord>`
    select r.source, r.organisation_key as "organisationKey", s.site_id as "siteId",
      l.device_id as "deviceId", r.hostname
    from record_on(${day}::date) r
    left join link_on(${day}::date) l on l.record_id = r.record_id
    left join site_on(${day}::date) s on s.source = r.source and s.organisation_key = r.organisation_key
    where r.is_machine and r.organisation_key is not null`
}
