import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { getRun, listRuns, runEvents, runLog, stopRun } from '../contract/runs.ts'
import type { Run, RunFilter, TaskName } from '../jobs/queries.ts'
import type { LogEntry } from '../jobs/queue/queries.ts'
import { runStore } from '../jobs/store.ts'
import { tellTrail } from '../jobs/tell-trail.ts'
import type { Api } from './api.ts'
import { handle } from './handle.ts'
import { handleEvents, type ServerEvent } from './handle-events.ts'
import { LOOK_AGAIN_MS, sharedLooks } from './shared-look.ts'
import { taskContext } from './task-context.ts'
import { keptFailureText } from './told-failure.ts'

/** What was run, what came of it, and how what is under way gets on. */
export function runRoutes(http: FastifyInstance, { app, jobs }: Api): void {
  const store = runStore(app.database)

  handle(http, listRuns, async ({ query: { limit, offset, task = null, state = null } }) => {
    const filter: RunFilter = { task: task as TaskName | null, state } // one that is none is of no run
    const { items, total } = await store.recent(limit, offset, filter)
    return { items: items.map(told), total }
  })

  handle(http, getRun, async ({ params: { id }, language }) => {
    const run = await store.get(id)
    const { steps, summary, error } = run
    const errorText = keptFailureText(error, language)
    return { ...told(run), steps: [...steps], summary, error, errorText }
  })

  handle(http, runLog, async ({ params: { id }, query: { after } }) => {
    await store.get(id)
    return { items: (await store.log(id, after)).map(toldEntry) }
  })

  handle(http, stopRun, async ({ params: { id }, caller, language }) => {
    const context = taskContext({ app }, { caller, language })
    await jobs.stop(id, context.who.actor)
    const { task } = await store.get(id)
    await tellTrail(context, { action: 'run.stopped', about: `${id}`, details: { task } })
    return { run: id }
  })

  const share = sharedLooks()
  handleEvents(http, runEvents, async ({ params: { id }, heard, closing }) => {
    await store.get(id)
    const followed = {
      look: () => share(`run ${id}`, () => store.get(id)),
      log: (after: number) => share(`log ${id} ${after}`, () => store.log(id, after)),
      closing,
    }
    return eventsOf(followed, heard)
  })
}

interface Followed {
  look(): Promise<Run>
  /** What happened after an entry of its log. */
  log(after: number): Promise<readonly LogEntry[]>
  readonly closing: AbortSignal
}

/** What lies between may take a line for dead on which nothing comes. */
const LOOKS_IN_SILENCE = 30

/** What happens in a run until it has ended, or the line. */
async function* eventsOf(
  { look, log, closing }: Followed,
  heard: number,
): AsyncGenerator<ServerEvent | null> {
  let last = heard
  let before = ''
  for (let silence = 0; !closing.aborted; silence += 1) {
    const run = await look()
    for (const entry of await log(last)) {
      last = entry.n
      yield { event: 'log', id: entry.n, data: toldEntry(entry) }
    }
    const now = JSON.stringify(told(run))
    if (now !== before) {
      yield { event: 'run', data: told(run) }
      silence = 0
    }
    before = now
    if (run.endedAt !== null) return
    if (silence >= LOOKS_IN_SILENCE) {
      yield null
      silence = 0
    }
    await sleep(LOOK_AGAIN_MS, undefined, { signal: closing }).catch(() => {}) // closing ends the wait
  }
}

function told(run: Run) {
  const { id, task, state, cause, actor, host, version, tries, progress, cancelAskedBy } = run
  return {
    ...{ id, task, state, cause, actor, host, version, tries, progress, cancelAskedBy },
    askedAt: run.askedAt.toISOString(),
    startedAt: run.startedAt.toISOString(),
    endedAt: run.endedAt?.toISOString() ?? null,
  }
}

function toldEntry({ n, at, kind, details }: LogEntry) {
  return { n, at: at.toISOString(), kind, details }
}
