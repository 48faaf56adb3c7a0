-- Every execution of a task: who, when, how long, what came of it. Written by jobs.
create table run (
  id bigint generated always as identity primary key,
  parent_id bigint references run,
  task text not null check (task in ('check', 'plan', 'apply', 'verify', 'undo', 'report', 'accept', 'nightly')),
  state text not null check (state in ('running', 'agreed', 'differences', 'held', 'failed', 'interrupted')),
  cause text not null check (cause in ('person', 'schedule')),
  actor text not null,
  host text not null,
  pid integer not null,
  version text not null,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  -- [{name, ms, count}]
  steps jsonb not null default '[]',
  summary jsonb,
  -- {code, details} of the failure that ended it
  error jsonb,
  check ((state = 'running') = (ended_at is null))
);
create index run_started on run (started_at desc, id desc);
create index run_running on run (id) where state = 'running';
