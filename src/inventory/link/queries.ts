import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'
import type { LostCandidate } from '../match/lost-candidate.ts'

/** A machine's record as matching looks at it. */
export interface MatchableRow {
  readonly id: number
  readonly source: string
  readonly siteId: number | null
  readonly serial: string | null
  readonly inventoryNumber: string | null
  readonly uuid: string | null
  readonly macs: readonly string[]
  readonly hostname: string | null
}

export function matchableOn(day: Day) {
  return sql<MatchableRow>`
    select r.record_id as id, r.source, s.site_id as "siteId", r.serial,
      r.inventory_number as "inventoryNumber", r.uuid, r.macs, r.hostname
    from record_on(${day}::date) r
    left join site_on(${day}::date) s on s.source = r.source and s.organisation_key = r.organisation_key
    where r.is_machine
    order by r.record_id`
}

/**
 * Every device that a record was ever of, or that was made for it. Of each record first the one on the
 * day before, or else on the day, or else at the time nearest to it; then the others, likewise.
 */
export function devicesAround(day: Day) {
  return sql<{ record: number; device: number; isFounder: boolean }>`
    select record_id as record, device_id as device, bool_or(is_founder) as "isFounder"
    from (
      select record_id, device_id, false as is_founder, array[
        case
          when valid_from < ${day}::date and valid_to >= ${day}::date then 0
          when valid_from <= ${day}::date and valid_to > ${day}::date then 1
          else 2
        end, abs(valid_from - ${day}::date), valid_from - ${day}::date] as distance
      from device_link
      union all
      select founder, id, true, array[3]
      from device
      where founder is not null) known
    group by record_id, device_id
    order by record_id, min(distance), device_id desc`
}

/** A person's word on two records that has not been taken back. */
export interface StandingDecision {
  readonly id: number
  readonly one: number
  readonly other: number
  readonly kind: 'must-link' | 'cannot-link'
  readonly reason: string | null
  readonly by: string
  readonly at: Date
}

export function standingDecisions() {
  return sql<StandingDecision>`
    select id, one_record as one, other_record as other, kind, reason, decided_by as by, decided_at as at
    from link_decision
    where revoked_at is null
    order by id`
}

/** What was said of the two before no longer stands. */
export function revokeDecision(pair: { readonly one: number; readonly other: number }, by: string) {
  return sql<{ id: number }>`
    update link_decision
    set revoked_by = ${by}, revoked_at = now()
    where one_record = least(${pair.one}::bigint, ${pair.other}::bigint)
      and other_record = greatest(${pair.one}::bigint, ${pair.other}::bigint) and revoked_at is null
    returning id`
}

export function insertDecision(decision: Omit<StandingDecision, 'id' | 'at'>) {
  const { one, other, kind, reason, by } = decision
  return sql`
    insert into link_decision (one_record, other_record, kind, reason, decided_by)
    values (least(${one}::bigint, ${other}::bigint), greatest(${one}::bigint, ${other}::bigint),
      ${kind}, ${reason}, ${by})`
}

export function createLinkStage() {
  return sql`
    create temporary table staged (
      record_id bigint not null, content_hash bytea not null, attributes jsonb not null)`
}

/** A new device for each of some records, numbered in their order. */
export function insertDevices(founders: readonly number[], day: Day) {
  return sql<{ id: number; founder: number }>`
    insert into device (created_on, founder)
    select ${day}::date, founder
    from unnest(${founders}::bigint[]) with ordinality as given (founder, n)
    order by n
    returning id, founder`
}

export function mergeDevices(pairs: readonly { readonly from: number; readonly into: number }[]) {
  return sql`
    update device
    set merged_into = given.into_id
    from unnest(${pairs.map(({ from }) => from)}::bigint[], ${pairs.map(({ into }) => into)}::bigint[])
      as given (from_id, into_id)
    where device.id = given.from_id`
}

/** Devices that records speak of again were not merged after all. */
export function unmergeLinked() {
  return sql`
    update device
    set merged_into = null
    from staged s
    where device.merged_into is not null and device.id = (s.attributes ->> 'device_id')::bigint`
}

/** The next day after one that was matched, or on which some link begins or ends; null for none. */
export function nextLinkedDay(day: Day) {
  return sql<{ day: Day | null }>`
    select least(
      (select min(day) from matched_day where day > ${day}::date),
      (select min(valid_from) from device_link where valid_from > ${day}::date),
      (select min(valid_to) from device_link
        where valid_to > ${day}::date and valid_to < 'infinity'))::text as day`
}

/** A day that is matched again is to be counted again. */
export function keepMatchedDay(day: Day) {
  return sql`
    insert into matched_day (day)
    values (${day}::date)
    on conflict (day) do update
    set is_counted = false`
}

export function matchedOn(day: Day) {
  return sql<{ day: Day }>`select day::text as day from matched_day where day = ${day}::date`
}

export function clearAmbiguous() {
  return sql`delete from ambiguous_match`
}

/** Machines a rule found equal and could not tell apart. */
export interface AmbiguousMatch {
  readonly rule: string
  readonly why: string
  /** Ids of records; what is taken for one machine each. */
  readonly candidates: readonly (readonly number[])[]
}

export function insertAmbiguous(matches: readonly AmbiguousMatch[]) {
  return sql`
    insert into ambiguous_match (n, rule, why, candidates)
    select row_number() over (), rule, why, candidates
    from jsonb_to_recordset(${JSON.stringify(matches)}::jsonb)
      as given (rule text, why text, candidates jsonb)`
}

export function ambiguousMatches() {
  return sql<AmbiguousMatch>`select rule, why, candidates from ambiguous_match order by n`
}

/** A record by what a person calls it: its source, and its id there. */
export function recordByRef(source: string, nativeKey: string) {
  return sql<{ id: number }>`
    select id
    from record
    where source = ${source} and native_key = ${nativeKey} and is_machine`
}

/** One record of a device, and why it is taken for that. */
export interface LinkedRecord {
  readonly id: number
  readonly source: string
  readonly nativeKey: string
  readonly name: string | null
  readonly hostname: string | null
  readonly serial: string | null
  readonly site: string | null
  readonly device: number
  readonly rule: string | null
  readonly evidence: {
    readonly value?: string | null
    readonly otherValue?: string | null
    readonly through?: number
  }
  readonly rejected: LostCandidate | null
  readonly since: Day
}

/** All records that speak of the device of one record on a day. */
export function recordsBeside(recordId: number, day: Day) {
  return sql<LinkedRecord>`
    select r.record_id as id, r.source, r.native_key as "nativeKey", r.display_name as name,
      r.hostname, r.serial, site.name as site, l.device_id as device, l.rule, l.evidence, l.rejected,
      l.valid_from::text as since
    from link_on(${day}::date) mine
    join link_on(${day}::date) l on l.device_id = mine.device_id
    join record_on(${day}::date) r on r.record_id = l.record_id
    left join site_on(${day}::date) s on s.source = r.source and s.organisation_key = r.organisation_key
    left join site on site.id = s.site_id
    where mine.record_id = ${recordId}
    order by r.source, r.record_id`
}

/** Of some records those whose organisation is at no site on a day, with what people call it. */
export function unplacedOf(ids: readonly number[], day: Day) {
  return sql<{ id: number; organisation: string }>`
    select v.record_id as id, r.source || ':' || v.organisation_key as organisation
    from record_version v
    join record r on r.id = v.record_id
    left join site_on(${day}::date) s on s.source = r.source and s.organisation_key = v.organisation_key
    where v.record_id = any(${ids}::bigint[]) and v.valid_from <= ${day}::date
      and v.valid_to > ${day}::date and v.organisation_key is not null and s.site_id is null`
}

/** What people call records. */
export function refsOf(ids: readonly number[]) {
  return sql<{ id: number; ref: string }>`
    select id, source || ':' || native_key as ref
    from record
    where id = any(${ids}::bigint[])`
}
