-- One source, one day, one try. Written by collect.
create table collection (
  id bigint generated always as identity primary key,
  run_id bigint not null references run,
  source text not null,
  day date not null,
  try integer not null check (try > 0),
  state text not null check (state in ('complete', 'held', 'failed')),
  -- a file's path or user@host:port/database; never a secret
  origin text,
  -- SHA-256: of the file's bytes, or of what was read when the source is a database
  input_hash text,
  input_bytes bigint,
  records integer not null default 0 check (records >= 0),
  rejected integer not null default 0 check (rejected >= 0),
  -- [{code, place, detail}]
  notes jsonb not null default '[]',
  -- [{code, ...}]: why it is or was held
  holds jsonb not null default '[]',
  -- {code, details} when it failed
  error jsonb,
  started_at timestamptz not null,
  ended_at timestamptz not null default now(),
  accepted_by text,
  accepted_at timestamptz,
  accept_reason text,
  unique (source, day, try),
  check ((accepted_by is null) = (accepted_at is null))
);
create index collection_run on collection (run_id);
create index collection_latest on collection (source, id desc) where state = 'complete';

create table rejection (
  collection_id bigint not null references collection,
  n integer not null,
  place text not null,
  code text not null,
  raw text not null,
  primary key (collection_id, n)
);
