import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '../../src/api/caller.ts'
import { type ApiOffice, apiOffice, callerOf } from '../support/api-office.ts'
import { FIRST, keepPlacedFleet, LAST, TWO_VENDORS } from '../support/placed-fleet.ts'
import { testDatabase } from '../support/postgres.ts'
import { readRows, rowTexts } from '../support/read-cells.ts'
import { temporaryFolder } from '../support/xlsx-parts.ts'

interface Listed {
  readonly ref: string
  readonly deviceId: number
  readonly displayName: string
  readonly site: string | null
}

interface Bridge {
  readonly site: string | null
  readonly scope: string
  readonly measure: string
  readonly [term: string]: unknown
}

const database = await testDatabase()
const folder = await temporaryFolder()
const VIEWER = callerOf('viewer')
const IN_NORTH = callerOf('viewer', ['Norte'])
const SPAN = `from=${FIRST}&to=${LAST}`
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

function ask(url: string, caller: Caller = VIEWER) {
  return office.send(caller, { method: 'GET', url })
}

async function namesOf(query: string, caller: Caller = VIEWER) {
  const { items } = (await ask(`/api/devices?${query}`, caller)).json()
  return items.map(({ displayName }: Listed) => displayName)
}

async function deviceOf(ref: string): Promise<number> {
  const { items } = (await ask('/api/devices')).json()
  return items.find((each: Listed) => each.ref === ref)?.deviceId ?? 0
}

describe('the list of machines', () => {
  it('is as of today unless a day is named, and says what it rests on', async () => {
    const today = (await ask('/api/devices')).json()
    const then = (await ask(`/api/devices?asOf=${FIRST}`)).json()

    expect([today.asOf, today.isPast, today.total]).toEqual([LAST, false, 8])
    expect(today.restsOn).toEqual([
      { source: 'ninjaone', day: LAST },
      { source: 'threatlocker', day: LAST },
    ])
    expect([then.asOf, then.isPast, then.total]).toEqual([FIRST, true, 5])
    expect(then.items.map(({ displayName }: Listed) => displayName)).toContain('leaver')
  })

  it.each([
    ['source=threatlocker', ['lost-agent', 'north-agent', 'south-agent']],
    ['site=NORTE&kind=server', ['north-2']],
    ['noSite=true', ['lost-agent']],
    ['text=RENAMED&sort=site', ['north-1 renamed', 'south-1 renamed']],
    ['sort=name&limit=2&offset=1', ['lost-agent', 'north-1 renamed']],
  ])('narrowed by %s has %j', async (query, names) => {
    expect(await namesOf(query)).toEqual(names)
  })

  it.each([
    ['source=nobody', 404, 'source.not-found'],
    ['site=Oeste', 404, 'site.not-found'],
    ['asOf=2026-01-01', 404, 'day.not-kept'],
    ['asOf=2027-01-01', 400, 'day.in-future'],
  ])('asked for %s answers %i %s', async (query, status, code) => {
    const answer = await ask(`/api/devices?${query}`)
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })
})

describe('the list as a file', () => {
  it('has every machine in each form', async () => {
    const csv = (await ask('/api/devices/export')).body.trimEnd().split('\r\n')
    const { body } = await ask('/api/devices/export?format=ndjson')
    const lines = body.trimEnd().split('\n')
    const xlsx = await ask('/api/devices/export?format=xlsx')
    const file = folder.path('devices.xlsx')
    await writeFile(file, xlsx.rawPayload)
    const rows = rowTexts(await readRows(file))

    expect(csv).toHaveLength(1 + 8)
    const { items } = (await ask('/api/devices')).json()
    expect(new Set(lines.map((line) => JSON.parse(line).ref))).toEqual(
      new Set(items.map(({ ref }: Listed) => ref)),
    )
    expect(JSON.parse(lines[0] ?? '')).toEqual(
      items.find(({ ref }: Listed) => ref === JSON.parse(lines[0] ?? '').ref),
    )
    expect(rows[0]).toEqual([1, `Machines as of ${LAST}`])
    expect(rows).toHaveLength(4 + 8)
    expect(xlsx.headers['content-disposition']).toContain(`devices-${LAST}.xlsx`)
  })

  it('tells what fails before its first row as of any other answer', async () => {
    const answer = await ask('/api/devices/export?asOf=2026-01-01')
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'day.not-kept'])
  })
})

describe('one machine', () => {
  it('has of each field what stands for it, and why its records are one', async () => {
    const told = (await ask(`/api/devices/${await deviceOf('ninjaone:n2')}`)).json()

    expect(told).toMatchObject({ kind: 'described', asOf: LAST })
    const name = told.fields.find(({ field }: { field: string }) => field === 'displayName')
    expect(name).toMatchObject({ kind: 'won', winner: { ref: 'ninjaone:n2', value: 'north-2' } })
    expect(name.losers).toMatchObject([{ ref: 'threatlocker:t3', because: 'later' }])
    expect(told.story.decisions).toMatchObject([{ kind: 'must-link', by: 'Ana' }])
  })

  it('that no source lists on a day is told with the days that have it', async () => {
    const id = await deviceOf('threatlocker:t2')
    const told = (await ask(`/api/devices/${id}?asOf=${FIRST}`)).json()

    expect(told).toEqual({
      ...{ kind: 'not-listed', asOf: FIRST, deviceId: id, before: null, after: LAST },
    })
  })

  it('that there is not is not found', async () => {
    const answer = await ask('/api/devices/999999')
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'machine.not-found'])
  })
})

describe('two days compared', () => {
  it('have the machines that differ a page at a time, and bridges that sum', async () => {
    const { items, total, bridges } = (await ask(`/api/compare?${SPAN}&limit=2`)).json()

    expect([items.length, total]).toEqual([2, 7])
    expect(items[0]).toMatchObject({
      ...{ ref: 'ninjaone:m1', siteBefore: 'Norte', siteAfter: 'Sur' },
      changes: [
        { kind: 'moved', day: LAST, before: 'Norte', after: 'Sur' },
        { kind: 'renamed', day: LAST, before: 'leaver', after: 'secret after it left' },
      ],
    })
    for (const { scope: _a, site: _b, measure: _c, start, end, ...terms } of bridges) {
      const sum = Object.values<number>(terms).reduce((all, term) => all + term, start)
      expect(sum).toBe(end)
    }
    expect(bridges.find((each: Bridge) => each.scope === 'all')).toMatchObject({
      ...{ measure: 'total', start: 5, added: 3, removed: 0, end: 8 },
    })
  })

  it('are refused in the wrong order', async () => {
    const answer = await ask(`/api/compare?from=${LAST}&to=${FIRST}`)
    expect([answer.statusCode, answer.json().details.faults[0].place]).toEqual([400, 'query.from'])
  })

  it('are narrowed to a site, or to what is at none', async () => {
    const south = (await ask(`/api/compare?${SPAN}&site=Sur`)).json()
    const none = (await ask(`/api/compare?${SPAN}&noSite=true`)).json()

    expect(south.total).toBe(4)
    expect(new Set(south.bridges.map(({ site }: Bridge) => site))).toEqual(new Set(['Sur']))
    expect(none.items.map(({ ref }: Listed) => ref)).toEqual(['threatlocker:t2'])
  })
})

describe('counts and days', () => {
  it('are counted in all and by site against the last month-end', async () => {
    const counts = (await ask('/api/counts')).json()

    expect(counts).toMatchObject({
      ...{ date: LAST, counted_on: LAST, last_month_end_date: FIRST, site_count: 3 },
      totals: { total_devices: 8, ninja_devices: 5, threatlocker_devices: 3 },
      changes: { total_devices: { current: 8, previous: 5, change: 3, change_percent: 60 } },
    })
  })

  it('tell which source was collected on which day, and which was not', async () => {
    const days = (await ask(`/api/days?from=2026-11-19`)).json()

    expect(days.items).toMatchObject([
      { source: 'ninjaone', day: LAST, state: 'complete', later: null },
      { source: 'threatlocker', day: LAST },
    ])
    expect(days.notCollected).toContainEqual({ source: 'ninjaone', day: '2026-11-19' })
  })
})

describe('who is limited to a site', () => {
  const hidden = /Sur|south|secret|lost-agent|Nobody/u

  it.each([
    ['/api/devices', 4],
    [`/api/devices?asOf=${FIRST}`, 3],
    ['/api/devices?noSite=true', 0],
    ['/api/devices?text=south', 0],
    [`/api/compare?${SPAN}`, 4],
    [`/api/compare?${SPAN}&noSite=true`, 0],
  ])('is told by %s of %i there, and of nothing elsewhere', async (url, total) => {
    const { body } = await ask(url, IN_NORTH)
    expect([JSON.parse(body).total, hidden.exec(body)]).toEqual([total, null])
  })

  it.each(['csv', 'ndjson'])('is given a file of what is there in %s', async (format) => {
    const { body } = await ask(`/api/devices/export?format=${format}`, IN_NORTH)
    expect(body.trimEnd().split('\n')).toHaveLength(format === 'csv' ? 5 : 4)
    expect(body).not.toMatch(hidden)
  })

  it('is given a workbook of what is there', async () => {
    const file = folder.path('north.xlsx')
    const { rawPayload } = await ask('/api/devices/export?format=xlsx', IN_NORTH)
    await writeFile(file, rawPayload)
    const rows = rowTexts(await readRows(file))

    expect(rows).toHaveLength(4 + 4)
    expect(JSON.stringify(rows)).not.toMatch(hidden)
  })

  it('sees of one that came or went just that, under the name it has or had there', async () => {
    const { items, bridges } = (await ask(`/api/compare?${SPAN}`, IN_NORTH)).json()
    const moved = items.filter(({ changes }: { changes: { kind: string }[] }) =>
      changes.some(({ kind }) => kind === 'moved'),
    )

    expect(moved).toMatchObject([
      {
        ...{ ref: 'ninjaone:m1', name: 'leaver', siteBefore: 'Norte', siteAfter: null },
        changes: [{ kind: 'moved', day: LAST, before: 'Norte', after: null }],
      },
      {
        ...{ ref: 'ninjaone:m2', name: 'arriver', siteBefore: null, siteAfter: 'Norte' },
        changes: [{ kind: 'moved', day: LAST, before: null, after: 'Norte' }],
      },
    ])
    const total = bridges.find(({ measure }: Bridge) => measure === 'total')
    expect(total).toMatchObject({ site: 'Norte', start: 3, added: 1, movedIn: 1, movedOut: -1 })
  })

  it('sees of a machine with an agent elsewhere the record that is there', async () => {
    const { body } = await ask(`/api/devices/${await deviceOf('ninjaone:n2')}`, IN_NORTH)
    const told = JSON.parse(body)

    expect(told.records.map(({ ref }: Listed) => ref)).toEqual(['ninjaone:n2'])
    expect(told.story.records).toHaveLength(1)
    expect(told.story.decisions).toEqual([])
    expect(body).not.toMatch(hidden)
    expect(body).not.toContain('t3')
  })

  it('is told of a machine elsewhere as of none', async () => {
    const elsewhere = await ask(`/api/devices/${await deviceOf('ninjaone:s1')}`, IN_NORTH)
    const none = await ask('/api/devices/999999', IN_NORTH)
    const codes = [elsewhere, none].map(({ statusCode, json }) => [statusCode, json().code])

    expect(codes).toEqual([
      [404, 'machine.not-found'],
      [404, 'machine.not-found'],
    ])
    expect((await ask('/api/devices?site=Sur', IN_NORTH)).json().details.nearest).toEqual(['Norte'])
  })

  it('sees a machine on the days on which it was there', async () => {
    const id = await deviceOf('ninjaone:m1')
    const then = await ask(`/api/devices/${id}?asOf=${FIRST}`, IN_NORTH)
    const now = await ask(`/api/devices/${id}`, IN_NORTH)

    expect([then.statusCode, now.statusCode]).toEqual([200, 404])
    expect(then.body).not.toMatch(hidden)
  })

  it('is counted what is there, with its sum as the whole', async () => {
    const { body } = await ask('/api/counts', IN_NORTH)
    const counts = JSON.parse(body)

    expect([counts.totals.total_devices, counts.site_count]).toEqual([4, 1])
    expect(counts.last_month_totals.total_devices).toBe(3)
    expect(body).not.toMatch(hidden)
  })
})
