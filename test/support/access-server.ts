import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { pino } from 'pino'
import { peopleStore } from '../../src/access/people/store.ts'
import { createServer } from '../../src/api/server.ts'
import { type App, createApp } from '../../src/app.ts'
import { readConfig } from '../../src/cli/read-config.ts'
import { openJobs } from '../../src/jobs/queue/open-jobs.ts'
import { NEVER } from '../../src/jobs/queue/timetable.ts'
import { SILENT } from '../../src/lib/progress.ts'
import type { TestDatabase } from './postgres.ts'

/** A server without a port, at an hour of our choosing. */
export interface AccessServer {
  readonly http: FastifyInstance
  readonly app: App
  /** What it has logged. */
  logged(): string
  /** Moves its clock on. */
  wait(seconds: number): void
  /** Sends a request as a program would, with a token or without. */
  call(route: string, sent?: Sent): Promise<Answered>
  /** Signs in for tokens. */
  tokensOf(name: string, password: string): Promise<{ accessToken: string; refreshToken: string }>
  close(): Promise<void>
}

export interface Sent {
  readonly body?: object
  readonly token?: string
  readonly headers?: Record<string, string>
  readonly cookies?: Record<string, string>
  /** The address it comes from. */
  readonly from?: string
}

export interface Answered {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server answered, looked at by tests
  readonly body: any
  readonly headers: Readonly<Record<string, unknown>>
  readonly cookies: readonly { name: string; value: string; [attribute: string]: unknown }[]
}

/** What the tests sign in with; for all but the first administrator. */
export const PASSWORD = 'correo lento tejado gris'

export interface AccessServerOrder {
  readonly folder: string
  readonly database: TestDatabase
  readonly settings?: object
  readonly start?: Date
  /** Whether it does the jobs it is asked for; without they wait. */
  readonly doesJobs?: boolean
  /** Secrets. */
  readonly env?: Readonly<Record<string, string>>
}

/** Puts a server together as `muster serve` does. */
export async function accessServer(order: AccessServerOrder): Promise<AccessServer> {
  const { start = new Date('2026-03-01T12:00:00Z'), doesJobs = false } = order
  const clock = { now: start }
  const app = await appAt(clock, order)
  const lines: string[] = []
  let signedIn = 0
  const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) })
  const timetable = doesJobs ? NEVER : null
  const jobs = await openJobs({ context: app, log, timetable })
  await jobs.begin()
  const http = await createServer({ app, settings: app.server, log, jobs: jobs.desk })
  const call = async (route: string, sent: Sent = {}): Promise<Answered> => {
    const answer = await http.inject(requestOf(route, sent))
    const isJson = `${answer.headers['content-type']}`.includes('json')
    const { statusCode: status, headers, cookies } = answer
    return { status, headers, cookies, body: isJson ? answer.json() : answer.body }
  }
  return {
    ...{ http, app, call },
    logged: () => lines.join(''),
    wait(seconds) {
      clock.now = new Date(clock.now.getTime() + seconds * 1000)
    },
    async tokensOf(name, password) {
      signedIn += 1
      const { status, body } = await call('POST /api/session', {
        from: `10.200.0.${signedIn}`, // an address of its own: sign-ins from one are limited
        body: { name, password, means: 'tokens' },
      })
      if (status !== 200) throw new Error(`${name} was not let in: ${JSON.stringify(body)}`)
      return body
    },
    async close() {
      await http.close()
      await jobs.close()
      await app.close()
    },
  }
}

/** Adds somebody with a role and `PASSWORD`. */
export async function addPerson(
  { app }: Pick<AccessServer, 'app'>,
  name: string,
  rights: object,
): Promise<number> {
  const people = peopleStore(app.database)
  const { id } = await people.register(name, PASSWORD, app.now())
  await app.database.pool.query('update person set role = $2, sites = $3 where id = $1', [
    id,
    'role' in rights ? rights.role : 'viewer',
    'sites' in rights ? rights.sites : null,
  ])
  return id
}

async function appAt(
  clock: { readonly now: Date },
  { folder, database, settings = {}, env = {} }: AccessServerOrder,
): Promise<App> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'muster.yaml')
  await writeFile(file, JSON.stringify({ sources: {}, ...settings }))
  const config = await readConfig({ ...env, DATABASE_URL: database.url }, file, 'en')
  return createApp(config, {
    ...{ actor: 'root', host: 'pc-1', pid: 1, version: '0', language: 'en', progress: SILENT },
    now: () => clock.now,
    signal: new AbortController().signal,
    input: () => Readable.from([]),
  })
}

function requestOf(route: string, { body, token, headers, cookies, from }: Sent): InjectOptions {
  const [method, url] = route.split(' ')
  return {
    ...{ method: method as 'GET', url: url ?? '' }, // as the test writes it
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    ...(body ? { payload: body } : {}),
    ...(cookies ? { cookies } : {}),
    ...(from ? { remoteAddress: from } : {}),
  }
}
