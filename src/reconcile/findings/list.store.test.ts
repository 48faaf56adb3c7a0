import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/postgres.ts'
import type { Day } from '../../lib/day.ts'
import type { FindingDraft } from '../checks/finding-draft.ts'
import { ALL_FINDINGS, type FindingFilter, type FindingPage } from './list-queries.ts'
import { findingStore } from './store.ts'

const database = await testDatabase()
const findings = findingStore(database)
const TODAY = '2026-03-20'
const ALL_BY_NAME = { sort: 'name', limit: null, offset: 0 } as const
let runId = 0
let alder = 0

beforeAll(async () => {
  const { rows } = await database.pool.query(
    `with run as (
      insert into run (task, state, cause, actor, host, pid, version)
      values ('reconcile', 'running', 'person', 'ana', 'pc', 1, '0') returning id)
    insert into site (name, created_on) values ('Alder & Birch', '2026-03-01')
    returning id as site, (select id from run) as run`,
  )
  runId = rows[0].run
  alder = rows[0].site
  await look('2026-03-01', [OLD, SPARE, EMPTY])
  await look('2026-03-10', [OLD, SPARE, EMPTY, NEW])
  await look('2026-03-15', [OLD, EMPTY, NEW])
  await say('old', { kind: 'acknowledged', words: null })
  await say('old', { kind: 'assigned', words: 'Luis' })
  await say('new', { kind: 'noted', words: 'waits for a 100% order' })
  await say('empty', { kind: 'accepted', words: 'in stock', until: '2026-04-01' })
})

const OLD = draft('old', {
  ...{ check: 'missing-in-edr', severity: 'high', siteId: () => alder },
  evidence: { serial: 'S_old', says: 'Número pequeño' },
})
const SPARE = draft('spare', {
  ...{ check: 'spare-with-agent', siteId: () => alder },
  evidence: { records: [{ displayName: 'Equipo "añejo"' }] },
})
const NEW = draft('new', { check: 'missing-in-edr', severity: 'high' })
const EMPTY = draft('empty', { check: 'empty-number', building: 'Torre', municipality: 'Baracoa' })

type Draft = Omit<FindingDraft, 'siteId'> & { readonly siteId: () => number | null }

function draft(name: string, said: Partial<Draft>): Draft {
  return {
    ...{ check: 'x', scope: 'n+t', subject: `device:${name}`, severity: 'medium', name },
    ...{
      evidence: { serial: `S_${name}` },
      siteId: () => null,
      building: null,
      municipality: null,
    },
    ...said,
  }
}

const CHECKS = ['missing-in-edr', 'spare-with-agent', 'empty-number']

async function look(day: Day, seen: readonly Draft[], checks = CHECKS) {
  await findings.look({
    ...{ runId, planId: null, day, today: day },
    looks: checks.map((check) => ({
      ...{ check, scope: 'n+t', compared: { n: day, t: day }, skipped: null, asOf: new Date() },
    })),
    seen: seen.map(({ siteId, ...rest }) => ({ ...rest, siteId: siteId() })),
  })
}

async function say(name: string, word: Parameters<typeof findings.say>[1]) {
  const [id = 0] = await findings.ids({ ...ALL_FINDINGS, text: `device:${name}` }, TODAY)
  await findings.say([id], word, { runId, actor: 'ana', day: '2026-03-16', at: new Date() })
}

async function names(filter: Partial<FindingFilter>, page: FindingPage = ALL_BY_NAME) {
  const { items } = await findings.list({ ...ALL_FINDINGS, ...filter }, page, TODAY)
  return items.map(({ name }) => name)
}

describe('a list of findings', () => {
  it.each<[string, Partial<FindingFilter>, string[]]>([
    ['checks', { checks: ['missing-in-edr', 'spare-with-agent'] }, ['new', 'old', 'spare']],
    ['states', { states: ['open', 'acknowledged', 'fixed'] }, ['new', 'old']],
    ['what is gone', { states: ['verified'] }, ['spare']],
    ['severities', { severities: ['high'] }, ['new', 'old']],
    ['a site, any case', { site: 'ALDER & BIRCH' }, ['old', 'spare']],
    ['a municipality', { site: 'baracoa' }, ['empty']],
    ['a building', { site: 'Torre' }, ['empty']],
    ['a place where nothing is', { site: 'Cedar' }, []],
    ['an owner, any case', { owner: 'LUIS' }, ['old']],
    ['nobody', { owner: '' }, ['empty', 'new', 'spare']],
    ['at least so many days', { minAge: 14 }, ['empty', 'old']],
    ['at most so many days', { maxAge: 10 }, ['new', 'spare']],
    ['text of the evidence', { text: 's_new' }, ['new']],
    ['text of the note', { text: 'ORDER' }, ['new']],
    ['text in which % is a percent sign', { text: '0% o' }, ['new']],
    ['text of the evidence, never what its parts are called', { text: 'serial' }, []],
    ['text without the accents it has', { text: 'numero pequeno' }, ['old']],
    ['text with accents that it lacks', { text: 'wáits' }, ['new']],
    ['text of what evidence lists', { text: 'AÑEJO' }, ['spare']],
    ['text in which _ is an underscore', { text: 'Sxold' }, []],
    ['everything at once', { checks: ['missing-in-edr'], minAge: 14, owner: 'Luis' }, ['old']],
  ])('is narrowed to %s', async (_what, filter, expected) => {
    expect(await names(filter)).toEqual(expected)

    const all = { ...ALL_FINDINGS, ...filter }
    expect(await findings.ids(all, TODAY)).toHaveLength(expected.length)
    expect((await findings.list(all, { ...ALL_BY_NAME, limit: 1 }, TODAY)).total).toBe(
      expected.length,
    )
    const counts = await findings.byCheck(all, TODAY)
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length)
  })

  it('at some sites has what lies there, and of its evidence the records that do', async () => {
    const among = ['Alder & Birch']
    const { items, total } = await findings.list(
      ...([{ ...ALL_FINDINGS, among }, ALL_BY_NAME, TODAY] as const),
    )

    expect([items.map(({ name }) => name), total]).toEqual([['old', 'spare'], 2])
    expect(items.map(({ evidence }) => evidence)).toEqual([{ records: [] }, { records: [] }])
    expect(await names({ among, text: 'S_old' })).toEqual([])
    expect(await names({ among, text: 'añejo' })).toEqual([])
    expect(await names({ among, text: 'spare' })).toEqual(['spare'])
    expect(await names({ among: [] })).toEqual([])
  })

  it('goes on after a number', async () => {
    const all = await findings.listAfter(ALL_FINDINGS, { after: 0, limit: 9 }, TODAY)
    const [first, ...others] = all
    const after = { after: first?.id ?? 0, limit: 2 }

    expect(await findings.listAfter(ALL_FINDINGS, after, TODAY)).toEqual(others.slice(0, 2))
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted((a, b) => a - b))
  })

  it('knows who owns anything', async () => {
    expect(await findings.owners()).toEqual(['Luis'])
  })

  it.each([
    ['severity', ['old', 'new', 'spare', 'empty']],
    ['age', ['old', 'spare', 'empty', 'new']],
    ['check', ['empty', 'old', 'new', 'spare']],
    ['site', ['old', 'spare', 'empty', 'new']],
    ['owner', ['old', 'spare', 'empty', 'new']],
    ['name', ['empty', 'new', 'old', 'spare']],
  ] as const)('is in one order by %s, whatever page is asked for', async (sort, expected) => {
    expect(await names({}, { sort, limit: null, offset: 0 })).toEqual(expected)
    expect(await names({}, { sort, limit: 2, offset: 1 })).toEqual(expected.slice(1, 3))
  })

  it('has the age of what stands as of today, and of what is gone as of when it was last seen', async () => {
    const { items } = await findings.list(ALL_FINDINGS, ALL_BY_NAME, TODAY)

    expect(items.map(({ name, ageDays, lastSeen }) => [name, ageDays, lastSeen])).toEqual([
      ['empty', 19, '2026-03-15'],
      ['new', 10, '2026-03-15'],
      ['old', 19, '2026-03-15'],
      ['spare', 9, '2026-03-10'],
    ])
    expect(items[0]).toMatchObject({ acceptedUntil: '2026-04-01', acceptReason: 'in stock' })
  })

  it('is counted by check and severity with the oldest of each', async () => {
    expect(await findings.byCheck(ALL_FINDINGS, TODAY)).toEqual([
      { check: 'missing-in-edr', severity: 'high', count: 2, oldestDays: 19 },
      { check: 'empty-number', severity: 'medium', count: 1, oldestDays: 19 },
      { check: 'spare-with-agent', severity: 'medium', count: 1, oldestDays: 9 },
    ])
  })
})

it('knows where findings ever were, beside the sites', async () => {
  expect(await findings.places()).toEqual([
    { kind: 'municipality', name: 'Baracoa' },
    { kind: 'building', name: 'Torre' },
  ])
})

it('tells where findings stand, and leaves out those that are not there', async () => {
  const ids = await findings.ids({ ...ALL_FINDINGS, checks: ['missing-in-edr'] }, TODAY)

  expect((await findings.states([...ids, 999_999])).map(({ state }) => state)).toEqual([
    ...['acknowledged', 'open'],
  ])
})

it('gives ids one after another, in the order in which findings were first seen', async () => {
  const { items } = await findings.list(ALL_FINDINGS, { ...ALL_BY_NAME, sort: 'age' }, TODAY)

  expect(items.map(({ name, id }) => [id, name])).toEqual([
    [1, 'old'],
    [2, 'spare'],
    [3, 'empty'],
    [4, 'new'],
  ])
})

it('narrows daily figures to checks and to a site or municipality', async () => {
  const span = { from: '2026-03-10', to: '2026-03-20' }
  const told = async (narrowed: Partial<Parameters<typeof findings.days>[0]>) => {
    const days = await findings.days({ ...span, ...narrowed })
    return days.map(({ day, check, standing, verified }) => [day, check, standing, verified])
  }

  expect(await told({ site: 'alder & birch', checks: ['spare-with-agent'] })).toEqual([
    ['2026-03-10', 'spare-with-agent', 1, 0],
    ['2026-03-15', 'spare-with-agent', 0, 1],
  ])
  expect(await told({ site: 'Baracoa' })).toEqual([
    ['2026-03-10', 'empty-number', 1, 0],
    ['2026-03-15', 'empty-number', 1, 0],
  ])
})

it('knows on which days a check looked, also where a later look of the day was skipped', async () => {
  const skipped = { t: 'held' }
  const skip = (day: Day) =>
    findings.look({
      ...{ runId, planId: null, day, today: day, seen: [] },
      looks: [{ check: 'other', scope: 'n+t', compared: { n: day }, skipped, asOf: null }],
    })
  await look('2026-03-18', [], ['other'])
  await skip('2026-03-18')
  await skip('2026-03-19')

  const looked = await findings.lookedDays({
    ...{ from: '2026-03-17', to: '2026-03-20', checks: ['other'] },
  })

  expect(looked).toEqual([
    { day: '2026-03-18', check: 'other', scope: 'n+t', skipped: null },
    { day: '2026-03-19', check: 'other', scope: 'n+t', skipped },
  ])
})
