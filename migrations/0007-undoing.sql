-- A plan being taken back is neither applied nor undone, and takes no further apply.
alter table plan drop constraint plan_state_check;
alter table plan add constraint plan_state_check
  check (state in ('held', 'waiting', 'applying', 'applied', 'superseded', 'undoing', 'undone'));

-- What one undo failed to take back, the next one takes up.
drop index plan_undo;
create index plan_undo on plan (undoes) where undoes is not null;

-- A row that is there and cannot be read is not gone.
alter table verification drop constraint verification_kind_check;
alter table verification add constraint verification_kind_check
  check (kind in ('reverted', 'changed', 'merged', 'gone', 'unreadable'));
