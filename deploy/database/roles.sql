-- The roles of a Muster that has a PostgreSQL server (15 or newer) of its own or shares one.
-- Run it once in Muster's database, as an administrator of the server, and again whenever you like:
--
--   createdb muster
--   psql --dbname muster --file deploy/database/roles.sql
--   psql --dbname muster --command '\password muster_owner'     (the same for the other two)
--
-- Then "muster migrate" with MUSTER_MIGRATE_URL (or MUSTER_MIGRATE_URL_FILE) as muster_owner, now and after each
-- new version, and "muster serve" with DATABASE_URL as muster_app.

do $$
begin
  -- makes and owns tables; no server works as it
  if not exists (select from pg_roles where rolname = 'muster_owner') then
    create role muster_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
  -- what servers and commands work as: rows only, and no more of them than they need
  if not exists (select from pg_roles where rolname = 'muster_app') then
    create role muster_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
  -- for reports by other tools: looks, and at no secret
  if not exists (select from pg_roles where rolname = 'muster_readonly') then
    create role muster_readonly login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
    alter role muster_readonly set default_transaction_read_only = on;
  end if;

  -- whoever is no superuser (servers of a cloud) can hand things only to a role they belong to
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant muster_owner to %I', current_user);
  end if;

  execute format('alter database %I owner to muster_owner', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect, temporary on database %I to muster_app', current_database());
  execute format('grant connect on database %I to muster_readonly', current_database());
end
$$;

revoke all on schema public from public;
grant usage, create on schema public to muster_owner;
grant usage on schema public to muster_app, muster_readonly;

-- the queue of jobs
create schema if not exists pgboss authorization muster_owner;
grant usage on schema pgboss to muster_app;

-- What muster_owner makes may be read and added to. What may be altered and removed "muster migrate" says table by
-- table, so that nothing that only grows (the audit trail, plans and what was written) ever may.
alter default privileges for role muster_owner in schema public
  grant select, insert on tables to muster_app;
alter default privileges for role muster_owner in schema public
  grant usage, select on sequences to muster_app;
alter default privileges for role muster_owner in schema pgboss
  grant select, insert, update, delete on tables to muster_app;
alter default privileges for role muster_owner in schema pgboss
  grant usage, select on sequences to muster_app;
