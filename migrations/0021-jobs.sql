-- Runs that were asked for and wait for a server to do them, how they get on, and what was due when. Written by jobs.

alter table run
  drop constraint run_state_check,
  add constraint run_state_check check (state in (
    'queued', 'running', 'agreed', 'differences', 'held', 'failed', 'interrupted')),
  drop constraint run_check,
  add constraint run_ended_check check ((state in ('queued', 'running')) = (ended_at is null)),
  -- what was asked for, {task, ...}; null for what a command does in its own process
  add column job jsonb,
  -- the queue's own number of it
  add column job_id uuid,
  add column asked_at timestamptz not null default now(),
  -- how often it was begun: more than once where a server died or a source did not answer
  add column tries integer not null default 1,
  -- {step, done, total} of the step under way; total is null where nobody knows
  add column progress jsonb,
  -- when its process last said that it is at work
  add column beat_at timestamptz,
  add column cancel_asked_at timestamptz,
  add column cancel_asked_by text,
  drop constraint run_task_check,
  add constraint run_task_check check (task in (
    'check', 'plan', 'apply', 'verify', 'undo', 'report', 'accept', 'nightly',
    'collect', 'import-day', 'prune', 'link', 'unlink', 'site-map', 'rotate-keys',
    'reconcile', 'decide', 'ingest', 'analyze', 'study', 'verdict', 'recompute',
    'alert', 'housekeeping', 'backup'));

update run set asked_at = started_at;

-- What is asked for twice while it waits is done once.
create unique index run_queued on run (md5(job::text)) where state = 'queued' and job is not null;

create table run_log (
  run_id bigint not null references run on delete cascade,
  n bigint generated always as identity,
  at timestamptz not null default now(),
  kind text not null check (kind in ('started', 'step', 'step-done', 'retry', 'taken-over', 'cancel-asked', 'ended')),
  -- what belongs to the kind: {step}, {step, ms}, {code}, {by}, {state}
  details jsonb not null default '{}',
  primary key (run_id, n)
);

-- Each time a job was due: whoever writes the row first asks for the job, and nobody else does.
create table job_due (
  name text not null,
  due_at timestamptz not null,
  -- null for what was due before there was a server
  run_id bigint references run on delete set null,
  primary key (name, due_at)
);
