-- The disagreements: one row for as long as one stands without a break. Written by reconcile.
create table finding (
  id bigint generated always as identity primary key,
  check_code text not null,
  -- what it is about: 'ocs:12', 'number:10_240_000001', 'location:L-001'
  subject text not null,
  evidence jsonb not null,
  building text,
  municipality text,
  opened_plan bigint not null references plan,
  opened_at timestamptz not null default now(),
  closed_plan bigint references plan,
  closed_at timestamptz,
  check ((closed_plan is null) = (closed_at is null))
);
create unique index finding_open on finding (check_code, subject) where closed_plan is null;
create index finding_opened on finding (opened_plan);
create index finding_closed on finding (closed_plan) where closed_plan is not null;
