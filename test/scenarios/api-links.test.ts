import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '../../src/api/caller.ts'
import { runStore } from '../../src/jobs/store.ts'
import { type ApiOffice, apiOffice, callerOf } from '../support/api-office.ts'
import { keepPlacedFleet, LAST, TWO_VENDORS } from '../support/placed-fleet.ts'
import { testDatabase } from '../support/postgres.ts'

const database = await testDatabase()
const OPERATOR: Caller = { ...callerOf('operator'), name: 'luis (night export)' }
const PAIR = 'one=ninjaone:n1&other=threatlocker:t1'
let office: ApiOffice

beforeAll(async () => {
  const now = () => new Date(`${LAST}T09:00:00Z`)
  const settings = {
    sources: TWO_VENDORS,
    checks: { off: ['class-mismatch'], severity: { 'class-mismatch': 'low' } },
  }
  office = await apiOffice(database.url, { now, settings })
  await keepPlacedFleet(office.app)
})
afterAll(() => office.close())

function send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
  return office.send(OPERATOR, { method, url, ...(payload ? { payload } : {}) })
}

async function runOf(id: number) {
  const { task, actor, state } = await runStore(database).get(id)
  return { task, actor, state }
}

describe('a link', () => {
  it('is explained by its evidence and by what people said', async () => {
    const story = (await send('GET', '/api/links/explain?record=threatlocker:t3')).json()

    expect(story.records.map(({ ref }: { ref: string }) => ref)).toEqual([
      'ninjaone:n2',
      'threatlocker:t3',
    ])
    expect(story.decisions).toMatchObject([{ by: 'Ana', reason: 'seen on site' }])
    const none = await send('GET', '/api/links/explain?record=ninjaone:none')
    expect([none.statusCode, none.json().code]).toEqual([404, 'machine.not-found'])
  })

  it('is said and taken back under the name of who sends it', async () => {
    const word = { one: 'ninjaone:n1', other: 'threatlocker:t1', kind: 'must-link', reason: 'same' }
    const said = (await send('POST', '/api/links', word)).json()
    const linked = (await send('GET', '/api/links/explain?record=ninjaone:n1')).json()

    expect(await runOf(said.run)).toEqual({ task: 'link', actor: OPERATOR.name, state: 'agreed' })
    expect(linked.decisions).toMatchObject([{ by: OPERATOR.name, reason: 'same' }])
    expect(linked.records).toHaveLength(2)

    const back = (await send('DELETE', `/api/links?${PAIR}`)).json()
    const apart = (await send('GET', '/api/links/explain?record=ninjaone:n1')).json()
    expect(back.kind).toBeNull()
    expect([apart.decisions, apart.records.length]).toEqual([[], 1])
  })

  it('of a record with itself is refused', async () => {
    const word = { one: 'ninjaone:n1', other: 'ninjaone:n1', kind: 'must-link' }
    const answer = await send('POST', '/api/links', word)
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'command.bad-argument'])
  })

  it('has questions that only people can decide', async () => {
    expect((await send('GET', '/api/links/questions')).json()).toEqual({ items: [], total: 0 })
  })
})

describe('the site map', () => {
  const nobody = 'threatlocker:Nobody'
  const entryOf = async () =>
    (await send('GET', `/api/site-map?organisation=${nobody}`)).json().items[0]

  it('lists organisations a page at a time, with what speaks for which site', async () => {
    const { items, total } = (await send('GET', '/api/site-map?limit=2')).json()
    expect([items.length, total]).toEqual([2, 5])
    expect(await entryOf()).toMatchObject({ ref: nobody, rule: 'unmapped', machines: 1 })
    const none = await send('GET', '/api/site-map?organisation=threatlocker:none')
    expect([none.statusCode, none.json().code]).toEqual([404, 'organisation.not-found'])
  })

  it('is said and taken back under the name of who sends it', async () => {
    const word = { organisation: nobody, site: 'norte', reason: 'their contract' }
    const said = (await send('PUT', '/api/site-map', word)).json()

    expect(said).toMatchObject({ site: 'Norte', by: OPERATOR.name, isNewSite: false, from: LAST })
    expect(await entryOf()).toMatchObject({ rule: 'confirmed', decidedBy: OPERATOR.name })
    expect(await runOf(said.run)).toMatchObject({ task: 'site-map', actor: OPERATOR.name })

    const back = (await send('DELETE', `/api/site-map?organisation=${nobody}`)).json()
    expect(back.takenBack).toMatchObject([{ site: 'Norte', by: OPERATOR.name }])
    expect(await entryOf()).toMatchObject({ rule: 'unmapped', site: null })
  })

  it('makes a site only where that is said', async () => {
    const word = { organisation: nobody, site: 'Oeste' }
    const unknown = await send('PUT', '/api/site-map', word)
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'site.not-found'])

    const made = (await send('PUT', '/api/site-map', { ...word, isNew: true })).json()
    expect([made.site, made.isNewSite]).toEqual(['Oeste', true])
  })
})

describe('what other rules would make of a day', () => {
  const rehearse = (rules: object) => send('POST', '/api/what-if', { rules })

  it('is nothing else by the same rules', async () => {
    const told = (await rehearse({})).json()
    expect([told.day, told.isSame, told.findings.total]).toEqual([LAST, true, 0])
  })

  it('is told by check, and kept nowhere', async () => {
    const kept = async () => (await database.pool.query('select count(*) from finding_event')).rows
    const before = await kept()
    const told = (await rehearse({ checks: { off: ['organisation-mismatch'] } })).json()

    expect(told.isSame).toBe(false)
    expect(told.byCheck).toEqual({ 'organisation-mismatch': { opened: 0, closed: 1, regraded: 0 } })
    expect(told.findings.items).toMatchObject([{ change: 'closed', name: 'north-2' }])
    expect(told.counts[0]).toMatchObject({ scope: 'all', before: { total_devices: 8 } })
    expect(await kept()).toEqual(before)
  })

  it('refuses rules that are none, each at its place', async () => {
    const { details, code } = (
      await rehearse({ checks: { staleDays: 0, stale: 1 }, tags: { duplicates: 'all' } })
    ).json()

    expect(code).toBe('request.invalid')
    const places = details.faults.map(({ place }: { place: string }) => place)
    expect(places.toSorted()).toEqual([
      'body.rules.checks.stale',
      'body.rules.checks.staleDays',
      'body.rules.tags.duplicates',
    ])
  })
})

describe('golden cases', () => {
  const cases = (expected: string, config = '{}') => `config: ${config}
cases:
  - name: both vendors list it
    given:
      ninjaone: [{ id: 1, serial: SIM0501, displayName: Desk 1, nodeClass: WINDOWS_SERVER }]
      threatlocker: [{ id: t, serial: SIM0501, operatingSystem: Windows 11 Pro }]
    expect: ${expected}
`
  const test = (text: string) => send('POST', '/api/rules/test', { cases: text })

  it('pass by the rules that are configured, unless they set others', async () => {
    const silent = (await test(cases('{ findings: [] }'))).json() // class-mismatch is off
    const loud = (await test(cases('{ findings: [] }', '{ checks: { off: [] } }'))).json()

    expect(silent).toEqual({
      items: [{ name: 'both vendors list it', line: 3, misses: [] }],
      ...{ total: 1, failed: 0 },
    })
    expect([loud.failed, loud.items[0].misses[0].kind]).toEqual([1, 'finding-unexpected'])
    expect(loud.items[0].misses[0].says[0].found).toContain('class-mismatch')
  })

  it('are refused with every fault at its line, and none is run', async () => {
    const answer = await test(cases('{ links: [[ninjaone:1, ninjaone:9]] }'))

    expect([answer.statusCode, answer.json().code]).toEqual([400, 'cases.invalid'])
    expect(answer.json().details.faults).toEqual([
      'body.cases:7: cases.1.expect.links.1.2: the case gives no such record',
    ])
  })
})

describe('the rules themselves', () => {
  it('are told what of them has no effect, in the language asked for', async () => {
    const { items, total } = (
      await office.send(OPERATOR, {
        ...{ method: 'GET', url: '/api/lint', headers: { 'accept-language': 'es' } },
      })
    ).json()

    expect(total).toBe(1)
    expect(items[0]).toMatchObject({
      ...{ kind: 'off-with-severity', setting: 'checks.severity.class-mismatch' },
      says: expect.stringContaining('está apagada'),
    })
  })
})
