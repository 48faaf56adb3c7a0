-- Files of events, the events in them, and what they come to by day. Written by events.
create table event_source (
  id bigint generated always as identity primary key,
  name text not null unique,
  -- how its files are read unless they say otherwise: time zone, columns, formats
  profile jsonb not null default '{}',
  saved_by text,
  saved_at timestamptz,
  created_at timestamptz not null default now()
);

create table metric (
  id bigint generated always as identity primary key,
  source_id bigint not null references event_source,
  name text not null,
  unique (source_id, name)
);

-- One file that was taken in whole; one that was refused leaves nothing.
create table upload (
  id bigint generated always as identity primary key,
  run_id bigint not null references run,
  -- whose file it is; its rows may name other sources
  source_id bigint not null references event_source,
  file_name text not null,
  -- SHA-256 of the file as received, and of how it was read: profile, mode, what becomes of conflicts
  file_hash bytea not null,
  reading_hash bytea not null,
  bytes bigint not null,
  -- {format, encoding, delimiter, isGzip}
  nature jsonb not null,
  profile jsonb not null,
  mode text not null check (mode in ('strict', 'lenient')),
  on_conflict text not null check (on_conflict in ('keep', 'replace')),
  rows bigint not null,
  inserted bigint not null,
  duplicates bigint not null,
  conflicts bigint not null,
  rejected bigint not null,
  first_at timestamptz,
  last_at timestamptz,
  metrics text[] not null,
  warnings jsonb not null default '[]',
  actor text not null,
  at timestamptz not null default now(),
  unique (source_id, file_hash, reading_hash),
  check (rows = inserted + duplicates + conflicts + rejected)
);
create index upload_run on upload (run_id);

-- The file as received, packed and sealed piece by piece.
create table upload_chunk (
  upload_id bigint not null references upload,
  n integer not null,
  key_id text not null,
  -- AES-256-GCM: nonce, ciphertext, tag
  sealed bytea not null,
  primary key (upload_id, n)
);
alter table upload_chunk alter column sealed set storage external;
create index upload_chunk_key on upload_chunk (key_id);

create table event (
  -- of `id`, or of source, instant, metric, subject and dimensions; the first 16 bytes of a SHA-256
  key bytea primary key,
  metric_id bigint not null,
  -- in the time zone of its source when it came
  day date not null,
  at timestamptz not null,
  value numeric not null,
  subject text,
  dimensions jsonb,
  upload_id bigint not null
);
create index event_day on event (metric_id, day);

-- An event that came again with another value.
create table event_conflict (
  id bigint generated always as identity primary key,
  key bytea not null,
  -- its upload is kept last, once it is known what became of its rows
  upload_id bigint not null references upload deferrable initially deferred,
  line integer not null,
  -- what stood, and what came; `is_replaced` tells which of them stands since
  stood numeric not null,
  came numeric not null,
  is_replaced boolean not null
);
create index event_conflict_upload on event_conflict (upload_id);

-- A row of a file that was taken in without it.
create table event_rejection (
  upload_id bigint not null references upload,
  n integer not null,
  line integer not null,
  -- [{column, cell, code, value}]
  faults jsonb not null,
  primary key (upload_id, n)
);

-- What the events of a metric come to on a day; a day without events has no row.
create table metric_day (
  metric_id bigint not null references metric,
  day date not null,
  sum numeric not null,
  count bigint not null check (count > 0),
  min numeric not null,
  max numeric not null,
  -- different subjects; 0 where no event names one
  subjects bigint not null,
  primary key (metric_id, day)
);

alter table run
  drop constraint run_task_check,
  add constraint run_task_check check (task in (
    'check', 'plan', 'apply', 'verify', 'undo', 'report', 'accept', 'nightly',
    'collect', 'import-day', 'prune', 'link', 'unlink', 'site-map', 'rotate-keys',
    'reconcile', 'decide', 'ingest'));

-- Daily figures of machines: inventory's promise. `site` is null for those at no site, and where `is_total`.
create view machine_series as
select c.day, figure.metric, site.name as site, grouping(site.name) = 1 as is_total,
  sum(figure.records) as figure
from day_count c
left join site on site.id = c.site_id
cross join lateral (
  values ('devices.total', c.records),
    ('devices.servers', case when c.class = 'server' and not c.is_spare then c.records else 0 end),
    ('devices.workstations', case when c.class = 'workstation' and not c.is_spare then c.records else 0 end),
    ('devices.spare', case when c.is_spare then c.records else 0 end),
    ('devices.billable', case when c.is_billable then c.records else 0 end),
    ('devices.' || c.source, c.records)
  ) figure (metric, records)
group by grouping sets ((c.day, figure.metric, site.name), (c.day, figure.metric))
union all
select d.day, 'devices.distinct', site.name, d.is_total, d.devices
from day_distinct d
left join site on site.id = d.site_id;

-- Daily figures of disagreements: reconcile's promise; of all checks together, and of each.
create view finding_series as
select f.day, figure.metric, coalesce(site.name, f.municipality) as site,
  grouping(coalesce(site.name, f.municipality)) = 1 as is_total, sum(figure.findings) as figure
from finding_day f
left join site on site.id = f.site_id
cross join lateral (
  values ('findings.open', f.standing - f.accepted),
    ('findings.accepted', f.accepted),
    ('findings.opened', f.opened),
    ('findings.verified', f.verified),
    ('findings.open.' || f.check_code, f.standing - f.accepted)
  ) figure (metric, findings)
group by grouping sets (
  (f.day, figure.metric, coalesce(site.name, f.municipality)), (f.day, figure.metric));

-- Daily figures, wherever they come from. Those of Muster's own are of the source `muster`.
create view daily_series as
select s.name as source, m.name as metric, null::text as site, true as is_total, d.day, d.sum,
  d.sum / d.count as average, d.count, d.min, d.max, d.subjects
from metric_day d
join metric m on m.id = d.metric_id
join event_source s on s.id = m.source_id
union all
select 'muster', metric, site, is_total, day, figure, figure, 1, figure, figure, 0
from (select * from machine_series union all select * from finding_series) own
