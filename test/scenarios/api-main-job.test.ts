import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEstate } from '../../demo/estate.ts'
import { writeEstate } from '../../demo/write-estate.ts'
import { planStore } from '../../src/reconcile/store.ts'
import { cellText } from '../../src/workbook/cell.ts'
import { apiOffice, callerOf } from '../support/api-office.ts'
import { testDatabase } from '../support/postgres.ts'
import { readRows } from '../support/read-cells.ts'

const database = await testDatabase()
const plans = planStore(database)
const folder = await mkdtemp(join(tmpdir(), 'muster-api-main-job-'))
const reports = join(folder, 'reports')
const estate = makeEstate({ seed: 5, computers: 220 })
const { inbox, ocsFile } = await writeEstate(folder, estate)
const office = await apiOffice(database.url, {
  now: () => new Date('2026-11-21T09:00:00Z'),
  settings: {
    sources: {
      ocs: { file: ocsFile, inventoryField: 'NUMINV' },
      'finance-register': { folder: inbox },
      locations: { folder: inbox },
    },
    reports: { folder: reports, splitBy: 'municipality' },
  },
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true })
})

type Role = Parameters<typeof callerOf>[0]
type Answer = ReturnType<typeof office.send>

const get = (role: Role, url: string) => office.send(callerOf(role), { method: 'GET', url })
const post = (role: Role, url: string, body?: object) =>
  office.send(callerOf(role), { method: 'POST', url, ...(body ? { payload: body } : {}) })

async function ended(answer: Awaited<Answer>) {
  if (answer.statusCode !== 202) throw new Error(`nothing was begun: ${answer.body}`)
  return office.ended(answer.json().run)
}

const json = async (url: string) => (await get('viewer', url)).json()
const codeOf = async (answer: Answer) => {
  const { statusCode, json: parsed } = await answer
  return [statusCode, parsed().code]
}

let plan = 0
beforeAll(async () => {
  const { summary } = await ended(await post('operator', '/api/plans', { corrects: 'tags' }))
  plan = (summary.plan as { plan: number }).plan
})

describe('the changes of a plan', () => {
  const path = (rest = '') => `/api/plans/${plan}/changes${rest}`

  it('come page by page, all of them once', async () => {
    const whole = await plans.changes(plan)
    const pages = [await json(path('?limit=60')), await json(path('?limit=1000&offset=60'))]

    expect(pages.map(({ total }) => total)).toEqual([whole.length, whole.length])
    const told = pages.flatMap(({ items }) => items.map(({ n }: { n: number }) => n))
    expect(told).toEqual(whole.map(({ n }) => n))
  })

  it('are found by any of their texts, whatever its case, and by what came of them', async () => {
    const [, second] = await plans.changes(plan)
    const text = encodeURIComponent(second?.hostname?.toLowerCase() ?? '')
    const { items, total } = await json(path(`?q=${text}&outcome=pending`))

    expect(items[0]).toMatchObject({ n: 2, hostname: second?.hostname, evidence: { kind: 'tags' } })
    expect(items).toHaveLength(total)
    expect((await json(path('?q=%25'))).total).toBe(0) // a sign like any other
    expect((await json(path('?outcome=failed'))).total).toBe(0)
  })

  it('are the same in every format of the export', async () => {
    const whole = await plans.changes(plan)
    const exported = async (format: string) => {
      const answer = await get('viewer', `/api/plans/${plan}/export?format=${format}`)
      const name = `filename*=UTF-8''muster-P${plan}-changes.${format}`
      expect(answer.headers['content-disposition']).toBe(`attachment; ${name}`)
      return answer
    }
    const csv = (await exported('csv')).body.trimEnd().split('\r\n')
    const lines = (await exported('ndjson')).body.trimEnd().split('\n')
    const file = join(folder, 'changes.xlsx')
    await writeFile(file, (await exported('xlsx')).rawPayload)
    const rows = (await readRows(file)).map(({ cells }) => cells.map(cellText))
    const told = lines.map((line) => JSON.parse(line))

    expect(told.map(({ n, to }) => [n, to])).toEqual(whole.map(({ n, to }) => [n, to]))
    expect(csv).toHaveLength(whole.length + 1)
    expect(csv[0]).toContain('n,recordKey,hostname,inventoryNumber')
    const body = rows.slice(-whole.length)
    expect(body.map(([n, key]) => [n, key])).toEqual(
      whole.map((one) => [`${one.n}`, one.recordKey]),
    )
  })

  it('tell in words what decided them', async () => {
    const [change] = (await json(path('?limit=1'))).items

    expect(change.because.facts).toContainEqual({ name: 'Finance: Cell', text: change.financeCell })
  })

  it('are those of a plan that there is', async () => {
    for (const rest of ['', '/changes', '/export']) {
      expect(await codeOf(get('viewer', `/api/plans/999${rest}`))).toEqual([
        ...[404, 'plan.not-found'],
      ])
    }
  })
})

describe('plans', () => {
  it('are listed by state, with what their making came to', async () => {
    expect(await json('/api/plans?state=applied')).toEqual({ items: [], total: 0 })
    const { items, total } = await json('/api/plans?state=waiting')

    expect([total, items.map(({ id }: { id: number }) => id)]).toEqual([1, [plan]])
    const { outcomes, lists } = await json(`/api/plans/${plan}`)
    const { outcomes: kept, lists: found } = await plans.get(plan)
    expect({ outcomes, lists }).toEqual({ outcomes: kept, lists: found })
  })

  it('need no second person unless that is configured', async () => {
    const { approvals } = await json(`/api/plans/${plan}`)
    expect(approvals).toEqual({ isSecondPersonNeeded: false, isApproved: true, items: [] })

    const run = await ended(await post('approver', `/api/plans/${plan}/apply`))
    expect(run).toMatchObject({ state: 'agreed' })
    const { state, written, changes } = await json(`/api/plans/${plan}`)
    expect({ state, written }).toEqual({ state: 'applied', written: { applied: changes } })
  })

  it('of names are refused at once where those are not to be corrected', async () => {
    const asked = post('operator', '/api/plans', { corrects: 'names' })
    expect(await codeOf(asked)).toEqual([409, 'plan.not-enabled'])
  })

  it('are not applied, verified, taken back or told of that there are not', async () => {
    for (const deed of ['apply', 'verify', 'undo', 'report', 'approve']) {
      const asked = post('administrator', `/api/plans/999/${deed}`)
      expect([deed, ...(await codeOf(asked))]).toEqual([deed, 404, 'plan.not-found'])
    }
  })
})

describe('reports', () => {
  it('are none before the first', async () => {
    expect(await json('/api/reports')).toEqual({ items: [], total: 0 })
  })

  it('are written, listed by name alone, and downloaded as they are', async () => {
    const { summary } = await ended(await post('operator', `/api/plans/${plan}/report`))
    const { items, total } = await json('/api/reports?limit=1000')
    const name = `muster-P${plan}.xlsx`
    const answer = await get('viewer', `/api/reports/${name}`)

    expect(total).toBe(1 + (summary.parts as unknown[]).length)
    expect(JSON.stringify(items)).not.toContain(folder)
    expect(items).toContainEqual(expect.objectContaining({ name, plan, part: null }))
    expect(answer.rawPayload).toEqual(await readFile(join(reports, name)))
    expect(answer.headers).toMatchObject({
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
      'x-content-type-options': 'nosniff',
    })
    const parts = items.filter((each: { name: string }) => each.name !== name)
    const part = await get('viewer', `/api/reports/${encodeURIComponent(parts[0].name)}`)
    expect(part.rawPayload.byteLength).toBe(parts[0].bytes)
  })

  it.each([
    ['..%2fmuster.yaml', 404],
    ['..%2F..%2Fetc%2Fpasswd', 404],
    ['%2fetc%2fpasswd', 404],
    ['..%5Cmuster.yaml', 404],
    ['muster-P1.xlsx%00', 400],
    ['muster.yaml', 404],
    ['..', 404],
    ['%2e%2e', 404],
    ['../../etc/passwd', 404],
  ])('%s leads out of their folder to nothing', async (name, status) => {
    await writeFile(join(reports, 'muster.yaml'), 'secret: found')
    const answer = await get('administrator', `/api/reports/${name}`)

    expect(answer.statusCode).toBe(status)
    expect(answer.body).not.toContain('secret: found')
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  })
})

describe('collections', () => {
  it('are listed newest first, of one source or state', async () => {
    const { items, total } = await json('/api/collections')
    const ids = items.map(({ id }: { id: number }) => id)
    const finance = await json('/api/collections?source_name=finance-register&state=complete')

    expect(ids).toEqual(ids.toSorted((one: number, other: number) => other - one))
    expect(total).toBe(ids.length)
    expect(
      finance.items.every(({ source }: { source: string }) => source === 'finance-register'),
    ).toBe(true)
    expect(finance.total).toBeGreaterThan(0)
    expect((await json('/api/collections?state=failed')).total).toBe(0)
  })

  it('show what was refused, page by page, in words', async () => {
    const { items } = await json('/api/collections')
    const { id, rejected } = items.find((each: { rejected: number }) => each.rejected > 2)
    const first = await json(`/api/collections/${id}?limit=2`)
    const rest = await json(`/api/collections/${id}?offset=2&limit=1000`)

    expect(first.rejections.total).toBe(rejected)
    expect(first.rejections.items.length + rest.rejections.items.length).toBe(rejected)
    const place = { place: expect.any(String), code: expect.any(String), raw: expect.any(String) }
    expect(first.rejections.items[0]).toEqual({ ...place, text: expect.stringMatching(/\.$/u) })
  })

  it('that are held pass in the name of who accepts them, once', async () => {
    await writeEstate(folder, { ...estate, finance: estate.finance.slice(0, 100) })
    expect((await ended(await post('operator', '/api/check'))).state).toBe('held')
    const { items } = await json('/api/collections?state=held')
    const [{ id, holds }] = items
    const accept = `/api/collections/${id}/accept`
    expect(holds).toEqual([{ code: 'shrunk', text: expect.stringContaining('last accepted') }])

    expect(await codeOf(post('operator', accept))).toEqual([403, 'request.not-allowed'])
    const { run, ...accepted } = (await post('approver', accept, { reason: ' a new year ' })).json()
    expect(accepted).toEqual({ id, by: 'approver', reason: 'a new year' })
    expect(await office.ended(run)).toMatchObject({ state: 'agreed', task: 'accept' })
    expect(await json(`/api/collections/${id}`)).toMatchObject({
      ...{ state: 'complete', acceptedBy: 'approver', acceptReason: 'a new year' },
    })
    expect(await codeOf(post('approver', accept))).toEqual([409, 'collection.not-held'])
    await writeEstate(folder, estate)
  })
})

describe('work that is asked for', () => {
  it.each([
    ['/api/collect', 'collect', 'operator'],
    ['/api/reconcile', 'reconcile', 'operator'],
    ['/api/prune', 'prune', 'operator'],
    ['/api/analyze', 'analyze', 'operator'],
    ['/api/study', 'study', 'analyst'],
    ['/api/nightly', 'nightly', 'approver'],
  ] as const)('%s is done as a run %s by an %s', async (url, task, role) => {
    const body = task === 'study' ? { anew: true } : undefined
    const run = await ended(await post(role, url, body))

    expect(run).toMatchObject({ task, actor: role, cause: 'person' })
    expect(['agreed', 'differences', 'held']).toContain(run.state)
  })

  it.each([
    ['/api/collect', 'analyst'],
    ['/api/check', 'analyst'],
    ['/api/reconcile', 'viewer'],
    ['/api/prune', 'analyst'],
    ['/api/analyze', 'analyst'],
    ['/api/study', 'viewer'],
    ['/api/nightly', 'operator'],
    ['/api/plans', 'analyst'],
  ] as const)('%s is refused to an %s', async (url, role) => {
    const body = { corrects: 'tags' }
    expect(await codeOf(post(role, url, body))).toEqual([403, 'request.not-allowed'])
  })

  it('is refused at once for a source that nobody configured, and for a metric that there is not', async () => {
    const { statusCode, json: told } = await post('operator', '/api/collect', {
      sources: ['locations', 'ninjaone'],
    })
    expect([statusCode, told()]).toMatchObject([
      ...[409, { code: 'source.not-configured', details: { source: 'ninjaone' } }],
    ])
    const study = post('analyst', '/api/study', { metric: 'nothing' })
    expect(await codeOf(study)).toEqual([404, 'metric.not-found'])
  })

  it('collects one source where one is named', async () => {
    const asked = await post('operator', '/api/collect', { sources: ['locations'] })
    const { summary } = await ended(asked)

    const sources = summary.sources as readonly { source: string }[]
    expect(sources.map(({ source }) => source)).toEqual(['locations'])
  })

  it('tells what a prune would take, and takes nothing', async () => {
    const answer = await get('operator', '/api/prune')
    expect(answer.json()).toEqual({ days: [], versions: 0, links: 0 })
  })
})
