-- One later look at what a plan applied; its departures are the rows of verification. Written by reconcile.
create table plan_verification (
  run_id bigint not null references run,
  plan_id bigint not null references plan,
  -- changes per standing: standing, reverted, changed, merged, gone
  standings jsonb not null,
  at timestamptz not null default now(),
  primary key (plan_id, run_id)
);
alter table verification
  add foreign key (plan_id, run_id) references plan_verification (plan_id, run_id);
