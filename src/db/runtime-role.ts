import type pg from 'pg'

/** What the role we work as may do beyond its work. */
export interface RuntimeRole {
  readonly name: string
  readonly isSuperuser: boolean
  readonly createsRoles: boolean
  /** Or may make tables beside them. */
  readonly ownsTables: boolean
}

const ROLE = `
  select r.rolname as name,
    r.rolsuper or r.rolbypassrls or r.rolreplication as "isSuperuser",
    r.rolcreaterole or r.rolcreatedb as "createsRoles",
    coalesce(has_schema_privilege(current_schema(), 'create'), false)
      or exists (
        select
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = current_schema() and c.relkind in ('r', 'p', 'v', 'S')
          and pg_has_role(c.relowner, 'member')) as "ownsTables"
  from pg_roles r
  where r.rolname = current_user`

/** Asks the server what the role we work as may do. */
export async function runtimeRole(pool: pg.Pool): Promise<RuntimeRole> {
  const [role] = (await pool.query<RuntimeRole>(ROLE)).rows
  if (!role) throw new Error('the role we work as is not among the roles')
  return role
}
