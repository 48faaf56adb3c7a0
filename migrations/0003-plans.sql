-- What would be changed in a system we do not own, what was tried, and what became of it. Written by reconcile.
create table plan (
  id bigint generated always as identity primary key,
  run_id bigint not null references run,
  kind text not null check (kind in ('tags', 'undo')),
  undoes bigint references plan,
  state text not null check (state in ('held', 'waiting', 'applying', 'applied', 'superseded', 'undone')),
  -- the system it was made for, as the source names it
  target text not null,
  made_at timestamptz not null default now(),
  finance_collection bigint references collection,
  locations_collection bigint references collection,
  ocs_collection bigint references collection,
  -- rows per outcome; their sum is the number of OCS rows read
  outcomes jsonb not null default '{}',
  -- entries per list
  lists jsonb not null default '{}',
  -- [{code, ...}]: the guard's reasons for holding it
  holds jsonb not null default '[]',
  -- [{login, pattern, loses, gains}]: whose sight of computers it would change
  access jsonb not null default '[]',
  changes integer not null check (changes >= 0),
  accepted_by text,
  accepted_at timestamptz,
  accept_reason text,
  superseded_by bigint references plan,
  finished_at timestamptz,
  check ((kind = 'undo') = (undoes is not null)),
  check ((accepted_by is null) = (accepted_at is null))
);
-- one undo for each plan
create unique index plan_undo on plan (undoes);

create table change (
  plan_id bigint not null references plan,
  n integer not null,
  record_id bigint not null,
  from_value text,
  to_value text,
  -- the inventory number the row held when planned, exactly as stored: half of the compare-and-set
  inventory_number text,
  -- {hostname, serial, uuid, deviceId, lastContact}: to find the machine again after OCS merged it
  machine jsonb not null,
  -- {asset: {number, place, locationPlace}, location: {id, place}}
  evidence jsonb not null,
  building text,
  municipality text,
  primary key (plan_id, n),
  unique (plan_id, record_id)
);

-- Said before a batch is written, so that after a crash we know which rows are in doubt.
create table attempt (
  plan_id bigint not null references plan,
  first_n integer not null,
  last_n integer not null,
  run_id bigint not null references run,
  at timestamptz not null default now(),
  primary key (plan_id, first_n, run_id),
  check (first_n <= last_n)
);

-- The audit trail of every applied and undone change: added to, never altered.
create table outcome (
  plan_id bigint not null,
  n integer not null,
  run_id bigint not null references run,
  kind text not null check (kind in ('applied', 'moved', 'failed')),
  -- for 'moved': what stood there instead; found_gone when the row itself was gone
  found_value text,
  found_number text,
  found_gone boolean not null default false,
  reason text,
  -- true when the write was confirmed after an interruption instead of acknowledged at once
  confirmed_later boolean not null default false,
  actor text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (plan_id, n),
  foreign key (plan_id, n) references change,
  check ((kind = 'failed') = (reason is not null))
);
create index outcome_at on outcome (at, plan_id, n);

create function refuse_alteration() returns trigger language plpgsql as $$
begin
  raise exception '% is an append-only record: % refused', tg_table_name, lower(tg_op)
    using errcode = 'insufficient_privilege';
end
$$;
create trigger outcome_append_only before update or delete on outcome
  for each row execute function refuse_alteration();
create trigger outcome_no_truncate before truncate on outcome
  for each statement execute function refuse_alteration();
create trigger change_append_only before update or delete on change
  for each row execute function refuse_alteration();
create trigger change_no_truncate before truncate on change
  for each statement execute function refuse_alteration();

-- What a later look found of an applied change that does not stand as written.
create table verification (
  run_id bigint not null references run,
  plan_id bigint not null,
  n integer not null,
  kind text not null check (kind in ('reverted', 'changed', 'merged', 'gone')),
  found_value text,
  found_record_id bigint,
  primary key (run_id, plan_id, n),
  foreign key (plan_id, n) references change
);
