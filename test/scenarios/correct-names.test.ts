import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { nameNightLines } from '../../src/cli/lines/name-plan-lines.ts'
import { loadConfig } from '../../src/config.ts'
import { nameNight } from '../../src/jobs/plan-names.task.ts'
import { runRecorded } from '../../src/jobs/run-recorded.ts'
import { SILENT } from '../../src/lib/progress.ts'
import { keptChanges } from '../support/kept-changes.ts'
import {
  byHand,
  computerIdOf,
  makeNameOffice,
  type NameOffice,
  organisationOf,
} from '../support/name-office.ts'
import { idsUpTo } from '../support/office.ts'
import { testDatabase } from '../support/postgres.ts'
import { readRows, rowTexts } from '../support/read-cells.ts'
import { stallAt } from '../support/stall.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster names '))
afterAll(() => rm(folder, { recursive: true }))

/** Makes a plan that renames something. */
async function newPlan(office: NameOffice): Promise<number> {
  const { code, answer } = await office.muster('plan', '--names')
  if (code !== 2) throw new Error(`a plan of names was expected: ${JSON.stringify(answer)}`)
  return answer.plan.plan
}

const namesFor = (count: number, nameOf: (id: number) => string) =>
  new Map(idsUpTo(count).map((id) => [id, nameOf(id)]))
const newName = (id: number) => `Desk ${id}`
const oldName = (id: number) => `Old ${id}`

describe('names in ThreatLocker', async () => {
  const COUNT = 5
  const database = await testDatabase()
  let office: NameOffice
  let plan = 0
  beforeAll(async () => {
    office = await makeNameOffice({ folder: join(folder, 'whole'), database, count: COUNT })
  })
  afterAll(() => office.close())

  it('are planned with what decided each, and nothing is sent', async () => {
    const { code, answer } = await office.muster('plan', '--names')
    plan = answer.plan.plan

    expect(code).toBe(2)
    expect(answer).toMatchObject({
      plan: { state: 'waiting', outcomes: { planned: COUNT }, rows: COUNT, changes: COUNT },
      notComplete: [],
    })
    const { answer: shown } = await office.muster('show', `P${plan}`)
    expect(shown).toMatchObject({ kind: 'names', corrects: 'names', state: 'waiting' })
    expect(shown.changes[0]).toMatchObject({
      ...{ from: 'Old 2', to: 'Desk 2', recordKey: computerIdOf(2) },
      ...{ organisation: organisationOf(2), financeCell: null, outcome: 'pending' },
      evidence: {
        kind: 'names',
        rmm: { source: 'ninjaone', nativeKey: '2', displayName: 'Desk 2' },
        edr: { source: 'threatlocker', displayName: 'Old 2' },
      },
    })
    expect(office.threatlocker.edits()).toEqual([])
    expect(await office.names()).toEqual(namesFor(COUNT, oldName))
  })

  it('are written on behalf of each organisation, but for one that was changed meanwhile', async () => {
    await office.rename(3, 'reception')

    const { code, answer } = await office.muster('apply', `P${plan}`)

    expect([code, answer.outcomes]).toEqual([2, { applied: COUNT - 1, moved: 1 }])
    expect(answer.notWritten).toMatchObject([
      { recordKey: computerIdOf(3), outcome: 'moved', found: byHand('reception') },
    ])
    const wanted = namesFor(COUNT, newName).set(3, byHand('reception'))
    expect(await office.names()).toEqual(wanted)
    expect(office.sent().map(({ id }) => id)).toEqual([2, 4, 1, 5])
    const ours = office.threatlocker.edits().filter(({ name }) => name?.startsWith('Desk'))
    for (const { computerId, organizationId } of ours) {
      const [id] = idsUpTo(COUNT).filter((each) => computerIdOf(each) === computerId)
      expect(organizationId).toBe(organisationOf(id ?? 0))
    }
  })

  it('are written once: applied again nothing is left to do', async () => {
    const before = office.threatlocker.edits().length

    const { answer } = await office.muster('apply', `P${plan}`)

    expect(answer).toMatchObject({ outcomes: { applied: COUNT - 1, moved: 1 }, inThisRun: {} })
    expect(office.threatlocker.edits().slice(before)).toEqual([])
  })

  it('are not planned again from a day that does not show them yet', async () => {
    const { answer } = await office.muster('plan', '--names')

    expect(answer.plan).toMatchObject({
      ...{ changes: 1, outcomes: { planned: 1, 'written-since': COUNT - 1 } },
    })
  })

  it('are looked back at', async () => {
    expect(await office.muster('verify', `P${plan}`)).toMatchObject({
      code: 0,
      answer: { standings: { standing: COUNT - 1 } },
    })
    await office.rename(4, 'store')

    const { code, answer } = await office.muster('verify', `P${plan}`)

    expect([code, answer.standings]).toEqual([2, { standing: COUNT - 2, changed: 1 }])
    expect(answer.departures).toMatchObject([
      { recordKey: computerIdOf(4), standing: { kind: 'changed', found: byHand('store') } },
    ])
  })

  it('are listed, reported and exported as names, in both languages', async () => {
    const list = await office.muster('show', `P${plan}`, '--list', 'Planned_Names')
    expect(list.answer.items).toHaveLength(COUNT)
    expect(list.answer.items[0]).toMatchObject({
      ...{ site: 'Alder & Birch LLP', computerId: computerIdOf(2), oldName: 'Old 2' },
      ...{ newName: 'Desk 2', rmmRecord: 'ninjaone:2', standing: 'stands' },
    })

    const json = join(folder, 'names.json')
    await office.muster('export', `P${plan}`, '--out', json)
    const exported = JSON.parse(await readFile(json, 'utf8'))
    expect(exported).toMatchObject({ plan: { corrects: 'names' }, findings: [] })
    const xlsx = join(folder, 'names.xlsx')
    await office.spoken('--lang', 'es', 'export', `P${plan}`, '--out', xlsx)
    const [titles] = rowTexts(await readRows(xlsx)).map(([, ...cells]) => cells)
    expect(titles).toContain('Nombre nuevo')

    const { answer } = await office.muster('report', `P${plan}`, '--out', folder)
    expect(answer.report.rows).toEqual({ Planned_Names: COUNT })
    const { out: plans } = await office.spoken('plans')
    expect(plans).toContain('sets names in ThreatLocker by the display names of the RMM')
    const { out: audit } = await office.spoken('--lang', 'es', 'audit', `P${plan}`)
    expect(audit).toMatch(/ nombre +\S+ +Old 2 -> Desk 2 +escrito/u)
  })

  it('are put back, but for those that somebody changed since', async () => {
    const { code, answer } = await office.muster('undo', `P${plan}`)

    expect([code, answer.outcomes]).toEqual([2, { applied: COUNT - 2, moved: 1 }])
    const wanted = namesFor(COUNT, oldName).set(3, byHand('reception')).set(4, byHand('store'))
    expect(await office.names()).toEqual(wanted)
    expect((await office.muster('show', `P${plan}`)).answer.state).toBe('partly-undone')
    expect((await office.muster('apply', `P${plan}`)).answer.error.code).toBe('plan.already-undone')
  })
})

describe('a plan of names', async () => {
  const COUNT = 4
  const database = await testDatabase()
  let office: NameOffice
  beforeAll(async () => {
    const place = join(folder, 'guarded')
    const corrections = { enabled: true }
    office = await makeNameOffice({ folder: place, database, count: COUNT, corrections })
  })
  afterAll(() => office.close())

  it('is held when it renames more than the share, the first one too, until a person accepts it', async () => {
    const { code, answer } = await office.muster('plan', '--names')
    const name = `P${answer.plan.plan}`

    expect(code).toBe(3)
    expect(answer.plan.holds).toEqual([
      { code: 'share-exceeded', changes: COUNT, rows: COUNT, limit: 0.3 },
    ])
    expect(await office.muster('apply', name)).toMatchObject({
      ...{ code: 3, answer: { error: { code: 'plan.held' } } },
    })
    expect(office.threatlocker.edits()).toEqual([])
    await office.muster('accept', name, '--by', 'Ana')

    expect((await office.muster('plans')).answer.items[0].state).toBe('waiting')
  })

  it('stops at a role that may not edit, changes nothing, and goes on once it may', async () => {
    const name = `P${(await office.muster('plans')).answer.items[0].id}`
    office.threatlocker.setTraits({ editing: 'refused' })
    const asked = await office.muster('apply', name)
    office.threatlocker.setTraits({ editing: 'look-at-forms' })
    const tried = await office.muster('apply', name)

    expect([asked, tried]).toMatchObject([
      { code: 1, answer: { error: { code: 'api.read-only' } } },
      { code: 1, answer: { error: { code: 'api.read-only' } } },
    ])
    expect(await office.names()).toEqual(namesFor(COUNT, oldName))
    const refused = office.sent().length
    expect(refused).toBe(2) // on behalf of its organisation, and of the parent

    office.threatlocker.setTraits({ editing: 'allowed' })
    expect((await office.muster('apply', name)).answer.outcomes).toEqual({ applied: COUNT })
    expect(office.sent().slice(refused)).toHaveLength(COUNT)
  })

  it('stops where the token dies, keeps what was written, and goes on with a live one', async () => {
    const undone = office.sent().length
    office.threatlocker.setTraits({ callsPerToken: 2 + 3 + 3 })
    const { answer } = await office.muster('undo', 'latest')
    expect(answer.error.code).toBe('api.sign-in-refused')
    expect(office.sent().slice(undone)).toHaveLength(2)

    office.threatlocker.setTraits({ callsPerToken: null })
    expect((await office.muster('undo', 'latest')).answer.outcomes).toEqual({ applied: COUNT })
    expect(office.sent().slice(undone)).toHaveLength(COUNT)
  })
})

describe('a plan of names and what people said', async () => {
  const COUNT = 3
  const database = await testDatabase()
  let office: NameOffice
  beforeAll(async () => {
    office = await makeNameOffice({ folder: join(folder, 'said'), database, count: COUNT })
  })
  afterAll(() => office.close())
  const MISMATCHES = ['--check', 'display-name-mismatch']
  const outcomes = async () => (await office.muster('plan', '--names')).answer.plan.outcomes

  it('leaves out what was accepted while other sources were compared, until that is over', async () => {
    const { items } = (await office.muster('findings', ...MISMATCHES, '--text', 'Old 2')).answer
    const word = ['--accept', '--until', '30d', '--reason', 'its label', '--by', 'Ana']
    await office.muster('decide', items[0].ref, ...word)
    await database.pool.query(
      `update finding set scope = 'helpdesk+threatlocker' where id = ${items[0].id}`,
    )
    await office.muster('collect')
    expect((await office.muster('findings', ...MISMATCHES)).answer.total).toBe(COUNT)

    expect(await outcomes()).toEqual({ planned: COUNT - 1 })
    await database.pool.query(
      `update finding set accepted_until = current_date - 2 where id = ${items[0].id}`,
    )
    expect(await outcomes()).toEqual({ planned: COUNT })
  })

  it('is empty once the check is off, before and after the next look, and says what is no mismatch', async () => {
    const config = JSON.parse(await readFile(office.config, 'utf8'))
    const off = { ...config, checks: { off: ['display-name-mismatch'] } }
    await writeFile(office.config, JSON.stringify(off))
    expect(await outcomes()).toEqual({})

    await office.muster('collect')
    expect(await outcomes()).toEqual({})
    await writeFile(office.config, JSON.stringify(config))
    expect(await outcomes()).toEqual({}) // nobody has looked again yet
    const { out } = await office.spoken('plan', '--names')
    expect(out).toContain('no mismatch and keeps what it has')
  })
})

describe('an undo of names', async () => {
  const COUNT = 4
  const database = await testDatabase()
  let office: NameOffice
  beforeAll(async () => {
    office = await makeNameOffice({ folder: join(folder, 'undo'), database, count: COUNT })
  })
  afterAll(() => office.close())

  it('goes on past a computer that is gone, one that is refused and a tenant that left, and ends', async () => {
    const plan = `P${await newPlan(office)}`
    expect((await office.muster('apply', plan)).answer.outcomes).toEqual({ applied: COUNT })
    const form = { route: 'ComputerGetForEditById' } as const
    const left = {
      organizationId: organisationOf(1),
      does: { kind: 'status', status: 403 },
    } as const
    const refused = { computerId: computerIdOf(4), does: { kind: 'status', status: 409 } } as const
    office.threatlocker.setTraits({
      removed: [1, 3].map(computerIdOf),
      troubles: [
        { ...form, ...left },
        { ...form, ...refused },
      ],
    })

    const { code, answer } = await office.muster('undo', plan)
    expect([code, answer.outcomes]).toEqual([2, { applied: 1, moved: 2, failed: 1 }])
    expect((await office.muster('show', plan)).answer.state).toBe('undoing')

    office.threatlocker.setTraits({ troubles: [] })
    expect((await office.muster('undo', plan)).answer.outcomes).toEqual({ applied: 1 })
    expect((await office.muster('show', plan)).answer).toMatchObject({
      ...{ state: 'partly-undone', takenBack: 2, leftAlone: 2 },
    })
    const wanted = new Map([2, 4].map((id) => [id, oldName(id)]))
    expect(await office.names()).toEqual(wanted)
  })
})

describe('a night of names', async () => {
  const COUNT = 3
  const database = await testDatabase()
  let office: NameOffice
  beforeAll(async () => {
    const corrections = { enabled: true, apply: true, share: 1 }
    const place = join(folder, 'night')
    office = await makeNameOffice({ folder: place, database, count: COUNT, corrections })
  })
  afterAll(() => office.close())

  /** The part of a night that comes after the day was checked. */
  async function night(now = () => new Date()) {
    const { config: file, env } = office
    const text = await readFile(file, 'utf8')
    const at = { file, folder: dirname(file), text, env, language: 'en' as const }
    const app = await createApp(loadConfig(at), {
      ...{ actor: 'night', host: 'pc', pid: 1, version: '0', now },
      ...{ progress: SILENT, language: 'en' },
      ...{ signal: new AbortController().signal, input: () => Readable.from([]) },
    })
    try {
      const { summary } = await runRecorded(app, 'nightly', async (handle) => ({
        state: 'agreed',
        summary: await nameNight(app, handle),
      }))
      return summary
    } finally {
      await app.close()
    }
  }

  it('writes nothing of a day that is over, as nothing was collected since, and says so', async () => {
    const told = await night(() => new Date(Date.now() + 86_400_000))

    expect(told).toMatchObject({
      plan: { plan: { changes: COUNT }, notOfToday: ['ninjaone', 'threatlocker'] },
      ...{ applied: null, verified: null, failure: null },
    })
    expect(office.sent()).toEqual([])
    expect(told ? nameNightLines(told, 'en').at(-1) : null).toBe(
      'Nothing is written unattended: these sources were not collected whole today: NinjaOne, ThreatLocker',
    )
  })

  it('plans, writes and verifies where the configuration says so', async () => {
    const told = await night()

    expect(told).toMatchObject({
      ...{ lookBack: null, plan: { plan: { changes: COUNT } }, failure: null },
      ...{ applied: { outcomes: { applied: COUNT } } },
      verified: { standings: { standing: COUNT } },
    })
    expect(await office.names()).toEqual(namesFor(COUNT, newName))
    const [first, ...lines] = told ? nameNightLines(told, 'en') : []
    expect(first).toBe('Plan P2: 3 changes of names over 3 computers in ThreatLocker')
    expect(lines).toContain('  3  stands')
  })

  it('looks back at what was written last, and leaves alone what a person has in hand', async () => {
    await office.rename(2, 'store')
    await office.muster('collect')
    await office.rename(2, 'kitchen')

    expect(await night()).toMatchObject({
      lookBack: { standings: { standing: COUNT - 1, changed: 1 } },
      plan: { plan: { changes: 1 } },
      applied: { outcomes: { moved: 1 } },
    })
    expect((await office.names()).get(2)).toBe(byHand('kitchen'))
  })

  it('plans nothing while a source is not complete, and says which', async () => {
    const does = { kind: 'status', status: 503 } as const
    const troubles = [{ route: 'ComputerGetByAllParameters', does }] as const
    office.threatlocker.setTraits({ troubles })
    await office.muster('collect')
    office.threatlocker.setTraits({ troubles: [] })

    const { code, answer } = await office.muster('plan', '--names')
    expect([code, answer]).toMatchObject([3, { plan: null, notComplete: ['threatlocker'] }])
    const { out } = await office.spoken('--lang', 'es', 'plan', '--names')
    expect(out).toContain('no está completa: ThreatLocker')
  })
})

it('is refused where it is not enabled, and asks nothing of ThreatLocker', async () => {
  const database = await testDatabase()
  const place = join(folder, 'off')
  const office = await makeNameOffice({ folder: place, database, count: 1, corrections: {} })
  const before = office.threatlocker.stats().calls

  const { code, answer } = await office.muster('plan', '--names')
  const { err } = await office.spoken('--lang', 'es', 'plan', '--names')

  expect([code, answer.error]).toEqual([
    1,
    {
      code: 'plan.not-enabled',
      details: { setting: 'corrections.threatlockerNames.enabled' },
    },
  ])
  expect(err).toContain('ponga corrections.threatlockerNames.enabled en true')
  expect(office.threatlocker.stats().calls).toEqual(before)
  await office.close()
})

describe('an apply of names that is killed with -9', async () => {
  const COUNT = 30
  const database = await testDatabase()
  let office: NameOffice
  let plan = 0
  beforeAll(async () => {
    office = await makeNameOffice({ folder: join(folder, 'killed'), database, count: COUNT })
    plan = await newPlan(office)
  })
  afterAll(() => office.close())

  const inDoubt = async (task: 'apply' | 'undo') =>
    (await keptChanges(database, plan, task)).filter(
      ({ isTried, outcome }) => isTried && outcome === null,
    ).length

  /** Kills a task once ThreatLocker has taken so many names more, while the answer is under way. */
  async function killAtName(task: 'apply' | 'undo', more: number): Promise<void> {
    const does = { kind: 'slow', milliseconds: 400 } as const
    const before = office.sent().length
    office.threatlocker.setTraits({ troubles: [] })
    const started = office.start(task, `P${plan}`)
    while (office.sent().length < before + more - 1) await sleep(1)
    office.threatlocker.setTraits({ troubles: [{ route: 'ComputerUpdateForEdit', does }] })
    while (office.sent().length < before + more) await sleep(1)
    await started.kill()
    office.threatlocker.setTraits({ troubles: [] })
    await office.quiet()
  }

  /** Kills a task just before Muster keeps the outcome of the change `n`, which is written by then. */
  async function killBeforeKeeping(task: 'apply' | 'undo', n: number): Promise<void> {
    const stall = await stallAt(database, { table: 'outcome', on: 'insert', when: `new.n = ${n}` })
    const started = office.start(task, `P${plan}`)
    await stall.reached()
    await started.kill()
    await stall.breakOff()
    await office.quiet()
  }

  it.each([
    { task: 'apply', was: oldName, becomes: newName },
    { task: 'undo', was: newName, becomes: oldName },
  ] as const)(
    '$task ends whole when run again: every name old or new, none sent twice',
    { timeout: 120_000 },
    async ({ task, was, becomes }) => {
      const before = office.sent().length
      const assertOldOrNew = async () => {
        for (const [id, name] of await office.names())
          expect([was(id), becomes(id)]).toContain(name)
      }
      const doubts: number[] = []
      for (const more of [1, 4]) {
        await killAtName(task, more)
        await assertOldOrNew()
        doubts.push(await inDoubt(task))
      }
      await killBeforeKeeping(task, 12)
      await assertOldOrNew()
      doubts.push(await inDoubt(task))
      for (const wait of [900, 1_200]) {
        const started = office.start(task, `P${plan}`)
        await sleep(wait)
        await started.kill()
        await office.quiet()
        await assertOldOrNew()
      }

      const { code, answer } = await office.muster(task, `P${plan}`)

      expect([code, answer.outcomes]).toEqual([0, { applied: COUNT }])
      expect(await office.names()).toEqual(namesFor(COUNT, becomes))
      expect(doubts.every((count) => count >= 1 && count <= 2)).toBe(true)
      const sent = office.sent().slice(before)
      const ids = sent.map(({ id }) => id)
      expect(ids.toSorted((one, other) => one - other)).toEqual(idsUpTo(COUNT))
      for (const { id, name } of sent) expect(name).toBe(becomes(id))
      const later = (await keptChanges(database, plan, task)).filter(
        (each) => each.isConfirmedLater,
      )
      expect(later.length).toBeGreaterThan(2)
    },
  )

  it('is settled by a plan in its place, from the names as they are', async () => {
    await office.muster('collect')
    plan = await newPlan(office)
    await killAtName('apply', 3)

    const next = (await office.muster('plan', '--names')).answer.plan

    const settled = await keptChanges(database, plan)
    expect(settled.filter(({ outcome }) => outcome === 'applied')).toHaveLength(3)
    expect(settled[2]).toMatchObject({ outcome: 'applied', isConfirmedLater: true })
    expect(next).toMatchObject({ changes: COUNT - 3, outcomes: { 'written-since': 3 } })
    expect((await office.muster('apply', `P${plan}`)).answer.error.code).toBe('plan.superseded')
  })
})
