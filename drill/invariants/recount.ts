import { inSql } from './invariant.ts'

const LISTED = `
  select m.day, r.source, s.site_id, r.class, r.is_spare, r.is_billable, r.record_id
  from matched_day m
  cross join lateral record_on(m.day) r
  left join lateral site_on(m.day) s on s.source = r.source and s.organisation_key = r.organisation_key
  where m.is_counted and r.is_machine`

/** Of each counted day. */
const RECORDS = `
  with anew as (
    select day, source, site_id, class, is_spare, is_billable, count(*) as records
    from (${LISTED}) listed
    group by day, source, site_id, class, is_spare, is_billable),
  kept as (
    select day, source, site_id, class, is_spare, is_billable, records
    from day_count
    where day in (select day from matched_day where is_counted)),
  unlike as (
    (select 'kept' as which, * from kept except all select 'kept', * from anew)
    union all
    (select 'anew', * from anew except all select 'anew', * from kept))
  select format('records of %s, %s, site %s, %s: %s %s', day, source, site_id, class, records, which) as breach
  from unlike`

const DEVICES = `
  with anew as (
    select d.day, d.site_id, grouping(d.site_id) = 1 as is_total,
      count(distinct coalesce(l.device_id, -d.record_id)) as devices
    from (${LISTED}) d
    left join lateral link_on(d.day) l on l.record_id = d.record_id
    group by grouping sets ((d.day, d.site_id), (d.day))),
  kept as (
    select day, site_id, is_total, devices
    from day_distinct
    where day in (select day from matched_day where is_counted)),
  unlike as (
    (select 'kept' as which, * from kept except all select 'kept', * from anew)
    union all
    (select 'anew', * from anew except all select 'anew', * from kept))
  select format('devices of %s, site %s: %s %s', day, site_id, devices, which) as breach
  from unlike`

const CHANGES = `
  select format('plan %s has %s changes of %s', p.id, count(c.n), p.changes) as breach
  from plan p
  left join change c on c.plan_id = p.id
  group by p.id
  having count(c.n) <> p.changes`

const EVENTS = `
  with anew as (
    select metric_id, day, sum(value) as sum, count(*) as count, min(value) as min, max(value) as max,
      count(distinct subject) as subjects
    from event
    group by metric_id, day),
  unlike as (
    (select 'kept' as which, * from metric_day except all select 'kept', * from anew)
    union all
    (select 'anew', * from anew except all select 'anew', * from metric_day))
  select format('metric %s on %s: %s events, sum %s, %s', metric_id, day, count, sum, which) as breach
  from unlike`

export const recount = inSql(
  {
    name: 'recount',
    states: 'what is counted is what a count anew gives: machines, records, changes, events by day',
    holds: 'always',
  },
  [RECORDS, DEVICES, CHANGES, EVENTS],
)
