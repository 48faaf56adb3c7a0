-- Spreads Muster's large tables over the workers of a Citus cluster. Run once by the owner of the tables, on the
-- coordinator, after `muster migrate` and before any data is there:
--   psql --dbname muster --file deploy/database/citus.sql
-- Checked against the migrations by a test, and NOT yet run on Citus: see docs/scaling.md for what is still to be tried.
-- Muster's servers and workers all connect to the coordinator.

begin;

-- Tables that are spread tell servers nothing of their changes. Most of what they say changes together with tables
-- that do (collections, days matched and counted, sites of organisations); of the rest a server knows a minute later.
drop trigger tell_change on record;
drop trigger tell_change on record_version;
drop trigger tell_change on record_pulse;
drop trigger tell_change on site;
drop trigger tell_change on device;
drop trigger tell_change on device_link;
drop trigger tell_change on event_source;
drop trigger tell_change on metric;
drop trigger tell_change on metric_day;

-- What the large tables refer to, copied whole to each worker. `record` cannot be spread: its two keys, id and
-- (source, native_key), share no column.
select create_reference_table('site');
select create_reference_table('event_source');
select create_reference_table('metric');
select create_reference_table('device');
select create_reference_table('record');

-- All that is kept of a record lies together: history, pulse and links are joined by it.
select create_distributed_table('record_version', 'record_id');
select create_distributed_table('record_pulse', 'record_id', colocate_with => 'record_version');
select create_distributed_table('device_link', 'record_id', colocate_with => 'record_version');

-- Rows as they were received, found by their content alone.
select create_distributed_table('payload', 'hash', colocate_with => 'none');

-- Events are found by their key, which makes each count once; what they come to by day is asked for by metric.
select create_distributed_table('event', 'key', colocate_with => 'none');
select create_distributed_table('metric_day', 'metric_id', colocate_with => 'none');

commit;

-- The others stay on the coordinator: they are small, or refer to each other in circles, or are kept from being
-- altered by triggers, which tables that are spread do not have. The queue (schema pgboss) stays there as well.
-- local: alert_delivery
-- local: ambiguous_match
-- local: analysis_day
-- local: anomaly
-- local: anomaly_verdict
-- local: api_token
-- local: attempt
-- local: audit_entry
-- local: audit_head
-- local: change
-- local: check_look
-- local: collection
-- local: concern
-- local: concern_news
-- local: day_count
-- local: day_distinct
-- local: event_conflict
-- local: event_rejection
-- local: finding
-- local: finding_day
-- local: finding_event
-- local: forecast_model
-- local: held_row
-- local: invitation
-- local: job_due
-- local: link_decision
-- local: matched_day
-- local: migration
-- local: month_end
-- local: openid_link
-- local: organisation
-- local: outcome
-- local: person
-- local: plan
-- local: plan_approval
-- local: plan_verification
-- local: quality_day
-- local: quality_failure
-- local: refresh_token
-- local: rejection
-- local: reliability_fold
-- local: run
-- local: run_log
-- local: run_tally
-- local: saved_view
-- local: sign_in
-- local: sign_in_try
-- local: site_alias
-- local: source_token
-- local: upload
-- local: upload_chunk
-- local: verification
