import type { Database } from '../../src/db/database.ts'

/** A change as Muster keeps it, with what became of it. */
export interface KeptChange {
  readonly n: number
  readonly recordKey: string
  readonly from: string | null
  readonly to: string | null
  /** It was said that this one is about to be written. */
  readonly isTried: boolean
  /** Null while nothing is known of it. */
  readonly outcome: 'applied' | 'moved' | 'failed' | null
  readonly found: string | null
  readonly isConfirmedLater: boolean
}

/** The changes of a plan, or of the undo of it, in their order. */
export async function keptChanges(
  { pool }: Database,
  planId: number,
  task: 'apply' | 'undo' = 'apply',
): Promise<KeptChange[]> {
  const { rows } = await pool.query(
    `select c.n, c.record_key as "recordKey", c.from_value as "from", c.to_value as "to",
      exists (
        select from attempt a where a.plan_id = c.plan_id and c.n between a.first_n and a.last_n
      ) as "isTried",
      o.kind as outcome, o.found_value as found, coalesce(o.confirmed_later, false) as "isConfirmedLater"
    from change c
    join plan p on p.id = c.plan_id
    left join outcome o using (plan_id, n)
    where case when $2 then p.undoes else p.id end = $1
    order by c.n`,
    [planId, task === 'undo'],
  )
  return rows
}
