import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { type App, createApp } from '../../src/app.ts'
import { readConfig } from '../../src/cli/read-config.ts'
import { SILENT } from '../../src/lib/progress.ts'
import { musterAt } from './muster-at.ts'
import type { Ended } from './muster-command.ts'
import type { TestDatabase } from './postgres.ts'
import type { Spoken } from './spoken-muster.ts'
import { type StoppableMuster, startStoppable } from './stoppable-muster.ts'

/** Where files of events are taken in: a folder with its configuration, and a database. */
export interface EventDesk {
  readonly folder: string
  readonly config: string
  /** The file of its keys. */
  readonly keyRing: string
  /** Writes a file into its folder; gives its path. */
  file(name: string, content: string | Uint8Array): Promise<string>
  /** Starts a command with `--json` in a process of its own. */
  start(args: readonly string[], input?: Readable): StoppableMuster
  /** Runs one to its end in this process, with `--json`. */
  muster(...args: string[]): Promise<Pick<Ended, 'code' | 'answer'>>
  /** As a person sees it. */
  spoken(...args: string[]): Promise<Spoken>
  /** The sum of each day of a metric, as "muster metrics" tells them. */
  daySums(metric: string): Promise<(readonly [day: string, sum: string])[]>
  /** What commands work with, for calling what is behind them; to be closed. */
  openApp(): Promise<App>
  /** Whether one of its processes has written to the database and not yet ended its transaction. */
  isWriting(): Promise<boolean>
  /** Resolves once the database has no session of a process that is gone. */
  quiet(): Promise<void>
  kept(): Promise<KeptCounts>
  /** Days whose kept figures are not what all their events come to; none when all is well. */
  wrongDays(): Promise<unknown[]>
  /** Everything that files of events left behind is gone. */
  forget(): Promise<void>
}

/** How many of each are kept. */
export interface KeptCounts {
  readonly sources: number
  readonly metrics: number
  readonly uploads: number
  readonly chunks: number
  readonly events: number
  readonly conflicts: number
  readonly rejections: number
  readonly days: number
}

export interface EventDeskOrder {
  readonly folder: string
  readonly database: TestDatabase
  readonly settings?: Readonly<Record<string, unknown>>
}

const CHILD = 'muster under test'

/** Makes a desk in a folder of its own. */
export async function makeEventDesk(order: EventDeskOrder): Promise<EventDesk> {
  const { folder, database, settings = {} } = order
  await mkdir(folder, { recursive: true })
  const config = join(folder, 'muster.yaml')
  await writeFile(config, JSON.stringify({ keyRing: 'keys.json', sources: {}, ...settings }))
  const url = new URL(database.url)
  url.searchParams.set('application_name', CHILD)
  const env = { DATABASE_URL: url.href }
  const here = musterAt({ env, config, now: () => new Date() })
  const start: EventDesk['start'] = (args, input) => {
    const typed = ['--json', '--config', config, ...args]
    return startStoppable({ env, args: typed, ...(input ? { input } : {}) })
  }
  const countOf = async (query: string, values: readonly string[] = []): Promise<number> =>
    (await database.pool.query(query, [...values])).rows.length
  return {
    ...{ folder, config, start, keyRing: join(folder, 'keys.json') },
    async file(name, content) {
      const path = join(folder, name)
      await writeFile(path, content)
      return path
    },
    muster: here.json,
    spoken: here.spoken,
    async daySums(metric) {
      const { answer } = await here.json('metrics', metric)
      const found: { series: { days: { day: string; sum: string }[] }[] } = answer
      return found.series.flatMap(({ days }) => days.map(({ day, sum }) => [day, sum] as const))
    },
    async openApp() {
      const told = { actor: 'ana', host: 'pc-1', pid: 1, version: '0', progress: SILENT }
      const { signal } = new AbortController()
      const input = () => Readable.from([])
      const outside = { now: () => new Date(), language: 'en', signal, input } as const
      return createApp(await readConfig(env, config, 'en'), { ...told, ...outside })
    },
    isWriting: async () => (await countOf(WRITING, [CHILD])) > 0,
    async quiet() {
      while ((await countOf(SESSIONS, [CHILD])) > 0) await sleep(5)
    },
    kept: async () => (await database.pool.query(KEPT)).rows[0],
    wrongDays: async () => (await database.pool.query(WRONG_DAYS)).rows,
    async forget() {
      await database.pool.query(FORGET)
    },
  }
}

const SESSIONS =
  'select from pg_stat_activity where datname = current_database() and application_name = $1'
const WRITING = `${SESSIONS} and backend_xid is not null`

const KEPT = `
  select
    (select count(*)::integer from event_source) as sources,
    (select count(*)::integer from metric) as metrics,
    (select count(*)::integer from upload) as uploads,
    (select count(*)::integer from upload_chunk) as chunks,
    (select count(*)::integer from event) as events,
    (select count(*)::integer from event_conflict) as conflicts,
    (select count(*)::integer from event_rejection) as rejections,
    (select count(*)::integer from metric_day) as days`

const WRONG_DAYS = `
  with anew as (
    select metric_id, day, sum(value) as sum, count(*) as count, min(value) as min, max(value) as max,
      count(distinct subject) as subjects
    from event
    group by metric_id, day)
  (select 'kept' as which, * from metric_day except all select 'kept', * from anew)
  union all
  (select 'anew', * from anew except all select 'anew', * from metric_day)`

const FORGET = `
  truncate event_source, metric, upload, upload_chunk, event, event_conflict, event_rejection,
    metric_day`
