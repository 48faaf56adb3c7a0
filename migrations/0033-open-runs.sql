-- Few runs are open, and every server asks for them each few seconds. Written by jobs.
create index run_open on run (id) where ended_at is null;
-- A run stays for its outcomes, of which there may be very many, and the old lines of logs go each day.
create index outcome_run on outcome (run_id);
create index run_log_at on run_log (at);
