import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keptChanges } from '../support/kept-changes.ts'
import {
  countOutcomes,
  KEEPS,
  killAt,
  killBeforeKeeping,
  killBeforeWriting,
  SAYS,
} from '../support/killed-writing.ts'
import {
  appliedWrites,
  idsUpTo,
  makeOffice,
  newPlan,
  type Office,
  writesById,
} from '../support/office.ts'
import { testDatabase } from '../support/postgres.ts'
import { type Instant, stallAt } from '../support/stall.ts'

const COUNT = 2_500
const folder = await mkdtemp(join(tmpdir(), 'muster interrupted '))
afterAll(() => rm(folder, { recursive: true }))

const ENDS: Instant = { table: 'plan', on: 'update', when: "new.state = 'applied'" }
const SAYS_UNDONE: Instant = { table: 'plan', on: 'update', when: "new.state = 'undone'" }

describe.each([
  { engine: 'SQLite', database: await testDatabase() },
  { engine: 'MariaDB', database: await testDatabase() },
] as const)('killed at one chosen instant on $engine', ({ engine, database }) => {
  let office: Office
  let plan = 0
  beforeAll(async () => {
    office = await makeOffice({ engine, folder: join(folder, engine), database, count: COUNT })
    plan = await newPlan(office)
  })
  afterAll(() => office.close())

  describe('an apply, each time it is run,', () => {
    it('before it says what it will write next: that is not in doubt', async () => {
      await killAt(SAYS, { office, database, plan })

      expect(await counts('apply')).toEqual({ applied: 1_000, notBegun: 1_500 })
    })

    it('after it said so, before it wrote: in doubt, and not written', async () => {
      await killBeforeWriting({ office, database, plan })

      expect(await counts('apply')).toEqual({ applied: 1_000, inDoubt: 1_000, notBegun: 500 })
      expect(await office.written()).toHaveLength(1_000)
    })

    it('after it wrote two batches, before it kept them: in doubt, and written', async () => {
      await killBeforeKeeping({ office, database, plan }, COUNT)

      expect(await counts('apply')).toEqual({ applied: 1_000, inDoubt: 1_500 })
      expect(await office.written()).toHaveLength(COUNT)
    })

    it('after it kept everything, before it ended: nothing is in doubt any more', async () => {
      await killAt(ENDS, { office, database, plan })

      expect(await counts('apply')).toEqual({ applied: COUNT })
      const changes = await keptChanges(database, plan)
      const confirmed = changes.filter(({ isConfirmedLater }) => isConfirmedLater)
      expect(confirmed.map(({ n }) => n)).toEqual(idsUpTo(COUNT).slice(1_000))
      expect(await stateOf(plan)).toBe('applying')
    })

    it('ends whole at last, every TAG written once', async () => {
      expect(await office.muster('apply', `P${plan}`)).toMatchObject({
        code: 0,
        answer: { outcomes: { applied: COUNT } },
      })
      expect(await writesById(office)).toEqual(appliedWrites(COUNT))
      expect(await stateOf(plan)).toBe('applied')
    })
  })

  describe('its undo, each time it is run,', () => {
    beforeAll(() => office.forget())

    it('after it wrote two batches, before it kept them: in doubt, and written', async () => {
      await killBeforeKeeping({ office, database, plan, task: 'undo' }, COUNT)

      expect(await counts('undo')).toEqual({ applied: 1_000, inDoubt: 1_500 })
      expect(await office.written()).toHaveLength(COUNT)
    })

    it('after it kept everything, before it ended: the plan is not said to be undone', async () => {
      await killAt(ENDS, { office, database, plan, task: 'undo' })

      expect(await counts('undo')).toEqual({ applied: COUNT })
      expect(await stateOf(plan)).toBe('undoing')
    })

    it('ends whole at last, every TAG taken back once and the plan undone', async () => {
      await killAt(SAYS_UNDONE, { office, database, plan, task: 'undo' })

      expect(await office.muster('undo', `P${plan}`)).toMatchObject({
        code: 0,
        answer: { outcomes: { applied: COUNT } },
      })
      const back = appliedWrites(COUNT).map(({ hardwareId, was, became }) => {
        return { hardwareId, was: became, became: was }
      })
      expect(await writesById(office)).toEqual(back)
      expect(await stateOf(plan)).toBe('undone')
    })
  })

  async function counts(task: 'apply' | 'undo') {
    return countOutcomes(await keptChanges(database, plan, task))
  }

  async function stateOf(id: number): Promise<string> {
    const { rows } = await database.pool.query('select state from plan where id = $1', [id])
    return rows[0].state
  }
})

describe('an apply killed while its last word to the database is under way', async () => {
  const database = await testDatabase()

  it('ends whole though it is run again before that word is heard', async () => {
    const place = join(folder, 'word')
    const office = await makeOffice({ engine: 'SQLite', folder: place, database, count: COUNT })
    const plan = await newPlan(office)
    const stall = await stallAt(database, KEEPS)
    const first = office.start('apply', `P${plan}`)
    await stall.reached()
    await first.kill()
    const second = office.start('apply', `P${plan}`)
    await stall.reached(2)
    await stall.open()

    expect(await second.ended).toMatchObject({ code: 0, answer: { outcomes: { applied: COUNT } } })
    expect(await writesById(office)).toEqual(appliedWrites(COUNT))
  })
})

describe('an apply whose outcomes Muster cannot keep', async () => {
  const database = await testDatabase()

  it('fails with the batch after it written too, and ends whole when it is run again', async () => {
    const place = join(folder, 'unkept')
    const office = await makeOffice({ engine: 'SQLite', folder: place, database, count: COUNT })
    const plan = await newPlan(office)
    await database.pool.query(`
      create function refuse() returns trigger language plpgsql as $$
      begin raise exception 'no room'; end $$;
      create trigger refusal before insert on outcome
        for each row when (new.n = 1001) execute function refuse()`)

    const broken = await office.muster('apply', `P${plan}`)

    expect(broken).toMatchObject({ code: 1, answer: { error: { code: 'internal' } } })
    const before = countOutcomes(await keptChanges(database, plan))
    expect(before).toEqual({ applied: 1_000, inDoubt: 1_500 })
    expect(await office.written()).toHaveLength(COUNT)

    await database.pool.query('drop trigger refusal on outcome')
    expect(await office.muster('apply', `P${plan}`)).toMatchObject({
      code: 0,
      answer: { outcomes: { applied: COUNT } },
    })
    expect(await writesById(office)).toEqual(appliedWrites(COUNT))
  })
})
