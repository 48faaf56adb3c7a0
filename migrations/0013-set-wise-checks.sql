-- What a plan changes and what became of it come by the hundred thousand, and a foreign key looks its row up
-- once for each of them, which took as long as keeping the rows. These are checked once for each statement.
-- Changes and outcomes are never updated and never go, and neither do the plans and runs they belong to.
create function refuse_removal() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % stay for what belongs to them: % refused', tg_table_name, lower(tg_op)
    using errcode = 'foreign_key_violation', table = tg_table_name;
end
$$;
create trigger plan_stays before delete or update of id on plan
  for each row execute function refuse_removal();
create trigger plan_no_truncate before truncate on plan
  for each statement execute function refuse_removal();
create trigger run_stays before delete or update of id on run
  for each row execute function refuse_removal();
create trigger run_no_truncate before truncate on run
  for each statement execute function refuse_removal();

alter table change drop constraint change_plan_id_fkey;
create function refuse_change_of_no_plan() returns trigger language plpgsql as $$
begin
  if exists (
    select
    from (select distinct plan_id from added) a
    where not exists (select from plan where id = a.plan_id))
  then
    raise exception 'a change belongs to no plan: insert refused'
      using errcode = 'foreign_key_violation', table = tg_table_name;
  end if;
  return null;
end
$$;
create trigger change_is_of_a_plan after insert on change referencing new table as added
  for each statement execute function refuse_change_of_no_plan();

alter table outcome
  drop constraint outcome_plan_id_n_fkey,
  drop constraint outcome_run_id_fkey;
-- Each change is looked up by its key, however small the table was when this was first planned.
create function refuse_outcome_of_no_change() returns trigger language plpgsql
set enable_seqscan = off as $$
begin
  if exists (
    select
    from added a
    where not exists (select from change where plan_id = a.plan_id and n = a.n offset 0))
  then
    raise exception 'an outcome belongs to no change: insert refused'
      using errcode = 'foreign_key_violation', table = tg_table_name;
  end if;
  if exists (
    select
    from (select distinct run_id from added) a
    where not exists (select from run where id = a.run_id))
  then
    raise exception 'an outcome belongs to no run: insert refused'
      using errcode = 'foreign_key_violation', table = tg_table_name;
  end if;
  return null;
end
$$;
create trigger outcome_is_of_a_change after insert on outcome referencing new table as added
  for each statement execute function refuse_outcome_of_no_change();
