import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'
import type { Severity } from '../checks/finding-draft.ts'
import type { FindingEventKind, FindingState } from './life-cycle.ts'

/** What a list of findings is narrowed to; null or empty: not narrowed. */
export interface FindingFilter {
  readonly ids: readonly number[]
  readonly checks: readonly string[]
  readonly states: readonly FindingState[]
  readonly severities: readonly Severity[]
  /** Name of a site, a municipality or a building; any case. */
  readonly site: string | null
  /** `''`: those nobody owns. */
  readonly owner: string | null
  /** False: without those that nobody looks at any more; true: those alone; null: both. */
  readonly isDormant: boolean | null
  /** Standing for so many days at least, and at most. */
  readonly minAge: number | null
  readonly maxAge: number | null
  /** Part of the name, the subject, the note or a value of the evidence; any case, accents or none. */
  readonly text: string | null
  /** At these sites alone, whatever else is asked, and of their evidence what lies there; absent for all. */
  readonly among?: readonly string[]
}

export const ALL_FINDINGS: FindingFilter = {
  ...{ ids: [], checks: [], states: [], severities: [], site: null, owner: null },
  ...{ isDormant: null, minAge: null, maxAge: null, text: null },
}

export type FindingSort = 'severity' | 'age' | 'check' | 'site' | 'owner' | 'name'

export interface FindingPage {
  readonly sort: FindingSort
  /** Null: all of them. */
  readonly limit: number | null
  readonly offset: number
}

/** A disagreement as a work list shows it. */
export interface ListedFinding {
  readonly id: number
  readonly check: string
  readonly scope: string
  readonly subject: string
  readonly state: FindingState
  readonly severity: Severity
  readonly name: string | null
  readonly site: string | null
  readonly municipality: string | null
  readonly building: string | null
  readonly evidence: Readonly<Record<string, unknown>>
  readonly firstSeen: Day
  /** From when it has stood without a break. */
  readonly standingSince: Day
  /** When it was last there; the day of the check's newest look while it stands. */
  readonly lastSeen: Day | null
  /** Days from `standingSince` to today while it stands, to `lastSeen` after. */
  readonly ageDays: number
  readonly owner: string | null
  readonly note: string | null
  readonly acceptedUntil: Day | null
  readonly acceptReason: string | null
  /** Its check is off, or a source of its scope is no longer configured. */
  readonly isDormant: boolean
}

const SORTS: Readonly<Record<FindingSort, ReturnType<typeof sql>>> = {
  severity: sql`array_position(array['critical', 'high', 'medium', 'low'], f.severity), f.standing_since`,
  age: sql`f.standing_since`,
  check: sql`f.check_code, f.standing_since`,
  site: sql`lower(coalesce(site.name, f.municipality)) nulls last, f.check_code`,
  owner: sql`lower(f.owner) nulls last, f.standing_since`,
  name: sql`lower(f.name) nulls last`,
}

/** Findings in a total order, as of today. */
export function listedFindings(
  filter: FindingFilter,
  { sort, limit, offset }: FindingPage,
  today: Day,
) {
  return sql<ListedFinding>`
    select ${listed(filter, today)}
    ${narrowed(filter, today)}
    order by ${SORTS[sort]}, f.id
    limit ${limit}
    offset ${offset}`
}

/** The findings that come after one by their numbers, at most `limit`. */
export interface FindingsAfter {
  readonly after: number
  readonly limit: number
}

/** Findings by their numbers, as of today: a batch of them costs the same wherever it begins. */
export function findingsAfter(filter: FindingFilter, { after, limit }: FindingsAfter, today: Day) {
  return sql<ListedFinding>`
    select ${listed(filter, today)}
    ${narrowed(filter, today)} and f.id > ${after}
    order by f.id
    limit ${limit}`
}

function listed({ among }: FindingFilter, today: Day) {
  return sql`
    f.id, f.check_code as "check", f.scope, f.subject, f.state, f.severity, f.name,
    site.name as site, f.municipality, f.building, ${evidenceSeen(among)} as evidence,
    f.first_seen::text as "firstSeen", f.standing_since::text as "standingSince",
    coalesce(f.last_seen, looked.day)::text as "lastSeen", ${ageOn(today)} as "ageDays", f.owner, f.note,
    case when f.state = 'accepted' then f.accepted_until::text end as "acceptedUntil",
    case when f.state = 'accepted' then f.accept_reason end as "acceptReason",
    f.is_dormant as "isDormant"`
}

/**
 * What of the evidence lies at some sites: all but the nearest other machine where all of its records are there, else
 * just those that are.
 */
function evidenceSeen(among: FindingFilter['among']) {
  if (among === undefined) return sql`f.evidence`
  const there = sql`(
    select coalesce(jsonb_agg(r.told order by r.n), '[]')
    from jsonb_path_query(f.evidence, 'lax $.records[*]') with ordinality r (told, n)
    where r.told ->> 'site' = any(${among}::text[]))`
  return sql`
    case when ${there} = f.evidence -> 'records' then f.evidence - 'lost'
      else jsonb_build_object('records', ${there}) end`
}

export function countFindings(filter: FindingFilter, today: Day) {
  return sql<{ count: number }>`select count(*) as count ${narrowed(filter, today)}`
}

/** How many findings of a list there are, by check and severity. */
export function findingsByCheck(filter: FindingFilter, today: Day) {
  return sql<{ check: string; severity: Severity; count: number; oldestDays: number }>`
    select f.check_code as "check", f.severity, count(*) as count,
      max(${ageOn(today)})::integer as "oldestDays"
    ${narrowed(filter, today)}
    group by f.check_code, f.severity
    order by array_position(array['critical', 'high', 'medium', 'low'], f.severity), f.check_code`
}

/** How many findings of a list there are by severity and by how long they have stood: from each of `fromDays` on. */
export function findingsByAge(filter: FindingFilter, fromDays: readonly number[], today: Day) {
  return sql<{ severity: Severity; fromDays: number; count: number; oldestDays: number }>`
    select f.severity, bound.days as "fromDays", count(*) as count,
      max(${ageOn(today)})::integer as "oldestDays"
    from (
      select f.id, f.severity, f.last_seen, f.standing_since
      ${narrowed(filter, today)}) f
    cross join lateral (
      select max(days) as days
      from unnest(${fromDays}::integer[]) as days
      where days <= ${ageOn(today)}) bound
    group by f.severity, bound.days`
}

/** Every check and scope of which something stands that is not known to be looked at no more. */
export function standingScopes() {
  return sql<{ check: string; scope: string }>`
    select distinct check_code as "check", scope
    from finding
    where state <> 'verified' and not is_dormant`
}

/** Everybody who owns a finding, or owned it when it went, in the order of their names. */
export function findingOwners() {
  return sql<{
    owner: string
  }>`select distinct owner from finding where owner is not null order by owner`
}

/** The ids of a list, for a word on all of them. */
export function findingIds(filter: FindingFilter, today: Day) {
  return sql<{ id: number }>`select f.id ${narrowed(filter, today)} order by f.id`
}

function ageOn(today: Day) {
  return sql`greatest(0, coalesce(f.last_seen, ${today}::date) - f.standing_since)`
}

function narrowed(filter: FindingFilter, today: Day) {
  const { ids, checks, states, severities, site, owner, isDormant, minAge, maxAge, text } = filter
  const { among } = filter
  return sql`
    from finding f
    left join site on site.id = f.site_id
    left join (
      select check_code, scope, max(day) as day
      from check_look
      where skipped is null
      group by check_code, scope) looked on looked.check_code = f.check_code and looked.scope = f.scope
    where true
      ${ids.length === 0 ? sql`` : sql`and f.id = any(${ids}::bigint[])`}
      ${checks.length === 0 ? sql`` : sql`and f.check_code = any(${checks}::text[])`}
      ${states.length === 0 ? sql`` : sql`and f.state = any(${states}::text[])`}
      ${severities.length === 0 ? sql`` : sql`and f.severity = any(${severities}::text[])`}
      ${
        site === null
          ? sql``
          : sql`and lower(${site}) in (lower(site.name), lower(f.municipality), lower(f.building))`
      }
      ${among === undefined ? sql`` : sql`and site.name = any(${among}::text[])`}
      ${owner === null ? sql`` : sql`and lower(coalesce(f.owner, '')) = lower(${owner})`}
      ${isDormant === null ? sql`` : sql`and f.is_dormant = ${isDormant}`}
      ${minAge === null ? sql`` : sql`and ${ageOn(today)} >= ${minAge}`}
      ${maxAge === null ? sql`` : sql`and ${ageOn(today)} <= ${maxAge}`}
      ${text === null ? sql`` : sql`and ${says(text, among)}`}`
}

/** Whether anything a finding says holds a text; the names of what evidence holds are no part of it. */
function says(text: string, among: FindingFilter['among']) {
  const pattern = folded(sql`${`%${text.replaceAll(/[\\%_]/gu, '\\$&')}%`}::text`)
  return sql`(
    ${folded(sql`concat_ws(' ', f.name, f.subject, f.note)`)} like ${pattern}
    or exists (
      select
      from jsonb_path_query(${evidenceSeen(among)}, 'strict $.** ? (@.type() == "string")') as said (value)
      where ${folded(sql`said.value #>> '{}'`)} like ${pattern}))`
}

/** Without case and accents. */
function folded(text: ReturnType<typeof sql>) {
  return sql`lower(regexp_replace(normalize(${text}, nfd), '[\\u0300-\\u036f]', '', 'g'))`
}

/** What happened to a finding. */
export interface FindingEvent {
  readonly kind: FindingEventKind
  readonly day: Day
  readonly at: Date
  readonly runId: number
  readonly planId: number | null
  /** The person whose word it is; null for a look at the sources. */
  readonly actor: string | null
  readonly words: string | null
  readonly until: Day | null
  readonly stoodDays: number | null
}

/** The whole life of a finding, oldest first. */
export function eventsOf(findingId: number) {
  return sql<FindingEvent>`
    select kind, day::text as day, at, run_id as "runId", plan_id as "planId", actor, words,
      until::text as until, stood_days as "stoodDays"
    from finding_event
    where finding_id = ${findingId}
    order by id`
}

/** The newest look of every check at every scope. */
export interface LatestLook {
  readonly check: string
  readonly scope: string
  readonly day: Day
  readonly at: Date
  readonly compared: Readonly<Record<string, Day | null>>
  /** Of each source that was not complete, why; null when all were. */
  readonly skipped: Readonly<Record<string, string>> | null
}

export function latestLooks() {
  return sql<LatestLook>`
    select distinct on (check_code, scope) check_code as "check", scope, day::text as day, at, compared,
      skipped
    from check_look
    order by check_code, scope, id desc`
}
