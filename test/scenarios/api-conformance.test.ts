import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { makeEstate } from '../../demo/estate.ts'
import { writeEstate } from '../../demo/write-estate.ts'
import { qualityStore } from '../../src/analytics/quality/store.ts'
import { analyse } from '../../src/analytics/standing/analysis.ts'
import type { Caller } from '../../src/api/caller.ts'
import { operationId } from '../../src/contract/operation-id.ts'
import { Problem } from '../../src/contract/problem.ts'
import { FILE_TYPES } from '../../src/contract/route.ts'
import { ROUTES } from '../../src/contract/routes.ts'
import { matchDay } from '../../src/inventory/link/match-day.task.ts'
import { linkStore } from '../../src/inventory/link/store.ts'
import { DEFAULT_MATCH_OPTIONS } from '../../src/inventory/match/match-record.ts'
import { findingStore } from '../../src/reconcile/findings/store.ts'
import { apiOffice, callerOf } from '../support/api-office.ts'
import { COUNTED_ON, keepCountedFleet, MONTH_END } from '../support/counted-fleet.ts'
import { keepFigures, weeklyFigures } from '../support/daily-figures.ts'
import { testDatabase } from '../support/postgres.ts'
import { smallInventory } from '../support/small-inventory.ts'
import { tableHashes } from '../support/table-hashes.ts'

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> }
  readonly responses: Readonly<Record<string, Answer>>
  readonly 'x-access': string
  readonly 'x-split-by-site': boolean
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly schema: { readonly type?: string }
}

interface Answer {
  readonly content?: Readonly<Record<string, { readonly schema: z.core.JSONSchema.JSONSchema }>>
}

const database = await testDatabase()
const METRIC = 'source_name=pos&metric=sold'
const CSV = {
  payload: 'time,value\n2026-11-01,1\nnever,2\n',
  headers: { 'content-type': 'text/csv' },
}

const ROOMS = {
  payload: 'ID_Local,Descripción_Local,Edificio\n01A0001A,Oficina,Norte\n,Sin local,Norte\n',
  headers: { 'content-type': 'text/csv' },
}

/** A request of each operation that is answered with success; `/api/...` with its numbers. */
const VALID: Readonly<Record<string, Partial<InjectOptions> & { readonly url?: string }>> = {
  getTodayEvents: { url: '/api/today/events?seconds=0' },
  getMetricsDaily: { url: `/api/metrics/daily?${METRIC}` },
  getFindingsById: { url: '/api/findings/1' },
  postFindingsDecide: { payload: { ids: [1], word: { kind: 'noted', note: 'on order' } } },
  getCompare: { url: `/api/compare?from=${MONTH_END}&to=${COUNTED_ON}` },
  getDevicesOfRecord: { url: '/api/devices/of-record?record=ninjaone:n1' },
  getLinksExplain: { url: '/api/links/explain?record=ninjaone:n1' },
  postLinks: { payload: { one: 'ninjaone:n1', other: 'threatlocker:t1', kind: 'must-link' } },
  deleteLinks: { url: '/api/links?one=ninjaone:n1&other=threatlocker:t1' },
  putSiteMap: { payload: { organisation: 'threatlocker:Nobody', site: 'Norte' } },
  deleteSiteMap: { url: '/api/site-map?organisation=threatlocker:Nobody' },
  postRulesTest: {
    payload: { cases: 'cases: [{ name: x, given: { ocs: [{ id: 1 }] }, expect: { links: [] } }]' },
  },
  postWhatIf: { payload: { rules: { checks: { staleDays: 30 } } } },
  getUploadsById: { url: '/api/uploads/1' },
  getUploadsByIdRejections: { url: '/api/uploads/1/rejections' },
  getUploadsByIdRejectionsCsv: { url: '/api/uploads/1/rejections.csv' },
  getMetricsAnomalyRolling: { url: `/api/metrics/anomaly/rolling?${METRIC}` },
  getMetricsAnomalyRobust: { url: `/api/metrics/anomaly/robust?${METRIC}` },
  getMetricsAnomalyIforest: { url: `/api/metrics/anomaly/iforest?${METRIC}` },
  getMetricsAnomalyShape: { url: `/api/metrics/anomaly/shape?${METRIC}` },
  getAnalyticsFailing: { url: '/api/analytics/failing?measure=completeness' },
  postKpiRun: { url: '/api/kpi/run?source_name=first' },
  postAnomaliesVerdict: {
    payload: { source: 'pos', metric: 'sold', day: '2026-11-10', verdict: 'expected' },
  },
  getForecastDaily: { url: `/api/forecast/daily?${METRIC}` },
  getForecastReliability: { url: `/api/forecast/reliability?${METRIC}` },
  getRunsById: { url: '/api/runs/1' },
  postRunsByIdCancel: { url: '/api/runs/2/cancel' },
  postPlans: { payload: { corrects: 'tags' } },
  getReportsByName: { url: '/api/reports/muster-P1.xlsx' },
  postBooksPreview: { url: '/api/books/preview?book=locations&filename=rooms.csv', ...ROOMS },
  postBooksPreviewMarked: { url: '/api/books/preview/marked?book=locations', ...ROOMS },
  putBooksByBook: { url: '/api/books/locations?filename=rooms.csv', ...ROOMS },
  postDevicesImportDay: {
    url: '/api/devices/import-day?source=scan&day=2026-11-01&filename=scan.csv',
    payload: 'Id,Name\n1,north-1\n',
    headers: { 'content-type': 'text/csv' },
  },
  getCompareExport: { url: `/api/compare/export?from=${MONTH_END}&to=${COUNTED_ON}` },
  putViewsByName: { payload: { path: '/devices', search: '?site=Norte' } },
  postIngest: { url: '/api/ingest?source_name=web&mode=lenient', ...CSV },
}

/** Of access: what they do is shown with real people in `src/api/access.store.test.ts`. */
const WITH_REAL_PEOPLE =
  /^(?:(?:post|put|delete|patch)(?:Session|People|Invitations|Registrations|Tokens)|getSession|getAccessOpenid)/u

const folder = await mkdtemp(join(tmpdir(), 'muster-conformance-'))
const { inbox, ocsFile } = await writeEstate(folder, makeEstate({ seed: 5, computers: 200 }))
const office = await apiOffice(database.url, {
  now: () => new Date(`${COUNTED_ON}T09:00:00Z`),
  settings: {
    sources: {
      ocs: { file: ocsFile, inventoryField: 'NUMINV' },
      'finance-register': { folder: inbox },
      locations: { folder: inbox },
      'device-files': {
        scan: { folder: inbox, file: 'scan*', columns: { nativeKey: 'Id', displayName: 'Name' } },
      },
    },
    events: { inbox },
    reports: { folder },
  },
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true })
})
const document = (await office.http.inject('/api/openapi.json')).json()

const operations = Object.entries(document.paths as Record<string, Record<string, Operation>>)
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  .map((each) => ({ ...each, name: `${each.method.toUpperCase()} ${each.path}` }))
type Driven = (typeof operations)[number]

const ENGLISH =
  /\b(?:expected|received|invalid|too (?:small|big)|must|unrecognized|none of|is after|is before|more than|no control|either|at most|should|not valid|a year|the request|body cannot)\b/iu

const NOBODY_SPECIAL: Caller = { ...callerOf('viewer'), name: 'powerless', permissions: new Set() }

/** Sends what the operation takes, with something of it otherwise. */
function drive(
  caller: Caller | null,
  { path, method, operation }: Driven,
  other: InjectOptions = {},
) {
  const url = path.replaceAll(/\{\w+\}/gu, '1')
  const valid = VALID[operation.operationId] ?? {}
  const sent = { method: method.toUpperCase() as 'GET', url, ...valid, ...other }
  return office.send(caller, sent)
}

function isProblem(answer: Awaited<ReturnType<typeof drive>>, status: number) {
  expect([answer.statusCode, answer.json().code]).toEqual([status, expect.any(String)])
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  const problem = Problem.parse(answer.json())
  expect(problem).toMatchObject({ status, requestId: answer.headers['x-request-id'] })
  return problem
}

describe('the OpenAPI document', () => {
  it('is of version 3.1, and needs nobody signed in to be read', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Muster' } })
  })

  it('has every route of the contract under its name, with its access, and no other', () => {
    const known = new Map(operations.map(({ operation }) => [operation.operationId, operation]))
    expect([...known.keys()].toSorted()).toEqual(Object.values(ROUTES).map(operationId).toSorted())
    for (const declared of Object.values(ROUTES)) {
      const found = known.get(operationId(declared))
      expect([operationId(declared), found?.['x-access']]).toEqual([
        operationId(declared),
        declared.access,
      ])
      expect(Object.keys(found?.responses ?? {})).toContain(String(declared.status ?? 200))
    }
  })

  it('names each operation once, and tells of each what failure looks like', () => {
    const names = operations.map(({ operation }) => operation.operationId)

    expect(new Set(names).size).toBe(names.length)
    for (const { operation } of operations) {
      expect(operation.responses.default?.content).toHaveProperty('application/problem+json')
    }
  })

  it('declares exactly the parameters that stand in each path', () => {
    for (const { path, operation, name } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/gu)].map(([, parameter]) => parameter)
      const declared = (operation.parameters ?? []).filter((each) => each.in === 'path')
      expect([name, declared.map((each) => each.name)]).toEqual([name, inPath])
      expect(declared.every(({ required }) => required)).toBe(true)
      const all = (operation.parameters ?? []).map((each) => `${each.in} ${each.name}`)
      expect(new Set(all).size).toBe(all.length)
    }
  })

  it('refers to nothing that it has not', () => {
    for (const target of references(document)) {
      expect(target).toMatch(/^#\//u)
      const found = target
        .slice(2)
        .split('/')
        .reduce<unknown>(
          (part, key) => (part as Record<string, unknown> | undefined)?.[key],
          document,
        )
      expect([target, typeof found]).toEqual([target, 'object'])
    }
  })
})

describe('every operation', () => {
  beforeAll(async () => {
    await keepHeld()
    await writeFile(join(folder, 'muster-P1.xlsx'), 'a workbook')
    await keepCountedFleet(database)
    await matchDay(linkStore(database), COUNTED_ON, DEFAULT_MATCH_OPTIONS)
    const figures = weeklyFigures({ days: 60, seed: 3, until: COUNTED_ON })
    await keepFigures(database, { source: 'pos', metric: 'sold' }, figures)
    const sent = {
      method: 'POST',
      url: '/api/ingest?source_name=first&mode=lenient',
      ...CSV,
    } as const
    await office.send(callerOf('analyst'), sent)
    const url = '/api/forecast/run?source_name=pos'
    const { run } = (await office.send(callerOf('analyst'), { method: 'POST', url })).json()
    await office.ended(run)
    await keepFinding(run)
    const { analysis, failing } = analyse(smallInventory({ day: COUNTED_ON }))
    await qualityStore(database).keep({ runId: run, analysis, failing, failingFor: 30 })
  }, 120_000)

  const guarded = operations.filter(({ operation }) => operation['x-access'] !== 'anybody')

  it.each(guarded)('$name tells nobody anything who is not signed in', async (each) => {
    const problem = isProblem(await drive(null, each), 401)

    expect(problem.code).toBe('request.not-signed-in')
  })

  const permitted = guarded.filter(({ operation }) => operation['x-access'] !== 'signed-in')

  it.each(permitted)(
    '$name is refused to who lacks its permission, which is named',
    async (each) => {
      const problem = isProblem(await drive(NOBODY_SPECIAL, each), 403)

      expect(problem).toMatchObject({
        ...{ code: 'request.not-allowed', details: { needs: each.operation['x-access'] } },
      })
    },
  )

  const whole = permitted.filter(({ operation }) => !operation['x-split-by-site'])

  it.each(whole)('$name is refused to who sees some sites only, for it is of all', async (each) => {
    const problem = isProblem(await drive(callerOf('administrator', ['Norte']), each), 403)

    expect(problem.code).toBe('request.site-limited')
  })

  const numbered = operations.filter(({ path }) => path.includes('{id}'))

  it.each(numbered)('$name refuses what is no number, and says where', async (each) => {
    const url = each.path.replace('{id}', 'first')
    const problem = isProblem(await drive(callerOf('administrator'), each, { url }), 400)

    expect(placesOf(problem)).toEqual(['params.id'])
  })

  const asked = operations.flatMap((each) =>
    (each.operation.parameters ?? [])
      .filter((parameter) => parameter.in === 'query')
      .map((parameter) => ({ ...each, parameter: parameter.name })),
  )

  it.each(asked)('$name refuses a bad $parameter, and says where', async (each) => {
    const valid = VALID[each.operation.operationId]?.url ?? each.path.replaceAll(/\{\w+\}/gu, '1')
    const url = new URL(valid, 'http://localhost')
    url.searchParams.set(each.parameter, '\u0000')
    const bad = { url: url.pathname + url.search }
    const problem = isProblem(await drive(callerOf('administrator'), each, bad), 400)

    expect(placesOf(problem)).toContain(`query.${each.parameter}`)
  })

  const bodied = operations.filter(
    ({ operation }) =>
      Object.keys(operation.requestBody?.content ?? {}).join() === 'application/json',
  )

  it.each(bodied)('$name refuses a body that is none of its own, and says where', async (each) => {
    const bad = { payload: '[]', headers: { 'content-type': 'application/json' } }
    const problem = isProblem(await drive(callerOf('administrator'), each, bad), 400)

    expect(placesOf(problem).every((place) => place.startsWith('body'))).toBe(true)
  })

  it('tells what is wrong with a request to who reads Spanish without a word of English', async () => {
    const said: string[] = []
    const ask = async (each: Driven, bad: InjectOptions) => {
      const sent = { ...bad, headers: { ...bad.headers, 'accept-language': 'es' } }
      const { detail, details } = (await drive(callerOf('administrator'), each, sent)).json()
      said.push(detail, ...details.faults.map(({ message }: { message: string }) => message))
    }
    const named = (id: string) => operations.filter(({ operation }) => operation.operationId === id)
    for (const each of numbered) await ask(each, { url: each.path.replace('{id}', 'first') })
    for (const each of asked) {
      const valid = VALID[each.operation.operationId]?.url ?? each.path.replaceAll(/\{\w+\}/gu, '1')
      const url = new URL(valid, 'http://localhost')
      url.searchParams.set(each.parameter, '\u0000')
      await ask(each, { url: url.pathname + url.search })
    }
    for (const each of bodied) {
      for (const payload of ['[]', '{}x']) {
        await ask(each, { payload, headers: { 'content-type': 'application/json' } })
      }
    }
    for (const each of named('getCompare')) {
      await ask(each, { url: '/api/compare?from=2026-10-02&to=2026-10-01' })
    }
    for (const each of named('getFindings'))
      await ask(each, { url: '/api/findings?check=none-such' })
    for (const each of named('putViewsByName')) {
      await ask(each, { payload: { path: '/a', search: `?${'ñ'.repeat(1500)}` } })
    }
    for (const each of named('postFindingsDecide')) {
      await ask(each, { payload: { word: { kind: 'noted', note: 'x' } } })
    }

    expect(said.length).toBeGreaterThan(300)
    expect(said.filter((text) => ENGLISH.test(text))).toEqual([])
  })

  const driven = operations.filter(({ operation }) => !WITH_REAL_PEOPLE.test(operation.operationId))

  it('changes nothing that is kept where it is a GET', async () => {
    const reading = driven.filter(({ method }) => method === 'get')
    const before = await tableHashes(database.pool)
    const answered = []
    for (const each of reading) {
      answered.push((await drive({ ...callerOf('administrator'), personId: 1 }, each)).statusCode)
    }

    expect(answered.filter((status) => status === 200).length).toBeGreaterThan(60)
    expect(await tableHashes(database.pool)).toEqual(before)
  })

  it.each(driven)('$name answers as it declares', async (each) => {
    const answer = await drive({ ...callerOf('administrator'), personId: 1 }, each)
    const [status = '', declared] = Object.entries(each.operation.responses)[0] ?? []
    const [[mediaType = '', content] = []] = Object.entries(declared?.content ?? {})

    expect([answer.statusCode, answer.statusCode < 400 ? '' : answer.body]).toEqual([
      Number(status),
      '',
    ])
    const isText = mediaType !== FILE_TYPES.xlsx && mediaType !== 'text/event-stream'
    expect(answer.headers['content-type']).toBe(`${mediaType}${isText ? '; charset=utf-8' : ''}`)
    if (mediaType === 'application/json') {
      const schema = z.fromJSONSchema(content?.schema ?? {})
      const { error } = schema.safeParse(answer.json())
      expect(error?.issues ?? []).toEqual([])
    }
    if (each.path.startsWith('/api/')) expect(answer.headers['cache-control']).toBe('no-store')
    const { run } = status === '202' ? answer.json() : { run: null }
    if (run !== null) await office.ended(run)
  })

  it('leaves in the audit trail what people decided, accepted, stopped, rotated and had written', async () => {
    const { items } = (await office.get('/api/audit?limit=200')).json()
    const told = new Set(items.map(({ action }: { action: string }) => action))
    const deeds = ['link.decided', 'link.taken-back', 'site-map.decided', 'site-map.taken-back']
    const others = ['collection.accepted', 'run.stopped', 'keys.rotated', 'plan.apply-begun']

    expect([...deeds, ...others].filter((action) => !told.has(action))).toEqual([])
  })
})

/** A person, a plan for another system and a delivery that wait for a person, all number 1, and a run that waits, number 2. */
async function keepHeld(): Promise<void> {
  await database.pool.query(`
    insert into person (name, role, password_hash, created_at) values ('ana', 'administrator', '', now())`)
  await database.pool.query(`
    insert into run (task, state, cause, actor, host, pid, version, ended_at)
    values ('plan', 'held', 'person', 'ana', 'pc-1', 1, '0', now())`)
  await database.pool.query(`
    insert into plan (run_id, kind, corrects, state, target, changes)
    values (1, 'tags', 'tags', 'held', 'another OCS', 0)`)
  await database.pool.query(`
    insert into run (task, state, cause, actor, host, pid, version)
    values ('check', 'queued', 'person', 'ana', 'pc-1', 1, '0')`)
  await database.pool.query(
    `insert into collection (run_id, source, day, try, state, started_at)
    values (1, 'locations', $1, 1, 'held', now())`,
    [MONTH_END],
  )
}

/** A disagreement as a look in a run sees it. */
function keepFinding(runId: number) {
  const [check, scope] = ['missing-in-edr', 'ninjaone+threatlocker']
  const compared = { ninjaone: COUNTED_ON, threatlocker: COUNTED_ON }
  const draft = { check, scope, subject: 'device:1', severity: 'high', name: 'north-1' } as const
  return findingStore(database).look({
    ...{ runId, planId: null, day: COUNTED_ON, today: COUNTED_ON },
    looks: [{ check, scope, compared, skipped: null, asOf: new Date() }],
    seen: [
      {
        ...{ ...draft, evidence: { records: [{ ref: 'ninjaone:n1', site: 'Norte' }] } },
        ...{ siteId: 1, building: null, municipality: null },
      },
    ],
  })
}

/** Everything a document refers to. */
function references(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : references(value),
  )
}

/** Where a request was not understood. */
function placesOf({ details }: Problem): string[] {
  const { faults } = z.object({ faults: z.array(z.object({ place: z.string() })) }).parse(details)
  return faults.map(({ place }) => place)
}
