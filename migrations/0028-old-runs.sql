-- Runs that nothing refers to any more are removed after a while; what they add up to stays. Written by jobs.

create table run_tally (
  task text not null,
  state text not null,
  -- of the runs that were removed
  runs bigint not null,
  seconds double precision not null,
  primary key (task, state)
);

-- Keys guard whatever else belongs to a run; outcomes have none, so they are looked up once for each statement.
drop trigger run_stays on run;
create trigger run_keeps_number before update of id on run
  for each row execute function refuse_removal();
create function refuse_removal_of_acting_run() returns trigger language plpgsql as $$
begin
  if exists (select from outcome where run_id in (select id from gone)) then
    raise exception 'a run stays for its outcomes: delete refused'
      using errcode = 'foreign_key_violation', table = tg_table_name;
  end if;
  return null;
end
$$;
create trigger acting_run_stays after delete on run referencing old table as gone
  for each statement execute function refuse_removal_of_acting_run();

-- A run is removed only after a look at everything that may refer to it.
create index plan_run on plan (run_id);
create index attempt_run on attempt (run_id);
create index plan_verification_run on plan_verification (run_id);
create index check_look_run on check_look (run_id);
create index alert_delivery_run on alert_delivery (run_id);
create index job_due_run on job_due (run_id);
