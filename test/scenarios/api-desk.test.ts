import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditStore } from '../../src/access/audit/store.ts'
import type { Caller } from '../../src/api/caller.ts'
import { apiOffice, callerOf } from '../support/api-office.ts'
import { COUNTED_ON, keepCountedFleet, MONTH_END } from '../support/counted-fleet.ts'
import { testDatabase } from '../support/postgres.ts'
import { readRows, rowTexts } from '../support/read-cells.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-desk-'))
const inbox = join(folder, 'inbox')
await mkdir(join(inbox, 'pos'), { recursive: true })
const database = await testDatabase()
const scan = { folder: inbox, file: 'scan*', columns: { nativeKey: 'Id', displayName: 'Name' } }
const office = await apiOffice(database.url, {
  now: () => new Date(`${COUNTED_ON}T09:00:00Z`),
  settings: { sources: { 'device-files': { scan } }, events: { inbox } },
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true })
})

const get = (url: string, caller: Caller = callerOf('administrator')) =>
  office.send(caller, { method: 'GET', url })
const post = (url: string, caller: Caller) => office.send(caller, { method: 'POST', url })
const codeOf = ({ statusCode, body }: { statusCode: number; body: string }) => [
  ...[statusCode, JSON.parse(body).code],
]

const spooled = async () => {
  const names = await readdir(office.app.spoolFolder, { recursive: true })
  return names.filter((name) => name.includes('muster-sent-'))
}

describe('what is wrong now', () => {
  it('is told with its sentence, and since when alerts know of it', async () => {
    const [first] = (await get('/api/concerns')).json().items
    await database.pool.query(
      `insert into concern (key, kind, details, since) values ($1, $2, $3, '2026-11-18T06:00:00Z')`,
      [first.key, first.kind, first.details],
    )
    const headers = { 'accept-language': 'es' }
    const later = await office.send(callerOf('viewer'), {
      method: 'GET',
      url: '/api/concerns',
      headers,
    })

    expect(first).toMatchObject({ kind: 'source-late', key: 'source-late:scan', since: null })
    expect(first.says).toContain('scan is late')
    expect(later.json()).toMatchObject({
      items: [{ since: '2026-11-18T06:00:00.000Z', says: expect.stringContaining('atrasada') }],
      total: 1,
    })
  })

  it('tells nobody by asking', async () => {
    await get('/api/concerns')
    const { rows } = await database.pool.query(
      'select from run union all select from alert_delivery',
    )
    expect(rows).toEqual([])
  })

  it('is not for who sees some sites only', async () => {
    expect(codeOf(await get('/api/concerns', callerOf('viewer', ['Norte'])))).toEqual([
      ...[403, 'request.site-limited'],
    ])
  })
})

describe('the keys', () => {
  it('are rotated by a run, and told by their ids alone', async () => {
    const before = (await get('/api/keys')).json().items
    const { run } = (await post('/api/keys/rotate', callerOf('administrator'))).json()
    const { state, summary } = await office.ended(run)
    const after = (await get('/api/keys')).json().items

    expect([state, summary.dropped]).toEqual(['agreed', before.map(({ id }: { id: string }) => id)])
    expect(after).toEqual([{ id: summary.key, isCurrent: true, payloads: 0, chunks: 0 }])
  })

  it('are for administrators', async () => {
    expect(codeOf(await get('/api/keys', callerOf('approver')))).toEqual([
      403,
      'request.not-allowed',
    ])
    expect(codeOf(await post('/api/keys/rotate', callerOf('approver')))).toEqual([
      ...[403, 'request.not-allowed'],
    ])
  })
})

describe('the inbox', () => {
  it('is listed, and taken in by a run', async () => {
    await writeFile(join(inbox, 'pos', 'days.csv'), 'time,value,metric\n2026-11-01,5,sold\n')
    const lying = (await get('/api/inbox', callerOf('viewer'))).json()
    const { run } = (await post('/api/inbox', callerOf('analyst'))).json()
    const { state } = await office.ended(run)

    expect(lying).toMatchObject({
      items: [{ source: 'pos', name: 'days.csv', bytes: 36 }],
      total: 1,
    })
    expect([state, (await get('/api/inbox')).json().total]).toEqual(['agreed', 0])
  })

  it('is taken in by analysts', async () => {
    expect(codeOf(await post('/api/inbox', callerOf('viewer')))).toEqual([
      403,
      'request.not-allowed',
    ])
  })

  it('is not there where none is configured', async () => {
    const other = await apiOffice(database.url, { now: () => new Date() })
    try {
      for (const method of ['GET', 'POST'] as const) {
        const answer = await other.send(callerOf('analyst'), { method, url: '/api/inbox' })
        expect(codeOf(answer)).toEqual([409, 'inbox.not-configured'])
      }
    } finally {
      await other.close()
    }
  })
})

describe('an old export', () => {
  const send = (query: string, payload: string | Buffer, caller = callerOf('operator')) =>
    office.send(caller, {
      ...{ method: 'POST', url: `/api/devices/import-day?${query}`, payload },
      headers: { 'content-type': 'text/csv' },
    })
  it('becomes what its source said on that day, under the name its sender gave it', async () => {
    const answer = await send(
      'source=scan&day=2026-09-30&filename=old/scan.csv',
      'Id,Name\n1,desk\n,none\n',
    )
    const { collection, ...told } = answer.json()
    const kept = (await get(`/api/collections/${collection}`)).json()
    const { items } = (await get('/api/devices?asOf=2026-09-30&source=scan')).json()

    expect(told).toMatchObject({
      ...{ source: 'scan', day: '2026-09-30', records: 1, holds: [] },
      ...{ faults: { total: 1 }, history: { opened: 1 } },
    })
    expect([kept.origin, kept.day]).toEqual(['scan.csv', '2026-09-30'])
    expect(items.map(({ displayName }: { displayName: string }) => displayName)).toEqual(['desk'])
    expect(await spooled()).toEqual([])
  })

  it.each([
    ['a day to come', 'source=scan&day=2027-01-01', 'Id\n1\n', [400, 'day.in-future']],
    [
      'a source that is not configured',
      'source=other&day=2026-09-30',
      'Id\n1\n',
      [409, 'source.not-configured'],
    ],
    ['nothing', 'source=scan&day=2026-09-30', '', [400, 'file.empty']],
    [
      'a picture',
      'source=scan&day=2026-09-30',
      Buffer.from('89504e470d0a1a0a0000', 'hex'),
      [422, 'workbook.not-a-workbook'],
    ],
    ['another table', 'source=scan&day=2026-09-30', 'a,b\n1,2\n', [422, 'workbook.no-header']],
  ] as const)('is refused with %s', async (...[, query, payload, refused]) => {
    const answer = await send(query, payload)

    expect(codeOf(answer)).toEqual(refused)
    expect(answer.json().detail).not.toContain(tmpdir())
  })

  it('is for who operates all sites', async () => {
    const query = 'source=scan&day=2026-09-30'
    expect(codeOf(await send(query, 'Id\n1\n', callerOf('analyst')))).toEqual([
      403,
      'request.not-allowed',
    ])
    expect(codeOf(await send(query, 'Id\n1\n', callerOf('operator', ['Norte'])))).toEqual([
      ...[403, 'request.site-limited'],
    ])
  })
})

describe('files of comparisons, counts, ageing and the trail', () => {
  const SPAN = `from=${MONTH_END}&to=${COUNTED_ON}`
  const IN_SUR = callerOf('viewer', ['Sur'])
  const linesOf = (body: string) => body.replace('\ufeff', '').trimEnd().split(/\r?\n/u)

  beforeAll(async () => {
    await keepCountedFleet(database)
  })

  it('has every change of a comparison in a row, as the list has them', async () => {
    const { items } = (await get(`/api/compare?${SPAN}`)).json()
    const [head, ...rows] = linesOf((await get(`/api/compare/export?${SPAN}`)).body)
    const changes = items.flatMap(({ changes: all }: { changes: unknown[] }) => all)

    expect(head).toMatch(/^change,day,source,native_key,name,/u)
    expect([rows.length, changes.length > 3]).toEqual([changes.length, true])
    const lines = linesOf((await get(`/api/compare/export?${SPAN}&format=ndjson`)).body)
    expect(lines.map((line) => JSON.parse(line))).toEqual(items)
  })

  it('has the bridges, in a workbook as well', async () => {
    const { bridges } = (await get(`/api/compare?${SPAN}`)).json()
    const rows = linesOf((await get(`/api/compare/export?${SPAN}&part=bridges`)).body)
    const answer = await get(`/api/compare/export?${SPAN}&part=bridges&format=xlsx`)
    const file = join(folder, 'bridges.xlsx')
    await writeFile(file, answer.rawPayload)

    expect(rows).toHaveLength(bridges.length + 1)
    expect(rowTexts(await readRows(file)).length).toBeGreaterThan(bridges.length)
  })

  it('tells who sees one site of that alone', async () => {
    const files = await Promise.all(
      ['compare/export?', 'compare/export?part=bridges&', 'counts/export?'].flatMap((path) =>
        ['csv', 'ndjson'].map((format) =>
          get(`/api/${path}${path.startsWith('compare') ? SPAN : ''}&format=${format}`, IN_SUR),
        ),
      ),
    )

    expect(files.map(({ statusCode }) => statusCode)).toEqual(files.map(() => 200))
    const all = files.map(({ body }) => body).join('\n')
    expect(all).toContain('Sur')
    expect(all).not.toMatch(/Norte|Este|Nobody|north|east/u)
    const norte = await get(`/api/compare/export?${SPAN}&site=Norte`, IN_SUR)
    expect(codeOf(norte)).toEqual([404, 'site.not-found'])
  })

  it('has the counts of each place, and each figure against the month-end', async () => {
    const { sites, totals } = (await get('/api/counts')).json()
    const [head, all, ...places] = linesOf((await get('/api/counts/export')).body)
    const changes = linesOf((await get('/api/counts/export?part=changes&format=ndjson')).body)

    expect(head).toMatch(/^date,/u)
    expect(all?.split(',')).toContain(String(totals.total_devices))
    expect(places).toHaveLength(sites.length)
    expect(changes.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ figure: 'spare_devices', current: 1, previous: 0, change: 1 }),
    )
  })

  it('has the ageing of findings, and the days of which there is no figure', async () => {
    const query = 'from=2026-11-10&to=2026-11-12&check=missing-in-edr'
    const { notCompared } = (await get(`/api/findings/ageing?${query}`)).json()
    const figures = linesOf((await get(`/api/findings/ageing/export?${query}`)).body)
    const none = linesOf((await get(`/api/findings/ageing/export?${query}&part=not-compared`)).body)

    expect(figures).toEqual([expect.stringMatching(/^date,check,place,/u)])
    expect([none.length, notCompared.length]).toEqual([4, 3])
  })

  it('has the trail of who did what, the oldest first, and no cell that runs', async () => {
    const audit = auditStore(database)
    for (const about of ['p1', '=cmd()', 'p3']) {
      await audit.add(
        { actor: 'ana', action: 'person.changed', about, details: { n: 1 } },
        new Date(),
      )
    }
    const csv = linesOf((await get('/api/audit/export?area=person')).body)
    const json = linesOf((await get('/api/audit/export?area=person&format=ndjson')).body)

    expect(csv[0]).toBe('n,at,actor,action,about,details')
    expect(csv[2]).toContain("'=cmd()")
    expect(json.map((line) => JSON.parse(line).about)).toEqual(['p1', '=cmd()', 'p3'])
    expect(linesOf((await get('/api/audit/export?area=nothing')).body)).toHaveLength(1)
    expect(codeOf(await get('/api/audit/export', callerOf('approver')))).toEqual([
      ...[403, 'request.not-allowed'],
    ])
  })
})

describe('saved views', () => {
  const PLACE = { path: '/devices', search: '?site=Norte' }
  const ana: Caller = { ...callerOf('viewer'), name: 'ana', personId: 1 }
  const eva: Caller = { ...callerOf('viewer', ['Norte']), name: 'eva', personId: 2 }
  const put = (caller: Caller, name: string, payload: object = PLACE) =>
    office.send(caller, { method: 'PUT', url: `/api/views/${encodeURIComponent(name)}`, payload })
  const drop = (caller: Caller, name: string) =>
    office.send(caller, { method: 'DELETE', url: `/api/views/${encodeURIComponent(name)}` })
  const namesOf = async (caller: Caller) =>
    (await get('/api/views', caller)).json().items.map(({ name }: { name: string }) => name)

  beforeAll(async () => {
    await database.pool.query(`
      insert into person (name, role, password_hash, created_at)
      select unnest(array['ana', 'eva']), 'viewer', '', now()`)
  })

  it('are kept under their names, each in the place of the one before', async () => {
    await put(ana, 'Norte / equipos ñ')
    const again = await put(ana, 'Norte / equipos ñ', { path: '/findings' })

    expect(again.json()).toMatchObject({ name: 'Norte / equipos ñ', path: '/findings', search: '' })
    expect((await get('/api/views', ana)).json()).toMatchObject({
      items: [{ name: 'Norte / equipos ñ', path: '/findings' }],
      total: 1,
    })
  })

  it('are seen and deleted by nobody else, also by who is limited to sites', async () => {
    await put(eva, 'mine')

    expect([await namesOf(ana), await namesOf(eva)]).toEqual([['Norte / equipos ñ'], ['mine']])
    expect(codeOf(await drop(ana, 'mine'))).toEqual([404, 'view.not-found'])
    expect((await drop(eva, 'mine')).statusCode).toBe(200)
    expect(await namesOf(eva)).toEqual([])
  })

  it.each([
    ['another site', { path: '//evil.example/', search: '' }],
    ['an address', { path: 'https://evil.example/', search: '' }],
    ['a backslash', { path: '/\\evil.example', search: '' }],
    ['a control character', { path: '/devices', search: '?q=\u0007' }],
    ['filters that are none', { path: '/devices', search: 'javascript:alert(1)' }],
    ['more than 2 KB', { path: '/devices', search: `?q=${'ñ'.repeat(1100)}` }],
    ['something else', { path: '/devices', html: '<b>' }],
  ])('refuse %s', async (_what, place) => {
    expect(codeOf(await put(ana, 'bad', place))).toEqual([400, 'request.invalid'])
  })

  it('are a hundred at most, however many are saved at once', async () => {
    const answers = await Promise.all(Array.from({ length: 103 }, (_, at) => put(eva, `v${at}`)))
    const statuses = Map.groupBy(answers, ({ statusCode }) => statusCode)

    expect([statuses.get(200)?.length, statuses.get(409)?.length]).toEqual([100, 3])
    expect((await put(eva, (await namesOf(eva))[0])).statusCode).toBe(200)
  })

  it('belong to a person', async () => {
    expect(codeOf(await put(callerOf('administrator'), 'x'))).toEqual([403, 'access.person-needed'])
  })
})
