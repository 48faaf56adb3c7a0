import { addDays, type Day } from '../../src/lib/day.ts'
import type { TestDatabase } from './postgres.ts'

/** How many machines each site has on a day, by its name. */
export type MachinesAt = Readonly<Record<string, (day: number) => number>>

/** Has machines stand as counted at sites, `days` days up to a day, all of them workstations that are billed. */
export async function keepCountedSites(
  { pool }: Pick<TestDatabase, 'pool'>,
  {
    sites,
    days,
    until,
  }: { readonly sites: MachinesAt; readonly days: number; readonly until: Day },
): Promise<void> {
  const names = Object.keys(sites)
  const first = addDays(until, 1 - days)
  await pool.query(`insert into site (name, created_on) select unnest($1::text[]), $2`, [
    names,
    first,
  ])
  const rows = names.flatMap((site) =>
    Array.from(
      { length: days },
      (_, at) => [site, addDays(first, at), sites[site]?.(at) ?? 0] as const,
    ),
  )
  await pool.query(
    `with counted as (
      select s.id as site_id, c.day, c.machines
      from unnest($1::text[], $2::date[], $3::bigint[]) as c (site, day, machines)
      join site s on s.name = c.site
      where c.machines > 0),
    listed as (
      insert into day_count (day, source, site_id, class, is_spare, is_billable, records)
      select day, 'ninjaone', site_id, 'workstation', false, true, machines from counted)
    insert into day_distinct (day, site_id, is_total, devices)
    select day, site_id, false, machines from counted
    union all
    select day, null, true, sum(machines) from counted group by day`,
    [
      rows.map(([site]) => site),
      rows.map(([, day]) => day),
      rows.map(([, , machines]) => machines),
    ],
  )
}
