-- Who let a plan be written. Written by reconcile.
create table plan_approval (
  plan_id bigint not null references plan,
  -- the person, however they came in: a token of theirs is no second person
  person text not null check (person <> ''),
  -- the name they came in by: of a token the person and its name
  actor text not null,
  at timestamptz not null,
  reason text,
  primary key (plan_id, person)
);

create trigger plan_approval_append_only before update or delete on plan_approval
  for each row execute function refuse_alteration();
create trigger plan_approval_no_truncate before truncate on plan_approval
  for each statement execute function refuse_alteration();
