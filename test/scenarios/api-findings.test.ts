import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '../../src/api/caller.ts'
import { runStore } from '../../src/jobs/store.ts'
import { type ApiOffice, apiOffice, callerOf } from '../support/api-office.ts'
import { keepPlacedFleet, LAST, TWO_VENDORS } from '../support/placed-fleet.ts'
import { testDatabase } from '../support/postgres.ts'
import { readRows, rowTexts } from '../support/read-cells.ts'
import { temporaryFolder } from '../support/xlsx-parts.ts'

interface Listed {
  readonly id: number
  readonly check: string
  readonly name: string
  readonly site: string | null
  readonly evidence: Readonly<Record<string, unknown>>
}

const database = await testDatabase()
const folder = await temporaryFolder()
const OPERATOR = callerOf('operator')
const IN_NORTH = callerOf('operator', ['Norte'])
const NOWHERE = callerOf('operator', [])
let office: ApiOffice

beforeAll(async () => {
  const now = () => new Date(`${LAST}T09:00:00Z`)
  office = await apiOffice(database.url, { now, settings: { sources: TWO_VENDORS } })
  await keepPlacedFleet(office.app)
})
afterAll(async () => {
  await office.close()
  await folder.remove()
})

async function listed(query = '', caller: Caller = OPERATOR): Promise<Listed[]> {
  const url = `/api/findings?${query}`
  return (await office.send(caller, { method: 'GET', url })).json().items
}

async function namesOf(query: string, caller: Caller = OPERATOR) {
  return (await listed(query, caller)).map(({ check, name }) => `${check} ${name}`)
}

async function idOf(name: string, check: string): Promise<number> {
  const all = await listed('state=all')
  return all.find((each) => each.name === name && each.check === check)?.id ?? 0
}

function decide(caller: Caller, payload: object) {
  return office.send(caller, { method: 'POST', url: '/api/findings/decide', payload })
}

describe('the list of findings', () => {
  it('has what stands, with how many there are of each check and what was compared', async () => {
    const { asOf, items, total, byCheck, looks } = (await office.get('/api/findings')).json()

    expect([asOf, total, items.length]).toEqual([LAST, 9, 9])
    expect(byCheck).toContainEqual({
      ...{ check: 'missing-in-edr', severity: 'high', count: 4, oldestDays: 0 },
    })
    expect(looks).toContainEqual(
      expect.objectContaining({
        ...{ check: 'missing-in-edr', lookedOn: LAST, skipped: null },
        compared: { ninjaone: LAST, threatlocker: LAST },
      }),
    )
  })

  it.each([
    ['check=missing-in-rmm,class-mismatch', 3],
    ['severity=low', 1],
    ['state=verified', 2],
    ['state=all', 11],
    ['site=norte', 6],
    ['olderThan=0', 0],
    ['newerThan=1', 9],
    ['dormant=true', 0],
    ['owner=none', 9],
    ['text=SOUTH-agent', 3],
    ['site=Sur&limit=1', 2],
  ])('narrowed by %s counts %i', async (query, total) => {
    expect((await office.get(`/api/findings?${query}`)).json().total).toBe(total)
  })

  it('goes by pages in an order', async () => {
    const all = await namesOf('sort=name')
    expect(await namesOf('sort=name&limit=2&offset=3')).toEqual(all.slice(3, 5))
  })

  it('refuses a check that is none, and says a place that is none is not there', async () => {
    const check = await office.get('/api/findings?check=no-such')
    const place = await office.get('/api/findings?site=Nort')

    expect([check.statusCode, check.json().details.faults[0].place]).toEqual([400, 'query.check'])
    expect([place.statusCode, place.json().code]).toEqual([404, 'site.not-found'])
    expect(place.json().details.nearest).toContain('Norte')
  })

  it('is not sent again while it has not changed', async () => {
    const { etag = '' } = (await office.get('/api/findings?limit=3')).headers
    const request = { method: 'GET', url: '/api/findings?limit=3' } as const
    const again = await office.send(callerOf('administrator'), {
      ...{ ...request, headers: { 'if-none-match': etag } },
    })

    expect([again.statusCode, again.body]).toEqual([304, ''])
  })
})

describe('the checks', () => {
  it('are told by what they are called and say, in the language asked for', async () => {
    const request = { method: 'GET', url: '/api/checks' } as const
    const spanish = { ...request, headers: { 'accept-language': 'es' } }
    const { items, total } = (await office.send(OPERATOR, spanish)).json()
    const titles = items.map(({ title }: { title: string }) => title)

    expect(new Set(titles).size).toBe(total)
    expect(items).toContainEqual(
      expect.objectContaining({ code: 'virtual-machine', title: 'Máquina virtual' }),
    )
  })
})

describe('one finding', () => {
  it('has its evidence, what was compared and its history', async () => {
    const id = await idOf('north-2', 'missing-in-edr')
    const found = (await office.get(`/api/findings/${id}`)).json()

    expect(found).toMatchObject({ id, ref: `F${id}`, state: 'verified', site: 'Norte' })
    expect(found.evidence).toMatchObject({ records: [{ ref: 'ninjaone:n2' }] })
    expect(found.look).toMatchObject({ check: 'missing-in-edr', skipped: null })
    expect(found.events.map(({ kind }: { kind: string }) => kind)).toEqual(['opened', 'verified'])
  })

  it('tells its evidence in the language asked for, and of which record each row is', async () => {
    const id = await idOf('north-2', 'missing-in-edr')
    const { evidenceInWords } = (
      await office.send(OPERATOR, {
        ...{ method: 'GET', url: `/api/findings/${id}`, headers: { 'accept-language': 'es' } },
      })
    ).json()
    const [records] = evidenceInWords.tables

    expect(records.columns[0]).toBe('Registro')
    expect(records.rows).toMatchObject([{ record: 'ninjaone:n2' }])
  })

  it('that is not there is not found', async () => {
    const answer = await office.get('/api/findings/999999')
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'finding.not-found'])
  })
})

describe('the list as a file', () => {
  it('is CSV unless another form is asked for, with all evidence in columns', async () => {
    const { headers, body } = await office.get('/api/findings/export')
    const [head = '', ...rows] = body.trimEnd().split('\r\n')

    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toContain(`findings-${LAST}.csv`)
    expect(head).toContain('evidence_records_ref')
    expect(rows).toHaveLength(9)
  })

  it('as NDJSON has a line for each, as the list tells it', async () => {
    const { headers, body } = await office.get('/api/findings/export?format=ndjson')
    const lines: Listed[] = body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))

    expect(headers['content-type']).toBe('application/x-ndjson; charset=utf-8')
    expect(lines).toEqual((await listed('')).toSorted((one, other) => one.id - other.id))
  })

  it('as a workbook opens, in the language asked for', async () => {
    const { headers, rawPayload } = await office.send(OPERATOR, {
      ...{ method: 'GET', url: '/api/findings/export?format=xlsx' },
      headers: { 'accept-language': 'es' },
    })
    const file = folder.path('findings.xlsx')
    await writeFile(file, rawPayload)
    const texts = rowTexts(await readRows(file))

    expect(headers['content-type']).toContain('spreadsheetml.sheet')
    expect(texts[0]).toEqual([1, `Discrepancias al ${LAST}`])
    expect(texts[1]?.slice(0, 4)).toEqual([2, 'Al día', 'Discrepancia', 'Gravedad'])
    expect(texts).toHaveLength(2 + 9)
  })

  it('without a row has its head', async () => {
    const { body } = await office.get('/api/findings/export?check=spare-with-agent')
    expect(body.startsWith('\ufeffas_of,finding,')).toBe(true)
    expect(body.trimEnd().split('\r\n')).toHaveLength(1)
  })
})

describe('a word on findings', () => {
  it('is kept under the name of who sent it, with a run of theirs', async () => {
    const id = await idOf('lost-agent', 'missing-in-rmm')
    const word = { kind: 'accepted', reason: 'on loan', until: '2026-12-31' }
    const answer = (await decide(OPERATOR, { ids: [id], word })).json()

    expect(answer).toMatchObject({ state: 'agreed', isSaid: true, by: 'operator', said: [id] })
    const { state, acceptedUntil, events } = (await office.get(`/api/findings/${id}`)).json()
    expect([state, acceptedUntil]).toEqual(['accepted', '2026-12-31'])
    expect(events.at(-1)).toMatchObject({ actor: 'operator', words: 'on loan', run: answer.run })
    const run = await runStore(database).get(answer.run)
    expect([run.task, run.actor]).toEqual(['decide', 'operator'])
  })

  it('on all that a filter lists waits for yes', async () => {
    const asked = { filter: { checks: ['class-mismatch'] }, word: { kind: 'acknowledged' } }
    const held = (await decide(OPERATOR, asked)).json()
    expect(held).toMatchObject({ state: 'held', isSaid: false, run: null, refused: [] })
    expect(await namesOf('check=class-mismatch&state=open')).toHaveLength(1)

    const said = (await decide(OPERATOR, { ...asked, yes: true })).json()
    expect([said.isSaid, said.said]).toEqual([true, held.said])
    expect(await namesOf('check=class-mismatch&state=acknowledged')).toHaveLength(1)
  })

  it('is only told of when tried, and refused where it cannot be said', async () => {
    const id = await idOf('north-2', 'missing-in-edr')
    const note = { ids: [id], word: { kind: 'noted', note: 'on order' }, dryRun: true }
    expect((await decide(OPERATOR, note)).json()).toMatchObject({ isSaid: false, said: [id] })

    const fixed = await decide(OPERATOR, { ids: [id], word: { kind: 'fixed' } })
    expect([fixed.statusCode, fixed.json().code]).toEqual([409, 'finding.unsayable'])
    const past = { kind: 'accepted', reason: 'old', until: LAST }
    const late = await decide(OPERATOR, { ids: [id], word: past })
    expect([late.statusCode, late.json().code]).toEqual([400, 'day.not-ahead'])
    const neither = await decide(OPERATOR, { word: { kind: 'fixed' } })
    expect([neither.statusCode, neither.json().code]).toEqual([400, 'request.invalid'])
  })
})

describe('the ages of findings', () => {
  it('are told day by day, and where nobody looked there is no figure', async () => {
    const url = `/api/findings/ageing?from=2026-11-19&check=missing-in-rmm`
    const { items, notCompared } = (await office.get(url)).json()

    expect(items[0]).toMatchObject({ place: 'all', day: LAST, standing: 2, opened: 3 })
    expect(notCompared).toEqual([
      { day: '2026-11-19', check: 'missing-in-rmm', scope: null, skipped: null },
    ])
  })

  it('are refused for a span without an end', async () => {
    const answer = await office.get('/api/findings/ageing?from=1900-01-01')
    expect([answer.statusCode, answer.json().details.faults[0].place]).toEqual([400, 'query.from'])
  })
})

describe('who is limited to a site', () => {
  it('is listed, counted and given as a file what lies there alone', async () => {
    const url = '/api/findings?state=all'
    const list = (await office.send(IN_NORTH, { method: 'GET', url })).json()
    const file = await office.send(IN_NORTH, {
      ...{ method: 'GET', url: '/api/findings/export?state=all&format=csv' },
    })

    expect(new Set(list.items.map(({ site }: Listed) => site))).toEqual(new Set(['Norte']))
    expect(list.total).toBe(7)
    const counts = list.byCheck.map(({ count }: { count: number }) => count)
    expect(counts.reduce((sum: number, count: number) => sum + count, 0)).toBe(7)
    expect(file.body.trimEnd().split('\r\n')).toHaveLength(1 + 7)
    for (const hidden of ['Sur', 'south', 'secret', 'lost-agent', 'threatlocker:t3']) {
      expect([hidden, JSON.stringify(list).includes(hidden)]).toEqual([hidden, false])
      expect([hidden, file.body.includes(hidden)]).toEqual([hidden, false])
    }
  })

  it.each(['csv', 'ndjson'])('is given no word of elsewhere in %s', async (format) => {
    const url = `/api/findings/export?state=all&format=${format}`
    const { body } = await office.send(IN_NORTH, { method: 'GET', url })
    expect(body).toContain('north-2')
    expect(body).not.toMatch(/Sur|south|secret|lost-agent/u)
  })

  it('finds no text that stands in evidence of elsewhere', async () => {
    expect(await namesOf('text=south-agent', IN_NORTH)).toEqual([])
    expect(await namesOf('text=sur', IN_NORTH)).toEqual([])
    expect(await namesOf('text=north-2', IN_NORTH)).toHaveLength(3)
  })

  it('is told of another place as of none, and of an id there as of none', async () => {
    const elsewhere = await idOf('south-1 renamed', 'missing-in-edr')
    const get = async (url: string) => {
      const answer = await office.send(IN_NORTH, { method: 'GET', url })
      const { code, details } = answer.json()
      return { status: answer.statusCode, code, details }
    }

    expect(await get('/api/findings?site=Sur')).toEqual({
      ...{ status: 404, code: 'site.not-found', details: { site: 'Sur', nearest: ['Norte'] } },
    })
    const there = await get(`/api/findings/${elsewhere}`)
    const nowhere = await get('/api/findings/999999')
    expect([there.status, there.code]).toEqual([nowhere.status, nowhere.code])
    expect(there.details).toEqual({ findings: [`F${elsewhere}`] })
  })

  it('sees of one finding what of its evidence lies there', async () => {
    const id = await idOf('north-2', 'organisation-mismatch')
    const url = `/api/findings/${id}`
    const found = (await office.send(IN_NORTH, { method: 'GET', url })).json()

    expect(found.evidence).toEqual({ records: [expect.objectContaining({ ref: 'ninjaone:n2' })] })
    expect(JSON.stringify(found)).not.toMatch(/Sur|south/u)
  })

  it('decides what lies there, and nothing else by id or by filter', async () => {
    const here = await idOf('arriver', 'missing-in-edr')
    const there = await idOf('south-1 renamed', 'missing-in-edr')
    const word = { kind: 'assigned', owner: 'Luis' }

    expect((await decide(IN_NORTH, { ids: [here], word })).json().said).toEqual([here])
    const both = await decide(IN_NORTH, { ids: [here, there], word })
    expect([both.statusCode, both.json().details]).toEqual([404, { findings: [`F${there}`] }])
    const all = { filter: { checks: ['missing-in-edr'] }, word, yes: true }
    expect((await decide(IN_NORTH, all)).json().said).toHaveLength(2)
    expect(await namesOf('owner=Luis')).toHaveLength(2)
  })

  it('is told the ages of what lies there', async () => {
    const url = '/api/findings/ageing?check=missing-in-rmm'
    const { items } = (await office.send(IN_NORTH, { method: 'GET', url })).json()

    expect(items).toMatchObject([
      { place: 'all', standing: 1, opened: 1 },
      { place: 'one', site: 'Norte', standing: 1 },
    ])
  })

  it('to no site at all is told of nothing', async () => {
    const url = '/api/findings?state=all'
    const list = (await office.send(NOWHERE, { method: 'GET', url })).json()
    expect([list.items, list.total, list.byCheck, list.dormant]).toEqual([[], 0, [], 0])
  })
})
