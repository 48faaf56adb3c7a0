import { sql } from 'kysely'

/*
 * Changes and outcomes meet by key, row by row. As a plain join the planner, which cannot know how
 * many rows a plan just made has, may compare every change with every outcome of it.
 */

/** Beside a change `c`, its outcome `o` or nulls. */
export const outcomeOfChange = sql`
    left join lateral (
      select * from outcome where plan_id = c.plan_id and n = c.n offset 0) o on true`

/** Beside an outcome `o`, its change `c`. */
export const changeOfOutcome = sql`
    join lateral (
      select * from change where plan_id = o.plan_id and n = o.n offset 0) c on true`
