import type { Invariant, Kept, OcsRows } from './invariant.ts'

/** What Muster keeps of the changes of one OCS row. */
interface PlannedRow {
  readonly id: number
  /** What it was about to write, by all its plans. */
  readonly planned: readonly (string | null)[]
  /** What it last said it had written; absent before that. */
  readonly applied?: string | null
  /** It said it was about to write, and not yet what became of that. */
  readonly isInDoubt: boolean
}

const PLANNED = `
  select c.record_key::integer as id,
    coalesce(jsonb_agg(distinct c.to_value) filter (where a.is_tried), '[]') as planned,
    (array_agg(jsonb_build_array(c.to_value) order by o.at desc) filter (where o.kind = 'applied'))[1] as applied,
    coalesce(bool_or(a.is_tried and o.kind is null), false) as "isInDoubt"
  from change c
  join plan p on p.id = c.plan_id and p.corrects = 'tags'
  cross join lateral (
    select exists (
      select from attempt a where a.plan_id = c.plan_id and c.n between a.first_n and a.last_n) as is_tried) a
  left join outcome o using (plan_id, n)
  group by c.record_key`

export const ocsRows: Invariant = {
  name: 'ocs-rows',
  states: 'every OCS row is as it was or as it was planned, and as Muster says it left it',
  holds: 'always',
  breaches: async ({ database, ocs }: Kept) => {
    if (ocs === null) return []
    const { rows } = await database.pool.query<{
      id: number
      planned: (string | null)[]
      applied: [string | null] | null
      isInDoubt: boolean
    }>(PLANNED)
    const planned = rows.map(({ applied, ...row }) =>
      applied === null ? row : { ...row, applied: applied[0] },
    )
    return misplacedTags(ocs, planned)
  },
}

function misplacedTags({ before, now }: OcsRows, rows: readonly PlannedRow[]): string[] {
  const known = new Map(rows.map((row) => [row.id, row]))
  const gone = [...before.keys()].filter((id) => !now.has(id)).map((id) => `row ${id} is gone`)
  const wrong = [...now].flatMap(([id, tag]) => {
    const row = known.get(id)
    if (!before.has(id)) return [`row ${id} came`]
    if (row && row.applied !== undefined && !row.isInDoubt && row.applied !== tag) {
      return [`row ${id} is "${tag}", and was said to be "${row.applied}"`]
    }
    const isKnown = tag === before.get(id) || (row?.planned.includes(tag) ?? false)
    return isKnown ? [] : [`row ${id} is "${tag}", which nobody planned`]
  })
  return [...gone, ...wrong]
}
