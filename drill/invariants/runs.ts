import { inSql } from './invariant.ts'

const ENDED = `
  select format('run %s is %s and %s', id, state, coalesce('ended ' || ended_at, 'has not ended')) as breach
  from run
  where (state in ('queued', 'running')) <> (ended_at is null)`

/** As `laneOf` has it. */
const LANE = `
  case
    when task in ('ingest', 'recompute') then 'ingest'
    when task = 'study' then 'figures'
    when task in ('decide', 'verdict') then 'words'
    when task = 'alert' then 'watch'
    when task in ('housekeeping', 'backup') then 'upkeep'
    else 'main-job'
  end`

/** The lock of a lane is held by who is at work in it, and is lost with its process. */
const IN_FORCE = `
  with lane as (
    select ${LANE} as name, array_agg(id order by id) as runs
    from run
    where state = 'running'
    group by 1),
  held as (
    select lane.name, lane.runs, count(l.pid) as holders
    from lane
    left join pg_locks l on l.locktype = 'advisory' and l.granted and l.objsubid = 1
      and l.database = (select oid from pg_database where datname = current_database())
      and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended('muster ' || lane.name, 0)
    group by lane.name, lane.runs)
  select format('runs %s are under way in lane %s, which %s hold', runs, name, holders) as breach
  from held
  where cardinality(runs) <> 1 or holders <> 1`

/** A plan that is being written or taken back is so by a run, and no other plan with it. */
const PLANS = `
  select format('plans %s are %s at once', array_agg(id order by id), state) as breach
  from plan
  where state in ('applying', 'undoing')
  group by state, target, corrects
  having count(*) > 1`

export const runs = inSql(
  {
    name: 'runs',
    states: 'each run has ended, or waits, or is in force by exactly one process',
    holds: 'settled',
  },
  [ENDED, IN_FORCE, PLANS],
)
