import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'

/** Of which days the figures are asked, and what they are narrowed to; left out or empty: not narrowed. */
export interface DaySpan {
  readonly from: Day
  readonly to: Day
  readonly checks?: readonly string[]
  /** Name of a site or a municipality; any case. */
  readonly site?: string | null
}

/** A day's figures of a check at one site. */
export interface FindingDayRow {
  readonly day: Day
  readonly check: string
  readonly site: string | null
  readonly municipality: string | null
  readonly standing: number
  readonly accepted: number
  readonly opened: number
  readonly verified: number
  /** Days those that stand have stood, on average; null when none stands. */
  readonly meanAgeDays: number | null
  readonly oldestDays: number
  /** Days those that went had stood, on average; null when none went. */
  readonly meanFixDays: number | null
}

/** How the disagreements stood, day by day, check by check and site by site. */
export function findingDays({ from, to, checks = [], site = null }: DaySpan) {
  return sql<FindingDayRow>`
    select d.day::text as day, d.check_code as "check", site.name as site, d.municipality,
      sum(d.standing)::integer as standing, sum(d.accepted)::integer as accepted,
      sum(d.opened)::integer as opened, sum(d.verified)::integer as verified,
      (sum(d.age_days)::double precision / nullif(sum(d.standing), 0)) as "meanAgeDays",
      max(d.oldest_days) as "oldestDays",
      (sum(d.fix_days)::double precision / nullif(sum(d.verified), 0)) as "meanFixDays"
    from finding_day d
    left join site on site.id = d.site_id
    where d.day between ${from}::date and ${to}::date
      ${checks.length === 0 ? sql`` : sql`and d.check_code = any(${checks}::text[])`}
      ${site === null ? sql`` : sql`and lower(${site}) in (lower(site.name), lower(d.municipality))`}
    group by d.day, d.check_code, site.name, d.municipality
    order by d.day, d.check_code, site.name, d.municipality`
}

/** Whether a check looked at a scope on a day. */
export interface LookedDay {
  readonly day: Day
  readonly check: string
  readonly scope: string
  /** Of each source that was not complete, why; null when it looked at least once that day. */
  readonly skipped: Readonly<Record<string, string>> | null
}

/** Which checks looked, or would have looked, at what and on which day. */
export function lookedDays({ from, to, checks = [] }: DaySpan) {
  return sql<LookedDay>`
    select distinct on (day, check_code, scope) day::text as day, check_code as "check", scope, skipped
    from check_look
    where day between ${from}::date and ${to}::date
      ${checks.length === 0 ? sql`` : sql`and check_code = any(${checks}::text[])`}
    order by day, check_code, scope, (skipped is null) desc, id desc`
}

/** Where disagreements were ever seen, beside the sites: municipalities, and buildings in them. */
export interface SeenPlace {
  readonly kind: 'municipality' | 'building'
  readonly name: string
}

export function seenPlaces() {
  return sql<SeenPlace>`
    select distinct place.kind, place.name
    from finding f
    cross join lateral (
      values ('municipality', f.municipality), ('building', f.building)) place (kind, name)
    where place.name is not null
    order by place.name, place.kind`
}
