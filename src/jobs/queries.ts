import { sql } from 'kysely'

export type TaskName =
  | 'check'
  | 'plan'
  | 'apply'
  | 'verify'
  | 'undo'
  | 'report'
  | 'accept'
  | 'nightly'
  | 'collect'
  | 'import-day'
  | 'prune'
  | 'link'
  | 'unlink'
  | 'site-map'
  | 'rotate-keys'
  | 'reconcile'
  | 'decide'
  | 'ingest'
/** Tasks of one lane wait for each other; files of events go in whatever else is at work. */
export type Lane = 'main-job' | 'ingest'

export function laneOf(task: TaskName): Lane {
  return task === 'ingest' ? 'ingest' : 'main-job'
}

export type RunState = 'running' | 'agreed' | 'differences' | 'held' | 'failed' | 'interrupted'

/** Who runs what, and why. */
export interface NewRun {
  readonly task: TaskName
  readonly cause: 'person' | 'schedule'
  readonly actor: string
  readonly host: string
  readonly pid: number
  readonly version: string
}

/** One execution of a task, as kept. */
export interface Run {
  readonly id: number
  readonly task: TaskName
  readonly state: RunState
  readonly cause: 'person' | 'schedule'
  readonly actor: string
  readonly host: string
  readonly pid: number
  readonly version: string
  readonly startedAt: Date
  readonly endedAt: Date | null
  readonly steps: readonly { readonly name: string; readonly ms: number }[]
  readonly summary: unknown
  readonly error: unknown
}

const columns = sql`
  id, task, state, cause, actor, host, pid, version, started_at as "startedAt", ended_at as "endedAt", steps,
  summary, error`

export function insertRun(run: NewRun) {
  return sql<{ id: number }>`
    insert into run (task, state, cause, actor, host, pid, version)
    values (${run.task}, 'running', ${run.cause}, ${run.actor}, ${run.host},
      ${run.pid}, ${run.version})
    returning id`
}

/** How a run ended. */
export interface RunEnd {
  readonly state: Exclude<RunState, 'running'>
  readonly steps: readonly unknown[]
  readonly summary: unknown
  readonly error: unknown
}

export function endRun(id: number, end: RunEnd) {
  return sql`
    update run
    set state = ${end.state}, ended_at = now(), steps = ${JSON.stringify(end.steps)}::jsonb,
      summary = ${JSON.stringify(end.summary ?? null)}::jsonb,
      error = ${JSON.stringify(end.error ?? null)}::jsonb
    where id = ${id}`
}

/** Runs that say they go on although nobody holds the lock any more: their process died. */
/** Runs of one lane whose process died: only who holds the lane's lock may say so. */
export function endDeadRuns(lane: Lane) {
  return sql`
    update run
    set state = 'interrupted', ended_at = now()
    where state = 'running' and ${inLane(lane)}`
}

export function runningRun(lane: Lane) {
  return sql<Run>`
    select ${columns}
    from run
    where state = 'running' and ${inLane(lane)}
    order by id
    limit 1`
}

function inLane(lane: Lane) {
  return lane === 'ingest' ? sql`task = 'ingest'` : sql`task <> 'ingest'`
}

/** Runs, newest first, at most `limit` (null: no limit). */
export function recentRuns(limit: number | null) {
  return sql<Run>`select ${columns} from run order by id desc limit ${limit}`
}

export function countRuns() {
  return sql<{ count: number }>`select count(*) as count from run`
}

export function runById(id: number) {
  return sql<Run>`select ${columns} from run where id = ${id}`
}
