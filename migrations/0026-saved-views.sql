-- Places of the web app that a person keeps under a name of their own. Written by access.
create table saved_view (
  person_id bigint not null references person on delete cascade,
  name text not null check (name <> '' and length(name) <= 100),
  -- where in the app, and with which filters
  path text not null check (path like '/%'),
  search text not null,
  changed_at timestamptz not null,
  primary key (person_id, name),
  check (octet_length(path) + octet_length(search) <= 2048)
);
