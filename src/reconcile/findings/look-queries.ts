import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'

/** A look at the sources: by which run, for which plan (null: none), on which day. */
export interface LookId {
  readonly runId: number
  readonly planId: number | null
  /** The day that was looked at. */
  readonly day: Day
  /** The calendar's day, by which what people accepted ends. */
  readonly today: Day
}

/** Where what was seen is laid, and what was looked at, before both are compared with what is kept. */
export function createLookStage() {
  return sql`
    create temporary table seen (
      check_code text not null, scope text not null, subject text not null, severity text not null,
      name text, evidence jsonb not null, site_id bigint, building text, municipality text)
    on commit drop`
}

export function createScopeStage() {
  return sql`
    create temporary table looked (
      check_code text not null, scope text not null, as_of timestamptz not null)
    on commit drop`
}

/** Keeps two looks from being compared with one another's half of the findings. */
export function lockFindings() {
  return sql`select pg_advisory_xact_lock(hashtextextended('muster findings', 0))`
}

const seenOf = sql`
  s.check_code = f.check_code and s.scope = f.scope and s.subject = f.subject`

/** Standing findings that a look at their scope did not see. */
export function verifyGone({ runId, planId, day }: LookId) {
  return sql`
    with gone as (
      update finding f
      set state = 'verified', fixed_at = null, is_dormant = false,
        last_seen = greatest(f.standing_since, coalesce(l.day_before, f.standing_since))
      from (
        select check_code, scope, (
          select max(k.day)
          from check_look k
          where k.check_code = looked.check_code and k.scope = looked.scope and k.skipped is null
            and k.day < ${day}::date) as day_before
        from looked
        offset 0) l
      where f.state <> 'verified' and l.check_code = f.check_code and l.scope = f.scope
        and not exists (select from seen s where ${seenOf})
      returning f.id, f.last_seen - f.standing_since as stood_days)
    insert into finding_event (finding_id, kind, day, run_id, plan_id, stood_days)
    select id, 'verified', ${day}::date, ${runId}, ${planId}::bigint,
      stood_days
    from gone
    order by id`
}

/** Those that were gone and are seen again; a person's acceptance holds until its date. */
export function returnSeen({ runId, planId, day, today }: LookId) {
  return sql`
    with back as (
      update finding f
      set state = case when f.accepted_until >= ${today}::date then 'accepted' else 'open' end,
        standing_since = ${day}::date, last_seen = null
      from seen s
      where f.state = 'verified' and ${seenOf}
      returning f.id)
    insert into finding_event (finding_id, kind, day, run_id, plan_id)
    select id, 'returned', ${day}::date, ${runId}, ${planId}::bigint
    from back
    order by id`
}

/** Those a person said were fixed, and that what was fetched since still shows. */
export function reopenUnfixed({ runId, planId, day }: LookId) {
  return sql`
    with still as (
      update finding f
      set state = 'open', fixed_at = null
      from seen s, looked l
      where f.state = 'fixed' and ${seenOf}
        and l.check_code = f.check_code and l.scope = f.scope and l.as_of > f.fixed_at
      returning f.id)
    insert into finding_event (finding_id, kind, day, run_id, plan_id)
    select id, 'reopened', ${day}::date, ${runId}, ${planId}::bigint
    from still
    order by id`
}

/** Accepted until a day that is over, whether or not their sources were looked at. */
export function lapseAccepted({ runId, planId, today }: LookId) {
  return sql`
    with lapsed as (
      update finding
      set state = 'open', accepted_until = null, accept_reason = null
      where state = 'accepted' and accepted_until < ${today}::date
      returning id)
    insert into finding_event (finding_id, kind, day, run_id, plan_id)
    select id, 'lapsed', ${today}::date, ${runId}, ${planId}::bigint
    from lapsed
    order by id`
}

/** What is known of findings that stand: nothing is written where nothing changed. */
export function refreshSeen() {
  return sql`
    update finding f
    set severity = s.severity, name = s.name, evidence = s.evidence, site_id = s.site_id,
      building = s.building, municipality = s.municipality
    from seen s
    where ${seenOf}
      and (f.severity, f.name, f.evidence, f.site_id, f.building, f.municipality)
        is distinct from (s.severity, s.name, s.evidence, s.site_id, s.building, s.municipality)`
}

/** Those never seen before, by id as they were seen. No other takes an id: people type them, so they stay short. */
export function openNew({ runId, planId, day }: LookId) {
  return sql`
    with new as (
      insert into finding (check_code, scope, subject, state, severity, name, evidence, site_id,
        building, municipality, first_seen, standing_since)
      select s.check_code, s.scope, s.subject, 'open', s.severity, s.name, s.evidence, s.site_id,
        s.building, s.municipality, ${day}::date, ${day}::date
      from seen s
      where not exists (select from finding f where ${seenOf})
      order by s.ctid
      on conflict (check_code, scope, subject) do nothing
      returning id)
    insert into finding_event (finding_id, kind, day, run_id, plan_id)
    select id, 'opened', ${day}::date, ${runId}, ${planId}::bigint
    from new
    order by id`
}

/** Findings that no look can see any more, and those that one can see again, by all that is looked at. */
export function tellDormant(looks: readonly { readonly check: string; readonly scope: string }[]) {
  return sql`
    update finding f
    set is_dormant = not f.is_dormant
    where f.state <> 'verified' and f.is_dormant = exists (
        select
        from unnest(${looks.map(({ check }) => check)}::text[], ${looks.map(({ scope }) => scope)}::text[])
          as l (check_code, scope)
        where l.check_code = f.check_code and l.scope = f.scope)`
}

/** What a check looked at, or why it did not look. */
export interface KeptLook {
  readonly check: string
  readonly scope: string
  /** The day of each source that was, or would have been, compared. */
  readonly compared: Readonly<Record<string, Day | null>>
  /** Of each source that was not complete, why; null when all were. */
  readonly skipped: Readonly<Record<string, string>> | null
}

export function insertLooks({ runId, day }: LookId, looks: readonly KeptLook[]) {
  return sql`
    insert into check_look (run_id, check_code, scope, day, compared, skipped)
    select ${runId}, "check", scope, ${day}::date, compared, nullif(skipped, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(looks)}::jsonb)
      as k ("check" text, scope text, compared jsonb, skipped jsonb)`
}

/** How what a look covered stands by the end of its day; a later look of the day takes the place of an earlier. */
export function clearDay(day: Day) {
  return sql`
    delete from finding_day d
    using looked l
    where d.day = ${day}::date and d.check_code = l.check_code and d.scope = l.scope`
}

export function countDay(day: Day) {
  return sql`
    with stood as (
      select f.check_code, f.scope, f.site_id, f.municipality, f.state,
        case when f.state = 'verified' then null
          else greatest(0, ${day}::date - f.standing_since) end as age, e.came, e.went, e.fix_days
      from finding f
      join looked l on l.check_code = f.check_code and l.scope = f.scope
      left join (
        select finding_id, count(*) filter (where kind in ('opened', 'returned')) as came,
          count(*) filter (where kind = 'verified') as went, sum(stood_days) as fix_days
        from finding_event
        where day = ${day}::date and kind in ('opened', 'returned', 'verified')
        group by finding_id) e on e.finding_id = f.id
      where f.state <> 'verified' or e.finding_id is not null)
    insert into finding_day (day, check_code, scope, site_id, municipality, standing, accepted, opened,
      verified, age_days, oldest_days, fix_days)
    select ${day}::date, check_code, scope, site_id, municipality, count(age),
      count(*) filter (where state = 'accepted'), coalesce(sum(came), 0), coalesce(sum(went), 0),
      coalesce(sum(age), 0), coalesce(max(age), 0), coalesce(sum(fix_days), 0)
    from stood
    group by check_code, scope, site_id, municipality`
}

/** The newest day a check ever looked at; null when it never did. */
export function newestLook() {
  return sql<{ check: string; scope: string; day: Day }>`
    select check_code as "check", scope, max(day)::text as day
    from check_look
    where skipped is null
    group by check_code, scope`
}
