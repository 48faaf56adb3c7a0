-- What the queue has given up is told of its run; and a timetable that changes begins anew. Written by jobs.

alter table run_log
  drop constraint run_log_kind_check,
  add constraint run_log_kind_check check (kind in (
    'started', 'step', 'retry', 'taken-over', 'cancel-asked', 'given-up', 'step-done', 'ended'));

alter table job_due
  -- what the timetable said then; null for what was due before it was kept
  add column cron text;
