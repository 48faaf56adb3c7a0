import { type Invariant, inSql } from './invariant.ts'

const QUEUED_TWICE = `
  select format('runs %s wait for the same', array_agg(id order by id)) as breach
  from run
  where state = 'queued' and job is not null
  group by job
  having count(*) > 1`

/** Each beginning but the first was told as such, and each was counted. */
const BEGUN_TWICE = `
  select format('run %s: begun %s times, started %s times, taken over %s times', r.id, r.tries, l.started, l.over)
    as breach
  from run r
  cross join lateral (
    select count(*) filter (where kind = 'started') as started, count(*) filter (where kind = 'taken-over') as over
    from run_log
    where run_id = r.id) l
  where r.job_id is not null and (l.started > 1 or l.started + l.over > r.tries)`

const OFFERED_TWICE = `
  select format('the queue has run %s %s times', data ->> 'run', count(*)) as breach
  from pgboss.job
  where state in ('created', 'retry', 'active')
  group by data ->> 'run'
  having count(*) > 1`

/** Nobody would ever do it. */
const FORGOTTEN = `
  select format('run %s waits, and the queue does not have it', r.id) as breach
  from run r
  where r.state = 'queued' and r.job_id is not null
    and not exists (
      select from pgboss.job j where j.id = r.job_id and j.state in ('created', 'retry', 'active'))`

const own = inSql(
  {
    name: 'queue',
    states: 'the queue has no job twice and forgets none, and no try of one goes untold',
    holds: 'settled',
  },
  [QUEUED_TWICE, BEGUN_TWICE],
)
const boss = inSql(own, [OFFERED_TWICE, FORGOTTEN])

/** A database that no server has used yet has no queue. */
export const queue: Invariant = {
  ...own,
  breaches: async (kept) => {
    const { rows } = await kept.database.pool.query(
      "select to_regclass('pgboss.job') is not null as is_there",
    )
    const offered = rows[0]?.is_there === true ? await boss.breaches(kept) : []
    return [...(await own.breaches(kept)), ...offered]
  },
}
