import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keptChanges } from '../support/kept-changes.ts'
import { countOutcomes, killBeforeKeeping, killBeforeWriting } from '../support/killed-writing.ts'
import {
  appliedWrites,
  idsUpTo,
  makeOffice,
  newPlan,
  type Office,
  roomTag,
  writesById,
} from '../support/office.ts'
import { testDatabase } from '../support/postgres.ts'
import { stallAt } from '../support/stall.ts'

const COUNT = 3_500
/** TAGs written when the second and the third batch are in doubt. */
const WRITTEN = 3_000
/** Rows of a batch in doubt that others touch before the new plan is made: edited, put back, removed. */
const EDITED = 1_500
const PUT_BACK = 1_501
const REMOVED = 1_502
const BY_HAND = 'By hand'
const folder = await mkdtemp(join(tmpdir(), 'muster superseded '))
afterAll(() => rm(folder, { recursive: true }))

describe.each([
  { engine: 'SQLite', database: await testDatabase() },
  { engine: 'MariaDB', database: await testDatabase() },
] as const)('a plan made instead of finishing an apply on $engine', ({ engine, database }) => {
  let office: Office
  let old = 0
  let next = 0

  beforeAll(async () => {
    office = await makeOffice({ engine, folder: join(folder, engine), database, count: COUNT })
    old = await newPlan(office)
    await killBeforeKeeping({ office, database, plan: old }, WRITTEN)
    await setTag(EDITED, BY_HAND)
    await setTag(PUT_BACK, `Old-${PUT_BACK}`)
    await office.sql(`delete from hardware where ID = ${REMOVED}`)
    await office.sql(`delete from accountinfo where HARDWARE_ID = ${REMOVED}`)
    next = await newPlan(office)
  })
  afterAll(() => office.close())

  it('settles every change in doubt, told from the row as it is now', async () => {
    const settled = (await keptChanges(database, old)).slice(1_000, WRITTEN)

    const odd = [EDITED, PUT_BACK, REMOVED].map(String)
    const others = settled.filter(({ recordKey }) => !odd.includes(recordKey))
    expect(countOutcomes(others)).toEqual({ applied: 1_997 })
    expect(settled.filter(({ recordKey }) => odd.includes(recordKey))).toMatchObject([
      { recordKey: String(EDITED), outcome: 'moved', found: BY_HAND },
      { recordKey: String(PUT_BACK), outcome: 'failed' },
      { recordKey: String(REMOVED), outcome: 'moved', found: null },
    ])
  })

  it('counts each change of the old plan once, and leaves out what was never begun', async () => {
    const { rows } = await database.pool.query('select state, changes from plan order by id')

    expect(rows).toEqual([
      { state: 'superseded', changes: COUNT },
      { state: 'waiting', changes: 502 },
    ])
    const counts = countOutcomes(await keptChanges(database, old))
    expect(counts).toEqual({ applied: 2_997, moved: 2, failed: 1, notBegun: 500 })
  })

  it('plans what still differs and nothing else', async () => {
    const planned = await keptChanges(database, next)

    expect(planned.map(({ recordKey, from, to }) => ({ recordKey, from, to }))).toEqual([
      { recordKey: String(EDITED), from: BY_HAND, to: roomTag(EDITED) },
      { recordKey: String(PUT_BACK), from: `Old-${PUT_BACK}`, to: roomTag(PUT_BACK) },
      ...idsUpTo(COUNT)
        .slice(WRITTEN)
        .map((id) => ({ recordKey: String(id), from: `Old-${id}`, to: roomTag(id) })),
    ])
  })

  it('lets nobody apply the old plan any more', async () => {
    await office.forget()

    expect(await office.muster('apply', `P${old}`)).toMatchObject({
      code: 1,
      answer: { error: { code: 'plan.superseded', details: { id: old, by: next } } },
    })
    expect(await office.written()).toEqual([])
  })

  it('is applied, and all that the old one is known to have written can be taken back', async () => {
    expect(await office.muster('apply', `P${next}`)).toMatchObject({
      code: 0,
      answer: { outcomes: { applied: 502 } },
    })
    const tags = await office.tags()
    expect([...tags].filter(([id, tag]) => tag !== roomTag(id))).toEqual([])

    expect(await office.muster('undo', `P${old}`)).toMatchObject({
      answer: { outcomes: { applied: 2_997 } },
    })
    const back = [...(await office.tags())].filter(([id, tag]) => tag === `Old-${id}`)
    expect(back).toHaveLength(2_997)
  })

  async function setTag(id: number, tag: string): Promise<void> {
    await office.sql(`update accountinfo set TAG = '${tag}' where HARDWARE_ID = ${id}`)
  }
})

describe('an apply that was interrupted before it wrote', async () => {
  const database = await testDatabase()
  let office: Office
  let plan = 0
  beforeAll(async () => {
    const place = join(folder, 'unwritten')
    office = await makeOffice({ engine: 'SQLite', folder: place, database, count: COUNT })
  })
  beforeEach(async () => {
    await office.reset()
    plan = await newPlan(office)
    await killBeforeWriting({ office, database, plan })
  })

  it('is known not to have written by the plan in its place, which writes the rest', async () => {
    const next = await newPlan(office)

    const changes = await keptChanges(database, plan)
    expect(countOutcomes(changes)).toEqual({ applied: 1_000, failed: 1_000, notBegun: 1_500 })
    const planned = await keptChanges(database, next)
    const rest = changes.slice(1_000).map(({ recordKey }) => recordKey)
    expect(planned.map(({ recordKey }) => recordKey)).toEqual(rest)
    expect(await office.muster('apply', `P${next}`)).toMatchObject({ code: 0 })
    expect(await writesById(office)).toEqual(appliedWrites(COUNT))
  })

  it('ends whole when run again after the making of a new plan was killed too', async () => {
    const stall = await stallAt(database, { table: 'plan', on: 'insert', when: 'true' })
    const planning = office.start('plan')
    await stall.reached()
    await planning.kill()
    await stall.breakOff()

    expect(await office.muster('apply', `P${plan}`)).toMatchObject({
      code: 0,
      answer: { outcomes: { applied: COUNT } },
    })
  })

  it('ends whole when run again after a plan was made for another OCS', async () => {
    const place = join(folder, 'other')
    const other = await makeOffice({ engine: 'SQLite', folder: place, database, count: COUNT })
    await newPlan(other)

    expect(await office.muster('apply', `P${plan}`)).toMatchObject({
      code: 0,
      answer: { outcomes: { applied: COUNT } },
    })
  })
})

describe('what an interruption leaves in doubt', async () => {
  const database = await testDatabase()
  let office: Office
  let plan = 0
  beforeEach(async () => {
    const place = join(folder, 'doubt')
    office = await makeOffice({ engine: 'SQLite', folder: place, database, count: COUNT })
    plan = await newPlan(office)
  })

  it('is taken back too when the apply is undone instead of run again', async () => {
    await killBeforeKeeping({ office, database, plan }, WRITTEN)

    await office.muster('undo', `P${plan}`)

    expect(await notAsBefore()).toEqual([])
    const counts = countOutcomes(await keptChanges(database, plan))
    expect(counts).toEqual({ applied: WRITTEN, notBegun: 500 })
  })

  it('of an undo is still taken back when a plan was made before it is run again', async () => {
    await office.muster('apply', `P${plan}`)
    await killBeforeWriting({ office, database, plan, task: 'undo' })
    await newPlan(office)

    expect(await office.muster('undo', `P${plan}`)).toMatchObject({
      code: 0,
      answer: { outcomes: { applied: COUNT } },
    })
    expect(await notAsBefore()).toEqual([])
  })

  async function notAsBefore() {
    return [...(await office.tags())].filter(([id, tag]) => tag !== `Old-${id}`)
  }
})
