import fc from 'fast-check'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/postgres.ts'
import { addDays, type Day } from '../../lib/day.ts'
import type { FindingDraft } from '../checks/finding-draft.ts'
import {
  afterLook,
  type FindingState,
  type Look,
  SAYABLE_IN,
  STATE_AFTER,
  type Word,
} from './life-cycle.ts'
import { ALL_FINDINGS } from './list-queries.ts'
import { findingStore } from './store.ts'

const database = await testDatabase()
const findings = findingStore(database)
const FIRST = '2026-03-01'
const PAGE = { sort: 'name', limit: null, offset: 0 } as const
let runId = 0

beforeAll(async () => {
  const { rows } = await database.pool.query(
    `insert into run (task, state, cause, actor, host, pid, version)
    values ('reconcile', 'running', 'person', 'ana', 'pc', 1, '0') returning id`,
  )
  runId = rows[0].id
})

afterEach(forget)

async function forget() {
  await database.pool.query(
    `alter table finding_event disable trigger all;
    delete from finding_day; delete from check_look; delete from finding_event; delete from finding;
    alter table finding_event enable trigger all`,
  )
}

function draft(subject: string, said: Partial<FindingDraft> = {}): FindingDraft {
  return {
    ...{ check: 'missing-in-edr', scope: 'n+t', subject, severity: 'high', name: subject },
    ...{ evidence: { host: subject }, siteId: null, building: null, municipality: null },
    ...said,
  }
}

/** One look of the check over its sources, as of now unless it is said. */
async function look(day: Day, subjects: readonly (string | FindingDraft)[], asOf = new Date()) {
  await findings.look({
    ...{ runId, planId: null, day, today: day },
    looks: [
      { check: 'missing-in-edr', scope: 'n+t', compared: { n: day, t: day }, skipped: null, asOf },
    ],
    seen: subjects.map((each) => (typeof each === 'string' ? draft(each) : each)),
  })
}

async function skip(day: Day) {
  await findings.look({
    ...{ runId, planId: null, day, today: day },
    looks: [
      {
        ...{ check: 'missing-in-edr', scope: 'n+t', compared: { n: day, t: null } },
        ...{ skipped: { t: 'held' }, asOf: null },
      },
    ],
    seen: [],
  })
}

async function say(subjects: readonly string[], word: Word, day = FIRST) {
  const { items } = await findings.list(ALL_FINDINGS, PAGE, day)
  const ids = items.flatMap(({ id, subject }) => (subjects.includes(subject) ? [id] : []))
  return findings.say(ids, word, { runId, actor: 'ana', day, at: new Date() })
}

async function statesOn(day: Day): Promise<Record<string, FindingState>> {
  const { items } = await findings.list(ALL_FINDINGS, PAGE, day)
  return Object.fromEntries(items.map(({ subject, state }) => [subject, state]))
}

async function storyOf(subject: string): Promise<string[]> {
  const { items } = await findings.list({ ...ALL_FINDINGS, text: subject }, PAGE, FIRST)
  const events = await findings.events(items[0]?.id ?? 0)
  return events.map(({ kind, day }) => `${day} ${kind}`)
}

it('keeps one identity while a disagreement comes, goes and comes back', async () => {
  await look('2026-03-01', ['a', 'b'])
  await look('2026-03-03', ['b'])
  await look('2026-03-08', ['a', 'b'])

  const { items, total } = await findings.list(ALL_FINDINGS, PAGE, '2026-03-10')
  expect(total).toBe(2)
  expect(items[0]).toMatchObject({
    ...{ subject: 'a', state: 'open', firstSeen: '2026-03-01', standingSince: '2026-03-08' },
    ...{ lastSeen: '2026-03-08', ageDays: 2 },
  })
  expect(await storyOf('a')).toEqual([
    '2026-03-01 opened',
    '2026-03-03 verified',
    '2026-03-08 returned',
  ])
})

it('changes nothing when the same day is looked at again', async () => {
  await look('2026-03-01', ['a', 'b'])
  await look('2026-03-02', ['b'])
  const before = await findings.list(ALL_FINDINGS, PAGE, '2026-03-02')

  await look('2026-03-02', ['b'])

  expect(await findings.list(ALL_FINDINGS, PAGE, '2026-03-02')).toEqual(before)
  expect(await storyOf('a')).toEqual(['2026-03-01 opened', '2026-03-02 verified'])
})

it('neither opens nor closes anything by a check that was skipped', async () => {
  await look('2026-03-01', ['a'])
  await skip('2026-03-02')

  expect(await statesOn('2026-03-02')).toEqual({ a: 'open' })
  expect(await findings.latestLooks()).toMatchObject([
    { check: 'missing-in-edr', day: '2026-03-02', skipped: { t: 'held' } },
  ])
  const { items } = await findings.list(ALL_FINDINGS, PAGE, '2026-03-02')
  expect(items[0]?.lastSeen).toBe('2026-03-01')
})

it('leaves what another check or other sources say alone', async () => {
  await look('2026-03-01', ['a', draft('x', { scope: 'n+o' }), draft('y', { check: 'other' })])
  await look('2026-03-02', [])

  expect(await statesOn('2026-03-02')).toEqual({ a: 'verified', x: 'open', y: 'open' })
})

it('opens again what a person called fixed only by what was fetched since', async () => {
  const before = new Date()
  await look('2026-03-01', ['a', 'b'])
  await say(['a', 'b'], { kind: 'fixed', words: 'agent installed' })

  await look('2026-03-01', ['a', 'b'], before)
  expect(await statesOn('2026-03-01')).toEqual({ a: 'fixed', b: 'fixed' })

  await look('2026-03-02', ['b'], new Date(Date.now() + 1_000))
  expect(await statesOn('2026-03-02')).toEqual({ a: 'verified', b: 'open' })
  expect(await storyOf('b')).toEqual([
    '2026-03-01 opened',
    '2026-03-01 fixed',
    '2026-03-02 reopened',
  ])
})

it('holds an acceptance until its date, over going and coming back, and opens it then', async () => {
  await look('2026-03-01', ['a'])
  await say(['a'], { kind: 'accepted', words: 'in stock', until: '2026-03-10' })
  await look('2026-03-04', [])
  await look('2026-03-05', ['a'])
  expect(await statesOn('2026-03-05')).toEqual({ a: 'accepted' })

  await look('2026-03-10', ['a'])
  expect(await statesOn('2026-03-10')).toEqual({ a: 'accepted' })

  await skip('2026-03-11')
  expect(await statesOn('2026-03-11')).toEqual({ a: 'open' })
  expect((await storyOf('a')).at(-1)).toBe('2026-03-11 lapsed')
})

it('ends an acceptance by the calendar, though what was fetched last is older', async () => {
  await look('2026-03-01', ['a'])
  await say(['a'], { kind: 'accepted', words: 'in stock', until: '2026-03-10' })

  await findings.look({
    ...{ runId, planId: null, day: '2026-03-08', today: '2026-03-12', looks: [], seen: [] },
  })

  expect(await statesOn('2026-03-12')).toEqual({ a: 'open' })
  expect((await storyOf('a')).at(-1)).toBe('2026-03-12 lapsed')
})

it('tells what nobody looks at any more, until it is looked at or gone', async () => {
  const dormant = async () => {
    const { items } = await findings.list(ALL_FINDINGS, PAGE, '2026-03-03')
    return items.map(({ subject, isDormant }) => [subject, isDormant])
  }
  await look('2026-03-01', ['a', 'b'])
  await findings.tellDormant([{ check: 'other', scope: 'n+t' }])
  expect(await dormant()).toEqual([
    ['a', true],
    ['b', true],
  ])

  await look('2026-03-02', ['b'])
  await findings.tellDormant([{ check: 'missing-in-edr', scope: 'n+t' }])
  expect(await dormant()).toEqual([
    ['a', false],
    ['b', false],
  ])
})

it('says a word of many at once, and of which it could not be said', async () => {
  await look('2026-03-01', ['a', 'b', 'c'])
  await say(['c'], { kind: 'acknowledged', words: null })
  const { items } = await findings.list(ALL_FINDINGS, PAGE, FIRST)
  const ids = items.map(({ id }) => id)

  const said = await findings.say(
    [...ids, 999_999],
    { kind: 'acknowledged', words: null },
    { runId, actor: 'ana', day: FIRST, at: new Date() },
  )

  expect(said).toEqual({
    said: ids.slice(0, 2),
    refused: [{ id: ids[2], state: 'acknowledged' }],
    unknown: [999_999],
  })
})

it('refreshes what is known of a finding, whoever owns it', async () => {
  await look('2026-03-01', ['a'])
  await say(['a'], { kind: 'assigned', words: 'Luis' })
  await say(['a'], { kind: 'noted', words: 'ask on Monday' })
  await look('2026-03-02', [draft('a', { name: 'renamed', evidence: { host: 'new' } })])

  const { items } = await findings.list({ ...ALL_FINDINGS, owner: 'luis' }, PAGE, '2026-03-02')
  expect(items).toMatchObject([
    { name: 'renamed', evidence: { host: 'new' }, owner: 'Luis', note: 'ask on Monday' },
  ])
})

it('counts a day by check and site: how many stand, how long, and how long those that went had stood', async () => {
  await look('2026-03-01', [draft('a', { municipality: 'Bahia' }), 'b', 'c'])
  await look('2026-03-05', [draft('a', { municipality: 'Bahia' }), 'c', 'd'])
  await say(['c'], { kind: 'accepted', words: 'known', until: '2026-12-31' }, '2026-03-05')
  await look('2026-03-05', [draft('a', { municipality: 'Bahia' }), 'c', 'd'])

  const counted = await findings.days({ from: '2026-03-05', to: '2026-03-05' })

  const day = { day: '2026-03-05', check: 'missing-in-edr', site: null }
  expect(counted).toEqual([
    {
      ...{ ...day, municipality: 'Bahia', standing: 1, accepted: 0, opened: 0, verified: 0 },
      ...{ meanAgeDays: 4, oldestDays: 4, meanFixDays: null },
    },
    {
      ...{ ...day, municipality: null, standing: 2, accepted: 1, opened: 1, verified: 1 },
      ...{ meanAgeDays: 2, oldestDays: 4, meanFixDays: 0 },
    },
  ])
})

it('refuses to alter what happened', async () => {
  await look('2026-03-01', ['a'])

  await expect(database.pool.query('delete from finding_event')).rejects.toThrow('append-only')
})

/** A finding as the life cycle alone has it. */
interface Modelled {
  readonly state: FindingState
  readonly acceptedUntil: Day | null
  readonly fixedAt: Date | null
}
type Model = Map<string, Modelled>

const SUBJECTS = ['a', 'b', 'c']
const WORDS = fc.oneof(
  fc.constant<Word>({ kind: 'acknowledged', words: null }),
  fc.constant<Word>({ kind: 'fixed', words: null }),
  fc.constant<Word>({ kind: 'reopened', words: null }),
  fc
    .integer({ min: 0, max: 9 })
    .map((days): Word => ({ kind: 'accepted', words: 'why', until: addDays(FIRST, days) })),
)
const STEPS = fc.oneof(
  fc.record({ seen: fc.uniqueArray(fc.constantFrom(...SUBJECTS)), isSkipped: fc.boolean() }),
  fc.record({ of: fc.constantFrom(...SUBJECTS), word: WORDS }),
)

function lookInModel(model: Model, seen: readonly string[], { day, asOf }: Omit<Look, 'isSeen'>) {
  for (const subject of SUBJECTS) {
    const known = model.get(subject) ?? null
    const next = afterLook(known, { day, asOf, isSeen: seen.includes(subject) })
    if (next === null) continue
    const fixedAt = next.state === 'fixed' ? (known?.fixedAt ?? null) : null
    model.set(subject, { state: next.state, acceptedUntil: known?.acceptedUntil ?? null, fixedAt })
  }
}

/** An acceptance ends by the calendar, whether or not its sources were looked at. */
function lapseInModel(model: Model, day: Day) {
  for (const [subject, { state, acceptedUntil }] of model) {
    const isOver = state === 'accepted' && acceptedUntil !== null && acceptedUntil < day
    if (isOver) model.set(subject, { state: 'open', acceptedUntil: null, fixedAt: null })
  }
}

function sayInModel(model: Model, subject: string, word: Word) {
  const known = model.get(subject)
  if (!known || !SAYABLE_IN[word.kind].includes(known.state)) return
  const state = STATE_AFTER[word.kind] ?? known.state
  const acceptedUntil = word.kind === 'accepted' ? word.until : null
  model.set(subject, { state, acceptedUntil, fixedAt: state === 'fixed' ? new Date() : null })
}

it('does what the life cycle says, whatever is seen and said', { timeout: 120_000 }, async () => {
  const lives = fc.asyncProperty(fc.array(STEPS, { maxLength: 12 }), async (steps) => {
    const model: Model = new Map()
    for (const [at, step] of steps.entries()) {
      const day = addDays(FIRST, at)
      if ('word' in step) {
        await say([step.of], step.word, day)
        sayInModel(model, step.of, step.word)
      } else {
        const asOf = new Date(Date.now() + 60_000)
        await (step.isSkipped ? skip(day) : look(day, step.seen, asOf))
        lapseInModel(model, day)
        if (!step.isSkipped) lookInModel(model, step.seen, { day, asOf })
      }
      const modelled = [...model].map(([subject, { state }]) => [subject, state])
      expect(await statesOn(day)).toEqual(Object.fromEntries(modelled))
    }
  })
  await fc.assert(lives.afterEach(forget), { numRuns: 60 })
})
