-- A page of machines by name is read in the order of their names.
create index record_version_name on record_version (lower(coalesce(display_name, hostname)), record_id);

-- When a day was counted: what was said of it since is not in its counts.
alter table matched_day add column counted_at timestamptz;
