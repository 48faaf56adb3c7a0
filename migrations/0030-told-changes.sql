-- What people look at changes at night, and when somebody decides. Servers keep answers meanwhile, and hear by
-- this, once it is committed, that something is new.
create function tell_change() returns trigger
language plpgsql as $$
begin
  notify muster_change;
  return null;
end
$$;

do $$
declare
  told text;
begin
  foreach told in array array[
    'collection', 'record', 'record_version', 'record_pulse', 'site', 'organisation', 'site_alias', 'device',
    'device_link', 'link_decision', 'ambiguous_match', 'matched_day', 'day_count', 'day_distinct', 'month_end',
    'finding', 'finding_event', 'finding_day', 'check_look', 'event_source', 'metric', 'metric_day', 'anomaly',
    'anomaly_verdict', 'analysis_day', 'quality_day', 'quality_failure']
  loop
    execute format(
      'create trigger tell_change after insert or update or delete or truncate on %I
       for each statement execute function tell_change()', told);
  end loop;
end
$$;
