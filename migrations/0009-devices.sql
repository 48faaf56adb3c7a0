-- Machines, the places they belong to, and what is counted of them. Written by inventory.
create table site (
  id bigint generated always as identity primary key,
  name text not null unique,
  created_on date not null,
  -- machines of an internal site are no customer's
  is_internal boolean not null default false
);

-- Organisations as their sources name them.
create table organisation (
  source text not null,
  key text not null,
  name text,
  first_day date not null,
  last_day date not null,
  primary key (source, key)
);

-- Which site an organisation is, from a day until a day, without a gap from its first day on.
create table site_alias (
  source text not null,
  organisation_key text not null,
  valid_from date not null,
  valid_to date not null default 'infinity',
  site_id bigint references site,
  -- `unmapped`: nobody knows yet; `made`: a site of its own; `same-name`: its folded name is that of
  -- the site; `confirmed` and `ignored`: a person said so
  rule text not null check (rule in ('unmapped', 'made', 'same-name', 'confirmed', 'ignored')),
  evidence jsonb not null default '{}',
  decided_by text,
  reason text,
  decided_at timestamptz not null default now(),
  primary key (source, organisation_key, valid_from),
  foreign key (source, organisation_key) references organisation,
  check (valid_from < valid_to),
  check ((site_id is null) = (rule in ('unmapped', 'ignored'))),
  check ((rule in ('confirmed', 'ignored')) = (decided_by is not null)),
  exclude using gist (source with =, organisation_key with =, daterange(valid_from, valid_to) with &&)
);
create index site_alias_site on site_alias (site_id);

create table device (
  id bigint generated always as identity primary key,
  created_on date not null,
  -- the device this one turned out to be
  merged_into bigint references device
);

-- Which device a record speaks of, from a day until a day, and why.
create table device_link (
  record_id bigint not null references record,
  valid_from date not null,
  valid_to date not null default 'infinity',
  content_hash bytea not null,
  device_id bigint not null references device,
  -- null when no other record speaks of the device
  rule text,
  -- {value, through: record id}: what was found equal
  evidence jsonb not null default '{}',
  -- {record, rule, reason}: the best candidate that lost, if any
  rejected jsonb,
  primary key (record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (record_id with =, daterange(valid_from, valid_to) with &&)
);
create index device_link_device on device_link (device_id);

-- Machines that a rule found equal and could not tell apart: a person decides. As of the last matching.
create table ambiguous_match (
  n integer primary key,
  rule text not null,
  why text not null,
  -- [[record id, ...], ...]: what is taken for one machine each
  candidates jsonb not null
);

-- What a person said of two records: that they are one machine, or that they are not. Taken back, never deleted.
create table link_decision (
  id bigint generated always as identity primary key,
  one_record bigint not null references record,
  other_record bigint not null references record,
  kind text not null check (kind in ('must-link', 'cannot-link')),
  reason text,
  decided_by text not null,
  decided_at timestamptz not null default now(),
  revoked_by text,
  revoked_at timestamptz,
  check (one_record < other_record),
  check ((revoked_by is null) = (revoked_at is null))
);
create unique index link_decision_standing on link_decision (one_record, other_record)
  where revoked_at is null;

-- Days whose records were matched into devices.
create table matched_day (
  day date primary key,
  is_counted boolean not null default false
);
create index device_link_from on device_link (valid_from);
create index device_link_to on device_link (valid_to) where valid_to < 'infinity';

-- Records counted: of one day, one source, one site (null: unmapped).
create table day_count (
  day date not null,
  source text not null,
  site_id bigint references site,
  class text not null,
  is_spare boolean not null,
  is_billable boolean not null,
  records bigint not null check (records > 0)
);
create index day_count_day on day_count (day);

-- Machines counted once, however many sources list them: of one day at one site; in all where `is_total`.
create table day_distinct (
  day date not null,
  site_id bigint references site,
  is_total boolean not null,
  devices bigint not null
);
create index day_distinct_day on day_distinct (day);

-- The collection that stands for a month of a source.
create table month_end (
  source text not null,
  month date not null check (extract(day from month) = 1),
  day date not null,
  collection_id bigint not null references collection,
  primary key (source, month)
);

alter table collection
  -- when retention took what it had brought into the history
  add column pruned_at timestamptz;

create or replace view known_day as
  select distinct source, day
  from collection
  where state = 'complete' and history is not null and pruned_at is null;

-- The same, of sources whose records are machines.
create view machine_day as
  select distinct source, day
  from collection
  where state = 'complete' and history is not null and pruned_at is null and is_machine;

-- The site of every organisation on a day.
create function site_on(day date) returns table (source text, organisation_key text, site_id bigint)
language sql stable as $$
  select a.source, a.organisation_key, a.site_id
  from site_alias a
  where a.valid_from <= day and a.valid_to > day
$$;

-- The device of every record on a day.
create function link_on(day date) returns table (
  record_id bigint, device_id bigint, rule text, evidence jsonb, rejected jsonb, valid_from date)
language sql stable as $$
  select l.record_id, l.device_id, l.rule, l.evidence, l.rejected, l.valid_from
  from device_link l
  where l.valid_from <= day and l.valid_to > day
$$;
