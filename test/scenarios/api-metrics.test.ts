import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiOffice, apiOffice, callerOf } from '../support/api-office.ts'
import { testDatabase } from '../support/postgres.ts'

const database = await testDatabase()
const NOW = new Date('2026-11-21T06:00:00Z')
const ANALYST = callerOf('analyst')
let office: ApiOffice

const FORM = 'multipart/form-data'
const PICTURE = Buffer.from('89504e470d0a1a0a0000', 'hex')
const SALES = [
  'time,value,metric,subject,shop',
  '2026-11-01T08:00:00Z,0.1,sales,ana,north',
  '2026-11-01T09:00:00Z,0.2,sales,ana,south',
  '2026-11-02T09:00:00Z,5,sales,beto,south',
  '2026-11-02T09:00:00Z,3,visits,beto,south',
].join('\n')

beforeAll(async () => {
  office = await apiOffice(database.url, { now: () => NOW })
})
afterAll(() => office.close())

function ingest(query: string, payload: string | Buffer, type = 'text/csv') {
  const url = `/api/ingest?${query}`
  return office.send(ANALYST, { method: 'POST', url, payload, headers: { 'content-type': type } })
}

describe('POST /api/ingest', () => {
  it('takes a file in under the documented names', async () => {
    const answer = await ingest('source_name=pos&filename=sales.csv', SALES)

    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      ...{ state: 'taken', source: 'pos', rows: 4, inserted: 4, duplicates: 0, conflicts: 0 },
      ...{ rejected: 0, raw_events_inserted: 4, clean_events_inserted: 4, warnings: [] },
      ...{ min_ts: '2026-11-01T08:00:00.000Z', max_ts: '2026-11-02T09:00:00.000Z' },
    })
    expect(answer.json().metrics.toSorted()).toEqual(['sales', 'visits'])
    const { items } = (await office.get('/api/runs')).json()
    expect(items[0]).toMatchObject({ task: 'ingest', actor: 'analyst', state: 'agreed' })
  })

  it('tells the same file sent again, and writes nothing', async () => {
    const answer = await ingest('source_name=pos&filename=sales.csv', SALES)

    expect(answer.json()).toMatchObject({ state: 'same', inserted: 0, rows: 4 })
  })

  it('refuses all of a file with a bad row, with place, code and sentence', async () => {
    const answer = await office.send(ANALYST, {
      ...{ method: 'POST', url: '/api/ingest?source_name=web' },
      payload: 'time,value,metric\n2026-11-01,1,a\nnow,x,a\n',
      headers: { 'content-type': 'text/csv', 'accept-language': 'es' },
    })

    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toMatch('application/problem+json')
    const { code, details, requestId } = answer.json()
    expect(code).toBe('file.rows-refused')
    expect(requestId).toBe(answer.headers['x-request-id'])
    expect(details).toMatchObject({ rows: 2, total: 2 })
    expect(details.faults).toEqual([
      expect.objectContaining({ line: 3, column: 'time', value: 'now', code: 'row.bad-time' }),
      expect.objectContaining({ line: 3, column: 'value', value: 'x', code: 'row.bad-number' }),
    ])
    expect(details.faults[0].message).toMatch(/fecha/u)
    expect((await office.get('/api/metrics/names?source_name=web')).statusCode).toBe(404)
  })

  it('takes the good rows of a lenient file, and gives the others back as CSV with reasons', async () => {
    const bad = 'time,value,metric\n2026-11-03,7,calls\n2026-11-03,=1+1,calls\n'
    const answer = await ingest('source_name=desk&mode=lenient&filename=calls.csv', bad)

    expect(answer.statusCode).toBe(200)
    const { upload_id, rejected, inserted, total } = answer.json()
    expect({ rejected, inserted, total }).toEqual({ rejected: 1, inserted: 1, total: 1 })
    const listed = (await office.get(`/api/uploads/${upload_id}/rejections`)).json()
    expect(listed).toMatchObject({ total: 1, items: [{ line: 3 }] })
    const file = await office.get(`/api/uploads/${upload_id}/rejections.csv`)
    expect(file.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''calls.rejected.csv",
    )
    const lines = file.body.split('\r\n')
    expect(lines[0]).toBe('\ufefftime,value,metric,muster_reason')
    expect(lines[1]).toMatch(/^2026-11-03,'=1\+1,calls,/u)
    const upload = (await office.get(`/api/uploads/${upload_id}`)).json()
    expect(upload).toMatchObject({ source: 'desk', fileName: 'calls.csv', rejected: 1 })
    const list = (await office.get('/api/uploads?source_name=desk&limit=1')).json()
    expect(list).toMatchObject({ total: 1, items: [{ id: upload_id }] })
  })

  it('reads the file of a form, and JSON as a body', async () => {
    const form = [
      '--x',
      'Content-Disposition: form-data; name="file"; filename="C:\\in\\web.csv"',
      'Content-Type: text/csv',
      '',
      'time,value\n2026-11-04,2\n',
      '--x--',
      '',
    ].join('\r\n')
    const sent = await ingest('source_name=form', form, 'multipart/form-data; boundary=x')
    const json = await ingest(
      'source_name=json&default_metric=hits',
      '[{"ts":"2026-11-05T00:00:00Z","value":4}]',
      'application/json',
    )

    expect(sent.json()).toMatchObject({ state: 'taken', metrics: ['events_total'] })
    expect(json.json()).toMatchObject({ state: 'taken', metrics: ['hits'] })
    const { items } = (await office.get('/api/uploads?source_name=form')).json()
    expect(items[0].fileName).toBe('web.csv')
  })

  it.each([
    { what: 'an empty body', body: '', told: [400, 'file.empty'] },
    { what: 'a picture', body: PICTURE, type: 'image/png', told: [415, 'file.unsupported'] },
    {
      what: 'a cut form',
      body: '--x',
      type: `${FORM}; boundary=x`,
      told: [400, 'request.invalid'],
    },
    { what: 'a form without a boundary', body: 'x', type: FORM, told: [400, 'request.invalid'] },
    { what: 'a file without columns', body: 'a,b\n1,2\n', told: [400, 'columns.missing'] },
  ])('answers for $what', async ({ body, type = 'text/csv', told }) => {
    const answer = await ingest('source_name=pos', body, type)

    expect([answer.statusCode, answer.json().code]).toEqual(told)
  })

  it.each(['text/csv', 'multipart/form-data; boundary=x'])(
    'takes as %s more than the body of any other request may have',
    async (type) => {
      const source = type.startsWith('text') ? 'large' : 'large-form'
      const rows = Array.from({ length: 60_000 }, (_, at) => `2026-09-01T00:00:00Z,${at},${at}`)
      const file = `time,value,row\n${rows.join('\n')}\n`
      const form = `--x\r\nContent-Disposition: form-data; name="f"; filename="l.csv"\r\n\r\n${file}\r\n--x--\r\n`
      const answer = await ingest(`source_name=${source}`, source === 'large' ? file : form, type)

      expect(file.length).toBeGreaterThan(1_500_000)
      expect(answer.json()).toMatchObject({ state: 'taken', rows: 60_000, inserted: 60_000 })
    },
  )

  it('keeps nothing of a file whose sender goes away, and begins no run for it', async () => {
    const address = await office.http.listen({ port: 0 })
    const runs = async () => (await office.get('/api/runs')).json().total
    const before = await runs()
    const sent = request(`${address}/api/ingest?source_name=gone`, {
      ...{ method: 'POST', headers: { ...office.headersOf(ANALYST), 'content-type': 'text/csv' } },
    })
    sent.on('error', () => {}) // it goes away itself
    sent.write('time,value\n2026-11-01,1\n')
    await sleep(300)
    sent.destroy()
    expect((await ingest('source_name=after', 'time,value\n2026-11-01,1\n')).statusCode).toBe(200)

    expect(await runs()).toBe(before + 1)
    expect((await office.get('/api/uploads?source_name=gone')).statusCode).toBe(404)
  })

  it('takes files that come at once one after another', async () => {
    const files = Array.from({ length: 4 }, (_, at) => `time,value\n2026-10-0${at + 1},1\n`)

    const answers = await Promise.all(files.map((file) => ingest('source_name=many', file)))

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200])
  })
})

describe('daily figures', () => {
  it('are told by any figure of a day, exact, in order, without days that have no event', async () => {
    const told = async (agg: string) => {
      const url = `/api/metrics/daily?source_name=pos&metric=sales&agg=${agg}`
      return (await office.get(url)).json().items
    }

    expect(await told('sum')).toEqual([
      { day: '2026-11-01', value: 0.3, exact: '0.3' },
      { day: '2026-11-02', value: 5, exact: '5' },
    ])
    expect((await told('avg'))[0].value).toBe(0.15)
    expect((await told('count'))[0].value).toBe(2)
    expect((await told('min'))[0].value).toBe(0.1)
    expect((await told('max'))[0].value).toBe(0.2)
    expect((await told('distinct'))[0].value).toBe(1)
  })

  it('are narrowed to a span', async () => {
    const url = '/api/metrics/daily?source_name=pos&metric=sales&start_date=2026-11-02'
    const outside = '/api/metrics/daily?source_name=pos&metric=sales&end_date=2020-01-01'

    expect((await office.get(url)).json()).toMatchObject({ total: 1, items: [{ value: 5 }] })
    expect((await office.get(outside)).json()).toMatchObject({ total: 0, items: [] })
  })

  it.each([
    ['source_name=nobody&metric=sales', 404, 'source.not-found'],
    ['source_name=pos&metric=nothing', 404, 'metric.not-found'],
    [
      'source_name=pos&metric=sales&start_date=2026-02-02&end_date=2026-02-01',
      400,
      'request.invalid',
    ],
    ['source_name=pos&metric=sales&start_date=2026-02-30', 400, 'request.invalid'],
    ['source_name=pos&metric=sales&agg=median', 400, 'request.invalid'],
    ['source_name=po%00s&metric=sales', 400, 'request.invalid'],
    ['metric=sales', 400, 'request.invalid'],
  ])('%s is answered with %i %s', async (query, status, code) => {
    const answer = await office.get(`/api/metrics/daily?${query}`)

    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })

  it('are exported as CSV that no spreadsheet runs', async () => {
    await ingest('source_name=odd', 'time,value,metric\n2026-11-06,1,"=cmd|x, y"\n')

    const answer = await office.get('/api/metrics/export.csv?source_name=odd')

    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.body.split('\r\n')).toEqual([
      '\ufeffsource,metric,day,sum,average,count,min,max,subjects',
      `odd,"'=cmd|x, y",2026-11-06,1,1,1,1,1,0`,
      '',
    ])
  })

  it('of a span alone are exported, and of more metrics than are read at once', async () => {
    const rows = Array.from({ length: 25 }, (_, at) => `2026-11-0${1 + (at % 2)},${at},m${at}`)
    await ingest('source_name=wide', `time,value,metric\n${rows.join('\n')}\n`)

    const all = await office.get('/api/metrics/export.csv?source_name=wide')
    const part = await office.get('/api/metrics/export.csv?source_name=wide&start_date=2026-11-02')

    expect(all.body.trimEnd().split('\r\n')).toHaveLength(26)
    expect(part.body.trimEnd().split('\r\n')).toHaveLength(13)
  })

  it('are listed by source and metric, a page at a time', async () => {
    const first = await office.get('/api/metrics/names?source_name=pos&limit=1')
    const sources = await office.get('/api/sources?limit=1000')

    expect(first.json()).toEqual({
      items: [{ source: 'pos', metric: 'sales', days: 2, first: '2026-11-01', last: '2026-11-02' }],
      total: 2,
    })
    expect(sources.json().items).toContainEqual(
      expect.objectContaining({
        ...{ source: 'pos', metrics: 2, first: '2026-11-01', last: '2026-11-02', uploads: 1 },
      }),
    )
  })

  it('answer 304 to who has them, and are kept out of caches', async () => {
    const url = '/api/metrics/names?source_name=pos'
    const first = await office.get(url)
    const { etag } = first.headers
    const again = await office.send(ANALYST, {
      ...{ method: 'GET', url },
      headers: { 'if-none-match': String(etag) },
    })

    expect(first.headers['cache-control']).toBe('no-store')
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })
})

describe('POST /api/kpi/run', () => {
  it('works days out anew from their events, and tells what was otherwise', async () => {
    await database.pool.query(`
      update metric_day set sum = 99
      where day = '2026-11-01' and metric_id = (select id from metric where name = 'sales')`)
    await database.pool.query(`
      insert into metric_day select id, '2020-01-01', 1, 1, 1, 1, 0 from metric where name = 'sales'`)

    const started = await office.send(ANALYST, {
      ...{ method: 'POST', url: '/api/kpi/run?source_name=pos' },
    })

    expect(started.statusCode).toBe(202)
    const run = await office.ended(started.json().run)
    expect(run).toMatchObject({ task: 'recompute', actor: 'analyst', state: 'differences' })
    expect(run.summary).toMatchObject({ source: 'pos', days: 3, corrected: 1, removed: 1 })
    const { items } = (await office.get('/api/metrics/daily?source_name=pos&metric=sales')).json()
    expect(items[0]).toEqual({ day: '2026-11-01', value: 0.3, exact: '0.3' })
    expect(items).toHaveLength(2)
  })

  it('waits while a file of events is taken in, and another file is refused', async () => {
    const lock = await database.tryExclusive('ingest')
    const run = await office.send(ANALYST, { method: 'POST', url: '/api/kpi/run' })
    const file = await ingest('source_name=busy', 'time,value\n2026-11-01,1\n')
    const { state } = (await office.get(`/api/runs/${run.json().run}`)).json()
    await lock?.release()

    expect([run.statusCode, state]).toEqual([202, 'queued'])
    expect((await office.ended(run.json().run)).state).toBe('agreed')
    expect([file.statusCode, file.json().code]).toEqual([409, 'run.busy'])
  })

  it('finds nothing otherwise the second time', async () => {
    const { run } = (await office.send(ANALYST, { method: 'POST', url: '/api/kpi/run' })).json()

    expect(await office.ended(run)).toMatchObject({
      ...{ state: 'agreed', summary: { corrected: 0, removed: 0 } },
    })
  })
})
