-- A part of a name, a serial or a user is looked for in an index of trigrams instead of in every record.
create extension if not exists pg_trgm;

-- What of a record is searched; a line for each, so that no text spans two of them.
create function record_text(display_name text, hostname text, serial text, inventory_number text)
returns text
language sql
immutable
parallel safe
as $$
  select coalesce(display_name, '') || chr(10) || coalesce(hostname, '') || chr(10)
    || coalesce(serial, '') || chr(10) || coalesce(inventory_number, '')
$$;

create index record_version_text on record_version
using gin (record_text(display_name, hostname, serial, inventory_number) gin_trgm_ops);

create index record_pulse_user on record_pulse using gin (last_user gin_trgm_ops)
where last_user is not null;
