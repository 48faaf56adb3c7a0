import { sql } from 'kysely'

/** Everything that is kept for longer than runs and says by which run it came; a test compares it with the database. */
export const REFERRING = [
  ...['analysis_day', 'anomaly', 'anomaly_verdict', 'attempt', 'check_look', 'collection'],
  ...['finding_event', 'forecast_model', 'outcome', 'plan', 'plan_verification', 'upload'],
  'verification',
] as const

/** Which runs are old, and how many of them at once. */
export interface OldRuns {
  /** They ended before. */
  readonly before: Date
  readonly limit: number
}

/**
 * Removes the oldest runs to which nothing refers, with their logs, and adds them to what is told of all there ever
 * were. Of each task the last that ended in a state stays: it is what the task did last.
 */
export function deleteOldRuns({ before, limit }: OldRuns) {
  return sql<{ count: number }>`
    with newest as (
      select distinct on (task, state) id
      from run
      where ended_at is not null
      order by task, state, ended_at desc, id desc),
    old as (
      select id
      from run r
      where ended_at < ${before}::timestamptz and id not in (select id from newest)
        ${sql.join(REFERRING.map(unlessIn), sql` `)}
      order by id
      limit ${limit}),
    gone as (
      delete from run
      using old
      where run.id = old.id
      returning run.task, run.state, extract(epoch from run.ended_at - run.started_at)::float8 as seconds),
    told as (
      insert into run_tally (task, state, runs, seconds)
      select task, state, count(*), sum(seconds)
      from gone
      group by task, state
      on conflict (task, state) do update
      set runs = run_tally.runs + excluded.runs, seconds = run_tally.seconds + excluded.seconds)
    select count(*) as count from gone`
}

function unlessIn(table: (typeof REFERRING)[number]) {
  return sql`and not exists (select from ${sql.table(table)} x where x.run_id = r.id)`
}
