import type { Database } from '../../src/db/database.ts'
import type { Job } from '../../src/jobs/queue/job.ts'

const DAYS = 730
const EVENTS_A_DAY = 20

/** Two years of events of one metric for each source, with a weekly rhythm and some noise. */
export async function fillEvents({ pool }: Database, sources: number): Promise<void> {
  await pool.query(
    `insert into event_source (name) select 'pos-' || nth from generate_series(0, $1::int - 1) nth`,
    [sources],
  )
  await pool.query(`insert into metric (source_id, name) select id, 'sold' from event_source`)
  await pool.query(
    `insert into event (key, metric_id, day, at, value, subject, upload_id)
     select decode(md5(m.id || '-' || back || '-' || nth), 'hex'), m.id, current_date - back,
       current_date - back + nth * interval '1 hour',
       50 + 5 * (back % 7) + (m.id * 7919 + back * 104729 + nth * 31) % 13, 'shop ' || nth % 5, 0
     from metric m
     cross join generate_series(1, $1::int) back
     cross join generate_series(1, $2::int) nth`,
    [DAYS, EVENTS_A_DAY],
  )
  await pool.query(
    `insert into metric_day (metric_id, day, sum, count, min, max, subjects)
     select metric_id, day, sum(value), count(*), min(value), max(value), count(distinct subject)
     from event
     group by metric_id, day`,
  )
  await pool.query('vacuum (analyze)')
}

/** A recount and a study of each source: jobs of two lanes. */
export function jobsOf(sources: number): Job[] {
  return Array.from({ length: sources }, (_, nth): Job[] => {
    const source = `pos-${nth}`
    return [
      { task: 'recompute', source, from: null, to: null },
      { task: 'study', source, metric: 'sold', anew: true },
    ]
  }).flat()
}
