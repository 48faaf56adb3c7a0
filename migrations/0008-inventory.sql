-- What every source says of its records, kept for as long as it says the same.
create extension if not exists btree_gist;

-- One record of one source, whatever it said of it over time. Written by inventory, as all below but `payload`.
create table record (
  id bigint generated always as identity primary key,
  source text not null,
  -- the source's own id of it
  native_key text not null,
  -- machines are matched into devices; other rows (assets, locations) are only kept
  is_machine boolean not null,
  unique (source, native_key)
);

-- A record while nothing material about it changed: from a day until a day, the last one excluded.
create table record_version (
  record_id bigint not null references record,
  valid_from date not null,
  valid_to date not null default 'infinity',
  -- of everything below but the payload; the first 16 bytes of a SHA-256
  content_hash bytea not null,
  -- the row as received when the version was opened
  payload_hash bytea,
  organisation_key text,
  organisation_name text,
  location_key text,
  location_name text,
  display_name text,
  hostname text,
  serial text,
  inventory_number text,
  uuid text,
  macs text[] not null default '{}',
  node_class text,
  role text,
  operating_system text,
  manufacturer text,
  model text,
  tags text[] not null default '{}',
  extra jsonb not null default '{}',
  class text check (class in ('server', 'workstation', 'other')),
  class_rule text,
  is_spare boolean,
  spare_rule text,
  is_billable boolean,
  billable_rule text,
  primary key (record_id, valid_from),
  check (valid_from < valid_to),
  check ((class is null) = (is_spare is null) and (class is null) = (is_billable is null)),
  exclude using gist (record_id with =, daterange(valid_from, valid_to) with &&)
);
create index record_version_payload on record_version (payload_hash);
create index record_version_from on record_version (valid_from);
create index record_version_to on record_version (valid_to) where valid_to < 'infinity';

-- What changes daily: as the newest day had it.
create table record_pulse (
  record_id bigint primary key references record,
  day date not null,
  last_contact timestamptz,
  is_online boolean,
  addresses text[] not null default '{}',
  free_bytes bigint,
  last_user text,
  -- where a person finds the row in its workbook
  place text
) with (fillfactor = 70);

-- A row as received, once for each distinct content, sealed. Written by collect.
create table payload (
  -- SHA-256 of the content
  hash bytea primary key,
  key_id text not null,
  -- AES-256-GCM: nonce, ciphertext, tag
  sealed bytea not null
);
create index payload_key on payload (key_id);

-- A source's tokens between runs, sealed. Written by collect.
create table source_token (
  source text primary key,
  key_id text not null,
  sealed bytea not null,
  saved_at timestamptz not null default now()
);

alter table run
  drop constraint run_task_check,
  add constraint run_task_check check (task in (
    'check', 'plan', 'apply', 'verify', 'undo', 'report', 'accept', 'nightly',
    'collect', 'import-day', 'prune', 'link', 'unlink', 'site-map', 'rotate-keys'));

alter table collection
  drop constraint collection_state_check,
  add constraint collection_state_check check (state in ('complete', 'partial', 'held', 'failed')),
  -- [{code, place, expected, received}]: what the source said it has and did not deliver
  add column missing jsonb not null default '[]',
  -- {opened, changed, closed, unchanged}: what it came to in the history; null when it was not taken into it
  add column history jsonb,
  -- whether its rows are machines; null for what no history is kept of
  add column is_machine boolean;

-- The rows of a held collection, until it is accepted or another try of its day takes its place. Written by collect.
create table held_row (
  collection_id bigint not null references collection,
  n integer not null,
  native_key text not null,
  content_hash bytea not null,
  -- of `record_version`, by column; null where the record stood just so on that day
  attributes jsonb,
  payload_hash bytea,
  last_contact timestamptz,
  is_online boolean,
  addresses text[] not null default '{}',
  free_bytes bigint,
  last_user text,
  place text,
  primary key (collection_id, n)
);
create index held_row_payload on held_row (payload_hash);

-- Days of each source that are known: what it said then is in the history.
create view known_day as
  select distinct source, day
  from collection
  where state = 'complete' and history is not null;

-- Every record of every source as it was on a day. Inlined where it is used.
create function record_on(day date) returns table (
  record_id bigint, source text, native_key text, is_machine boolean, valid_from date, valid_to date,
  organisation_key text, organisation_name text, location_key text, location_name text,
  display_name text, hostname text, serial text, inventory_number text, uuid text, macs text[],
  node_class text, role text, operating_system text, manufacturer text, model text, tags text[],
  extra jsonb, class text, class_rule text, is_spare boolean, spare_rule text, is_billable boolean,
  billable_rule text)
language sql stable as $$
  select r.id, r.source, r.native_key, r.is_machine, v.valid_from, v.valid_to,
    v.organisation_key, v.organisation_name, v.location_key, v.location_name,
    v.display_name, v.hostname, v.serial, v.inventory_number, v.uuid, v.macs,
    v.node_class, v.role, v.operating_system, v.manufacturer, v.model, v.tags,
    v.extra, v.class, v.class_rule, v.is_spare, v.spare_rule, v.is_billable, v.billable_rule
  from record_version v
  join record r on r.id = v.record_id
  where v.valid_from <= day and v.valid_to > day
$$;
