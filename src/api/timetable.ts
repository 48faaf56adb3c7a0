import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { App } from '../app.ts'
import { showTimetable } from '../contract/timetable.ts'
import { nextDue } from '../jobs/queue/last-due.ts'
import { nothingToDoFor } from '../jobs/queue/nothing-to-do.ts'
import type { LastDue } from '../jobs/queue/queries.ts'
import { TIMETABLE_NAMES, type Timetable } from '../jobs/queue/timetable.ts'
import { runStore } from '../jobs/store.ts'
import type { Api } from './api.ts'
import { handle } from './handle.ts'

type Told = z.input<typeof showTimetable.response>['items'][number]

/** What servers do by themselves, and when. */
export function timetableRoutes(http: FastifyInstance, { app }: Api): void {
  const runs = runStore(app.database)
  handle(http, showTimetable, async () => {
    const dues = new Map((await runs.lastDues()).map((due) => [due.name, due]))
    const idle = nothingToDoFor(app)
    return {
      items: TIMETABLE_NAMES.map((name) => ({
        name,
        ...whenOf(app, name, idle),
        last: lastOf(dues.get(name)),
      })),
      doesJobs: app.schedule.jobs,
    }
  })
}

function whenOf(
  { schedule, settings, now }: App,
  name: keyof Timetable,
  idle: readonly (keyof Timetable)[],
): Pick<Told, 'state' | 'cron' | 'nextAt'> {
  const cron = schedule[name]
  if (cron === null) return { state: 'off', cron, nextAt: null }
  if (idle.includes(name)) return { state: 'nothing-to-do', cron, nextAt: null }
  const next = nextDue({ cron, timeZone: settings.timeZone, now: now() })
  return { state: 'planned', cron, nextAt: next?.toISOString() ?? null }
}

function lastOf(due: LastDue | undefined): Told['last'] {
  if (due === undefined) return null
  const { dueAt, runId, state, endedAt } = due
  const run =
    runId === null || state === null
      ? null
      : { id: runId, state, endedAt: endedAt?.toISOString() ?? null }
  return { dueAt: dueAt.toISOString(), run }
}
