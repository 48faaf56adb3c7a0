import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { pino } from 'pino'
import type { Caller } from '../../src/api/caller.ts'
import { createServer } from '../../src/api/server.ts'
import { type App, createApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import { PERMISSIONS_OF, type Role } from '../../src/contract/permission.ts'
import { openJobs } from '../../src/jobs/queue/open-jobs.ts'
import { NEVER } from '../../src/jobs/queue/timetable.ts'
import { SILENT } from '../../src/lib/progress.ts'

/** A server on a database, to which requests are sent without a port. */
export interface ApiOffice {
  readonly app: App
  readonly http: FastifyInstance
  /** Sends a request as this caller; null for nobody. */
  send(caller: Caller | null, request: InjectOptions): Promise<LightMyRequestResponse>
  /** By which this server knows a caller, also through a port. */
  headersOf(caller: Caller | null): Record<string, string>
  /** `GET` by an administrator. */
  get(url: string): Promise<LightMyRequestResponse>
  /** The run of a task that was started, once it has ended. */
  ended(run: number): Promise<{ state: string; summary: Record<string, unknown> }>
  close(): Promise<void>
}

/** Somebody with a role, limited to sites or not. */
export function callerOf(role: Role, sites: readonly string[] | null = null): Caller {
  const permissions = new Set(PERMISSIONS_OF[role])
  return { name: role, kind: 'person', personId: null, permissions, sites }
}

const AS = 'x-test-caller'
/** Tests ask faster than people. */
const LIMITS = { access: { requestsPerMinute: 100_000 } }

export interface ApiOfficeOrder {
  readonly now: () => Date
  readonly settings?: object
  readonly env?: Readonly<Record<string, string>>
}

/** Opens a server on the database at `url`, on the day its clock shows. */
export async function apiOffice(
  url: string,
  { now, settings = {}, env = {} }: ApiOfficeOrder,
): Promise<ApiOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-api-'))
  const text = JSON.stringify({
    keyRing: 'keys.json',
    sources: {},
    timeZone: 'UTC',
    ...LIMITS,
    ...settings,
  })
  const config = loadConfig({
    ...{ file: join(folder, 'muster.yaml'), folder, text, language: 'en' },
    env: {
      ...{ DATABASE_URL: url, MUSTER_NINJAONE_CLIENT_SECRET: 's', MUSTER_THREATLOCKER_TOKEN: 't' },
      ...env,
    },
  })
  const who = { actor: 'server', host: 'pc-1', pid: 1, version: '0' }
  const { signal } = new AbortController()
  const input = () => Readable.from([])
  const outside = { progress: SILENT, now, language: 'en', signal, input } as const
  const app = await createApp(config, { ...who, ...outside })
  const callers = new Map<string, Caller>()
  const log = pino({ level: 'silent' })
  const jobs = await openJobs({ context: app, log, timetable: NEVER })
  await jobs.begin()
  const http = await createServer({
    ...{ app, settings: app.server, log, jobs: jobs.desk },
    identify: async ({ headers }) => callers.get(String(headers[AS])) ?? null,
  })
  const headersOf: ApiOffice['headersOf'] = (caller) => {
    const key = JSON.stringify(caller && [caller.name, caller.sites, [...caller.permissions]])
    if (caller) callers.set(key, caller)
    return { [AS]: key }
  }
  const send: ApiOffice['send'] = (caller, request) =>
    http.inject({ ...request, headers: { ...request.headers, ...headersOf(caller) } })
  const administrator = callerOf('administrator')
  const get: ApiOffice['get'] = (asked) => send(administrator, { method: 'GET', url: asked })
  return {
    ...{ app, http, send, get, headersOf },
    async ended(run) {
      for (;;) {
        const found = (await get(`/api/runs/${run}`)).json()
        if (found.endedAt !== null) return found
        await sleep(20)
      }
    },
    async close() {
      await http.close()
      await jobs.close()
      await app.close()
    },
  }
}
