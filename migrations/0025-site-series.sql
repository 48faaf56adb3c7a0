-- Figures by site as series of their own. Outside such a series is named by the source `muster:` and the name of
-- the site; what is kept of it is kept under the site's number, so that a site may be renamed.
create index day_count_site on day_count (site_id, day) where site_id is not null;
create index day_distinct_site on day_distinct (site_id, day) where site_id is not null;
create index finding_day_site on finding_day (site_id, day) where site_id is not null;
create index finding_day_municipality on finding_day (municipality, day) where site_id is null;

-- Under what a source is kept, by its name: `muster#7` for the site of that number. A place that is no site, such as
-- a municipality of the books, has its name only.
create function series_key(source text) returns text
language sql stable parallel safe as $$
  select case
    when source like 'muster:%' then
      coalesce((select 'muster#' || s.id from site s where s.name = substr(source, 8)), source)
    else source
  end
$$;

-- The name of a source, by what it is kept under.
create function series_source(key text) returns text
language sql stable parallel safe as $$
  select case
    when key ~ '^muster#[0-9]{1,18}$' then
      coalesce((select 'muster:' || s.name from site s where s.id = substr(key, 8)::bigint), key)
    else key
  end
$$;

-- Totals and places apart, so that who asks for one need not have the other worked out, nor all places for one of
-- them. From the day a site is first counted on it has a figure of every day that was counted: of a site that has
-- lost its machines that is 0.
create or replace view machine_series as
select c.day, figure.metric, null::text as site, true as is_total, sum(figure.records) as figure,
  null::bigint as site_id
from day_count c
cross join lateral (
  values ('devices.total', c.records),
    ('devices.servers', case when c.class = 'server' and not c.is_spare then c.records else 0 end),
    ('devices.workstations', case when c.class = 'workstation' and not c.is_spare then c.records else 0 end),
    ('devices.spare', case when c.is_spare then c.records else 0 end),
    ('devices.billable', case when c.is_billable then c.records else 0 end),
    ('devices.' || c.source, c.records)
  ) figure (metric, records)
group by c.day, figure.metric
union all
select c.day, figure.metric, c.site, false, sum(figure.records), c.site_id
from (
  select t.day, s.name as site, s.id as site_id, c.source, c.class, c.is_spare, c.is_billable,
    coalesce(c.records, 0) as records
  from site s
  cross join lateral (
    select min(d.day) as day from day_distinct d where d.site_id = s.id and not d.is_total) first
  join day_distinct t on t.is_total and t.day >= first.day
  left join day_count c on c.site_id = s.id and c.day = t.day
  union all
  select c.day, null, null, c.source, c.class, c.is_spare, c.is_billable, c.records
  from day_count c
  where c.site_id is null) c
cross join lateral (
  values ('devices.total', c.records),
    ('devices.servers', case when c.class = 'server' and not c.is_spare then c.records else 0 end),
    ('devices.workstations', case when c.class = 'workstation' and not c.is_spare then c.records else 0 end),
    ('devices.spare', case when c.is_spare then c.records else 0 end),
    ('devices.billable', case when c.is_billable then c.records else 0 end),
    ('devices.' || c.source, c.records)
  ) figure (metric, records)
where figure.metric is not null
group by c.day, figure.metric, c.site, c.site_id
union all
select d.day, 'devices.distinct', null, true, d.devices, null
from day_distinct d
where d.is_total
union all
select t.day, 'devices.distinct', s.name, false, coalesce(d.devices, 0), s.id
from site s
cross join lateral (
  select min(d.day) as day from day_distinct d where d.site_id = s.id and not d.is_total) first
join day_distinct t on t.is_total and t.day >= first.day
left join day_distinct d on d.site_id = s.id and d.day = t.day and not d.is_total
union all
select d.day, 'devices.distinct', null, false, d.devices, null
from day_distinct d
where not d.is_total and d.site_id is null;

create or replace view finding_series as
with looked as (
  select check_code, scope, day, bool_or(skipped is null) as is_whole
  from check_look
  group by check_code, scope, day),
partial_day as (
  select distinct day
  from (
    select day, is_whole,
      bool_or(is_whole) over (partition by check_code, scope order by day) as has_looked
    from looked) l
  where has_looked and not is_whole),
figured as not materialized (
  select f.day, f.check_code, s.name as site, s.id as site_id, f.standing, f.accepted, f.opened, f.verified
  from finding_day f
  join site s on s.id = f.site_id
  union all
  select f.day, f.check_code, f.municipality, s.id, f.standing, f.accepted, f.opened, f.verified
  from finding_day f
  left join site s on s.name = f.municipality
  where f.site_id is null)
select f.day, figure.metric, null::text as site, true as is_total, sum(figure.findings) as figure,
  null::bigint as site_id
from finding_day f
left join partial_day p on p.day = f.day
cross join lateral (
  values ('findings.open', f.standing - f.accepted),
    ('findings.accepted', f.accepted),
    ('findings.opened', f.opened),
    ('findings.verified', f.verified),
    ('findings.open.' || f.check_code, f.standing - f.accepted)
  ) figure (metric, findings)
where p.day is null or figure.metric = 'findings.open.' || f.check_code
group by f.day, figure.metric
union all
select f.day, figure.metric, f.site, false, sum(figure.findings), f.site_id
from figured f
left join partial_day p on p.day = f.day
cross join lateral (
  values ('findings.open', f.standing - f.accepted),
    ('findings.accepted', f.accepted),
    ('findings.opened', f.opened),
    ('findings.verified', f.verified),
    ('findings.open.' || f.check_code, f.standing - f.accepted)
  ) figure (metric, findings)
where p.day is null or figure.metric = 'findings.open.' || f.check_code
group by f.day, figure.metric, f.site, f.site_id;

create or replace view quality_series as
select q.day, figure.metric, q.place as site, q.scope = 'all' as is_total, figure.figure, s.id as site_id
from quality_day q
left join site s on s.name = q.place
cross join lateral (
  values ('quality.score', q.score),
    ('quality.completeness', round(100.0 * q.completeness_passed / nullif(q.completeness_of, 0), 6)),
    ('quality.consistency', round(100.0 * q.consistency_passed / nullif(q.consistency_of, 0), 6)),
    ('quality.uniqueness', round(100.0 * q.uniqueness_passed / nullif(q.uniqueness_of, 0), 6)),
    ('quality.validity', round(100.0 * q.validity_passed / nullif(q.validity_of, 0), 6)),
    ('tags.coverage', round(100.0 * q.tagged / nullif(q.devices, 0), 6))
  ) figure (metric, figure)
where q.scope in ('all', 'site') and figure.figure is not null;

create or replace view own_series as
select 'muster'::text as source, metric, site, is_total, day, figure as sum, figure as average,
  1::bigint as count, figure as min, figure as max, 0::bigint as subjects, site_id
from (
  select * from machine_series
  union all
  select * from finding_series
  union all
  select * from quality_series) own;

create or replace view daily_series as
select s.name as source, m.name as metric, null::text as site, true as is_total, d.day, d.sum,
  d.sum / d.count as average, d.count, d.min, d.max, d.subjects, null::bigint as site_id
from metric_day d
join metric m on m.id = d.metric_id
join event_source s on s.id = m.source_id
union all
select source, metric, site, is_total, day, sum, average, count, min, max, subjects, site_id
from own_series;

-- What is named as moving a series, and what one more of it adds:
-- [{regressor: {kind, ...}, effect: {coefficient, standardError}, missing}]; null where nothing is.
alter table forecast_model add column regressors jsonb;
