import { sql } from 'kysely'

/** Runs that were at work or waited when the backup was made: nobody is at them in what was put back. */
export function endRunsOfBefore() {
  return sql<{ id: number }>`
    update run
    set state = 'interrupted', ended_at = now(), progress = null
    where state in ('queued', 'running')
    returning id`
}
