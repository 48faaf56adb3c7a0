-- What the inventory was worth on a day: analysed from what OCS, finance and the classifier said. Written by analytics.
create table analysis_day (
  day date primary key,
  run_id bigint not null references run,
  at timestamptz not null default clock_timestamp(),
  -- figures and codes as they were told that day, with the rules they follow
  analysis jsonb not null
);
create index analysis_day_run on analysis_day (run_id);

-- The quality of all devices, of those at a site (a municipality, or the building where none is named),
-- and of those in a building; place is null for all, and for those nobody knows the place of.
create table quality_day (
  day date not null references analysis_day on delete cascade,
  scope text not null check (scope in ('all', 'site', 'building')),
  place text,
  devices integer not null,
  tagged integer not null,
  -- 0 to 100, to one decimal; null without devices
  score numeric,
  -- of so many that were asked, so many pass
  completeness_of bigint not null,
  completeness_passed bigint not null,
  consistency_of bigint not null,
  consistency_passed bigint not null,
  uniqueness_of bigint not null,
  uniqueness_passed bigint not null,
  validity_of bigint not null,
  validity_passed bigint not null,
  unique nulls not distinct (day, scope, place),
  check (scope <> 'all' or place is null),
  check (completeness_passed between 0 and completeness_of),
  check (consistency_passed between 0 and consistency_of),
  check (uniqueness_passed between 0 and uniqueness_of),
  check (validity_passed between 0 and validity_of)
);

-- The rows that fail a measure on a day; as long as days are kept one by one.
create table quality_failure (
  day date not null references analysis_day on delete cascade,
  n integer not null,
  measure text not null check (measure in ('completeness', 'consistency', 'uniqueness', 'validity')),
  -- of completeness: which field is not filled
  field text,
  why text not null,
  -- what stands there
  value text,
  record_key text not null,
  hostname text,
  inventory_number text,
  tag text,
  serial text,
  last_user text,
  building text,
  municipality text,
  primary key (day, n),
  check ((measure = 'completeness') = (field is not null))
);

alter table run
  drop constraint run_task_check,
  add constraint run_task_check check (task in (
    'check', 'plan', 'apply', 'verify', 'undo', 'report', 'accept', 'nightly',
    'collect', 'import-day', 'prune', 'link', 'unlink', 'site-map', 'rotate-keys',
    'reconcile', 'decide', 'ingest', 'analyze'));

-- What came of every plan that changes were tried of: reconcile's promise.
create view plan_result as
select p.id, p.kind, p.state, p.target, p.changes, count(*) as tried,
  count(*) filter (where o.kind = 'applied') as applied, max(o.at) as last_at
from plan p
join outcome o on o.plan_id = p.id
group by p.id;

-- Daily figures of quality, in per cent: analytics' promise. `site` is null for devices nobody knows the
-- place of, and where `is_total`. A share that nothing was asked for has no figure.
create view quality_series as
select q.day, figure.metric, q.place as site, q.scope = 'all' as is_total, figure.figure
from quality_day q
cross join lateral (
  values ('quality.score', q.score),
    ('quality.completeness', round(100.0 * q.completeness_passed / nullif(q.completeness_of, 0), 6)),
    ('quality.consistency', round(100.0 * q.consistency_passed / nullif(q.consistency_of, 0), 6)),
    ('quality.uniqueness', round(100.0 * q.uniqueness_passed / nullif(q.uniqueness_of, 0), 6)),
    ('quality.validity', round(100.0 * q.validity_passed / nullif(q.validity_of, 0), 6)),
    ('tags.coverage', round(100.0 * q.tagged / nullif(q.devices, 0), 6))
  ) figure (metric, figure)
where q.scope in ('all', 'site') and figure.figure is not null;

create or replace view daily_series as
select s.name as source, m.name as metric, null::text as site, true as is_total, d.day, d.sum,
  d.sum / d.count as average, d.count, d.min, d.max, d.subjects
from metric_day d
join metric m on m.id = d.metric_id
join event_source s on s.id = m.source_id
union all
select 'muster', metric, site, is_total, day, figure, figure, 1, figure, figure, 0
from (
  select * from machine_series
  union all
  select * from finding_series
  union all
  select * from quality_series) own;
