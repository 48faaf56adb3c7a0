-- Jobs that never came and runs that never end are concerns as well. Written by watch.

alter table concern
  drop constraint concern_kind_check,
  add constraint concern_kind_check check (kind in (
    'source-late', 'source-held', 'findings', 'anomaly', 'plan-waiting', 'run-failed', 'run-overdue'));
