import type pg from 'pg'

/** Roles that `deploy/database/roles.sql` makes; whoever works without them needs none of this. */
const RUNTIME_ROLES = ['muster_app', 'muster_readonly'] as const

/** Says table by table what the runtime roles may, as the owner; the roles that there are, by name. */
export async function grantRuntimeRights(pool: pg.Pool): Promise<string[]> {
  await pool.query(GRANT_APP)
  await pool.query(GRANT_READONLY)
  const { rows } = await pool.query<{ name: string }>(
    `select rolname as name
    from pg_roles
    where rolname = any ($1::text[])
    order by rolname`,
    [RUNTIME_ROLES],
  )
  return rows.map(({ name }) => name)
}

/** A table is append-only where a trigger refuses to alter and to remove its rows: types row, before, delete, update. */
const GRANT_APP = `
do $$
declare
  each record;
begin
  if not exists (select from pg_roles where rolname = 'muster_app') then
    return;
  end if;
  for each in
    select c.oid::regclass as name, c.relkind = 'v' as is_view,
      c.relname = 'migration' as is_ours_alone,
      exists (
        select
        from pg_trigger t
        join pg_proc p on p.oid = t.tgfoid
        where t.tgrelid = c.oid and p.proname = 'refuse_alteration' and t.tgtype & 27 = 27) as only_grows
    from pg_class c
    where c.relnamespace = to_regnamespace('public') and c.relkind in ('r', 'p', 'v')
      and pg_has_role(c.relowner, 'usage')
  loop
    execute format('revoke all on %s from muster_app', each.name);
    execute format('grant %s on %s to muster_app',
      case
        when each.is_view or each.is_ours_alone then 'select'
        when each.only_grows then 'select, insert'
        else 'select, insert, update, delete'
      end, each.name);
    if current_setting('server_version_num')::integer >= 170000 and not each.is_view
      and not each.only_grows and not each.is_ours_alone then
      execute format('grant maintain on %s to muster_app', each.name); -- analyze after large changes
    end if;
  end loop;
  if to_regnamespace('pgboss') is not null
    and pg_has_role((select nspowner from pg_namespace where nspname = 'pgboss'), 'usage') then
    grant usage on schema pgboss to muster_app;
    grant select, insert, update, delete on all tables in schema pgboss to muster_app;
    grant usage, select on all sequences in schema pgboss to muster_app;
  end if;
end
$$`

/** Tables of secrets, sealed or hashed, are left out; of people, the password. */
const GRANT_READONLY = `
do $$
declare
  each record;
begin
  if not exists (select from pg_roles where rolname = 'muster_readonly') then
    return;
  end if;
  for each in
    select c.oid::regclass as name
    from pg_class c
    where c.relnamespace = to_regnamespace('public') and c.relkind in ('r', 'p', 'v')
      and pg_has_role(c.relowner, 'usage')
      and c.relname not in (
        'person', 'invitation', 'refresh_token', 'api_token', 'sign_in_try', 'source_token',
        'payload', 'upload_chunk')
  loop
    execute format('grant select on %s to muster_readonly', each.name);
  end loop;
  if to_regclass('public.person') is not null then
    grant select (id, name, role, sites, one_time_until, is_disabled, created_at) on person
      to muster_readonly;
  end if;
end
$$`
