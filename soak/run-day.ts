import { followersOf } from '../src/jobs/queue/followers.ts'
import type { Job } from '../src/jobs/queue/job.ts'
import { nothingToDoFor } from '../src/jobs/queue/nothing-to-do.ts'
import { type JobEnd, runJob } from '../src/jobs/queue/run-job.ts'
import { entriesOf } from '../src/jobs/queue/timetable.ts'
import type { Day } from '../src/lib/day.ts'
import { turnDatabase } from './clock.ts'
import { dueJobs } from './due-jobs.ts'
import type { BadNight } from './estate/bad-nights.ts'
import type { Installation } from './installation.ts'

/** What the jobs of a day took, in seconds. */
export interface DayTimes {
  /** By the name of the timetable; `study` for what follows a job that changed figures. */
  readonly jobs: Readonly<Record<string, number>>
  /** By the steps of the night. */
  readonly steps: Readonly<Record<string, number>>
}

/** Does everything the timetable has for a day, as `muster serve` would. Throws what keeps a good day from its end. */
export async function runDay(
  { app, clock }: Installation,
  day: Day,
  bad: BadNight | null,
): Promise<DayTimes> {
  const jobs: Record<string, number> = {}
  const steps: Record<string, number> = {}
  const context = { ...app, who: { ...app.who, cause: 'schedule' as const } }
  const work = async (name: string, job: Job): Promise<JobEnd> => {
    const from = performance.now()
    const end = await runJob(context, job)
    jobs[name] = (jobs[name] ?? 0) + (performance.now() - from) / 1000
    assertWell(end, { day, name, bad })
    return end
  }
  const entries = entriesOf(app.settings.timetable, nothingToDoFor(app))
  for (const { name, dueAt, job } of dueJobs(entries, day)) {
    clock.turnTo(dueAt)
    await turnDatabase(app.database, clock)
    const { run, didNothing = false } = await work(name, job)
    for (const next of followersOf(job, { didNothing })) await work(next.task, next)
    if (name === 'nightly') Object.assign(steps, await stepsOf(app.database, run))
  }
  return { jobs, steps }
}

interface Expected {
  readonly day: Day
  readonly name: string
  readonly bad: BadNight | null
}

/** Only what is made to go wrong may: a source that fails, or comes short. */
function assertWell({ state, summary }: JobEnd, { day, name, bad }: Expected): void {
  const isCollecting = name === 'nightly' || name === 'collectAgain'
  if (isCollecting && bad !== null) return
  if (state !== 'failed' && state !== 'held') return
  throw new Error(`${day}, ${name}: ${state}: ${JSON.stringify(summary).slice(0, 4000)}`)
}

async function stepsOf(
  { pool }: Installation['app']['database'],
  run: number,
): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ steps: { name: string; ms: number }[] }>(
    'select steps from run where id = $1',
    [run],
  )
  const taken: Record<string, number> = {}
  for (const { name, ms } of rows[0]?.steps ?? []) taken[name] = (taken[name] ?? 0) + ms / 1000
  return taken
}
