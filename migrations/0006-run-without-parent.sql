-- A night is one run with its steps inside; runs never had parents.
alter table run drop column parent_id;

-- Who started a run, when and with what: what jobs promise to those who read of runs.
create view run_start as
select id, task, cause, actor, host, version, started_at
from run;
