import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { killAt, killBeforeKeeping, SAYS } from '../support/killed-writing.ts'
import { makeOffice, newPlan, type Office } from '../support/office.ts'
import { testDatabase } from '../support/postgres.ts'
import { spokenMuster } from '../support/spoken-muster.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster undo '))
afterAll(() => rm(folder, { recursive: true }))

describe('an undo of an apply that was interrupted, itself interrupted', async () => {
  const database = await testDatabase()
  const count = 2_500
  const office = await makeOffice({
    engine: 'SQLite',
    folder: join(folder, 'twice'),
    database,
    count,
  })
  afterAll(() => office.close())

  it('lets nobody apply the rest any more, and takes back all that was written', async () => {
    const before = await office.tags()
    const plan = await newPlan(office)
    await killBeforeKeeping({ office, database, plan }, count)
    await killAt(SAYS, { office, database, plan, task: 'undo' })

    expect(await office.muster('apply', `P${plan}`)).toMatchObject({
      code: 1,
      answer: { error: { code: 'plan.already-undone' } },
    })
    expect((await office.muster('undo', `P${plan}`)).code).toBe(0)
    expect(await office.tags()).toEqual(before)
    expect((await office.muster('show', `P${plan}`)).answer.state).toBe('undone')
  })
})

describe('a row that cannot be written while it is undone', async () => {
  const database = await testDatabase()
  const office = await makeOffice({
    engine: 'MariaDB',
    folder: join(folder, 'refused'),
    database,
    count: 30,
  })
  afterAll(() => office.close())

  it('keeps the plan from being called undone, and is taken up by the next undo', async () => {
    const before = await office.tags()
    const plan = await newPlan(office)
    await office.muster('apply', `P${plan}`)
    await office.sql(`
      create trigger stubborn before update on accountinfo for each row
      begin
        if old.HARDWARE_ID = 7 then signal sqlstate '45000' set message_text = 'not today'; end if;
      end`)

    const first = await office.muster('undo', `P${plan}`)
    expect(first.answer.outcomes).toEqual({ applied: 29, failed: 1 })
    expect((await office.muster('show', `P${plan}`)).answer.state).toBe('undoing')

    await office.sql('drop trigger stubborn')
    const second = await office.muster('undo', `P${plan}`)
    expect(second.answer.outcomes).toEqual({ applied: 1 })
    expect(await office.tags()).toEqual(before)
    expect((await office.muster('show', `P${plan}`)).answer.state).toBe('undone')
    expect((await office.muster('undo', `P${plan}`)).answer.outcomes).toEqual({ applied: 1 })
  })
})

describe('an undo that finds rows changed since', async () => {
  const database = await testDatabase()
  const place = join(folder, 'changed since')
  const office = await makeOffice({ engine: 'SQLite', folder: place, database, count: 30 })
  const spoken = (...args: string[]) =>
    spokenMuster({ DATABASE_URL: database.url }, '--config', join(place, 'muster.yaml'), ...args)
  afterAll(() => office.close())

  it('leaves them, and the plan is undone in part only', async () => {
    const plan = await newPlan(office)
    await office.muster('apply', `P${plan}`)
    await office.sql("update accountinfo set TAG = 'Otra' where HARDWARE_ID = 7")
    await office.sql("update accountinfo set TAG = 'Old-8' where HARDWARE_ID = 8") // put back by its agent
    await office.sql('delete from accountinfo where HARDWARE_ID = 9')

    const undo = await office.muster('undo', `P${plan}`)
    expect(undo.answer.outcomes).toEqual({ applied: 27, moved: 3 })
    expect((await office.muster('show', `P${plan}`)).answer).toMatchObject({
      state: 'partly-undone',
      takenBack: 28,
      leftAlone: 2,
    })
    expect((await spoken('plans')).out).toMatch(
      /^P1 .* {2}partly undone: 28 taken back, 2 left alone {2}/mu,
    )
    expect((await spoken('--lang', 'es', 'show', 'P1')).out).toContain(
      'deshecho en parte: 28 revertidos, 2 sin tocar',
    )
    expect(await office.muster('apply', `P${plan}`)).toMatchObject({
      code: 1,
      answer: { error: { code: 'plan.already-undone' } },
    })
  })

  it('is not called an undo when it took nothing back', async () => {
    await office.reset()
    const plan = await newPlan(office)
    await office.muster('apply', `P${plan}`)
    await office.sql("update accountinfo set TAG = 'Otra'")
    await office.muster('undo', `P${plan}`)

    expect((await office.muster('show', `P${plan}`)).answer).toMatchObject({
      state: 'partly-undone',
      takenBack: 0,
      leftAlone: 29,
    })
    expect((await spoken('plans')).out).toContain('not undone: all 29 left alone')
  })
})

describe('an apply and an undo of what is done already', async () => {
  const database = await testDatabase()
  const place = join(folder, 'again')
  const office = await makeOffice({ engine: 'SQLite', folder: place, database, count: 30 })
  const spoken = (...args: string[]) =>
    spokenMuster({ DATABASE_URL: database.url }, '--config', join(place, 'muster.yaml'), ...args)
  afterAll(() => office.close())

  it('say that nothing was left to do, and count nothing as written again', async () => {
    const plan = await newPlan(office)
    const once = { outcomes: { applied: 30 }, inThisRun: { applied: 30 } }
    const again = { outcomes: { applied: 30 }, inThisRun: {} }
    for (const task of ['apply', 'undo']) {
      expect((await office.muster(task, `P${plan}`)).answer).toMatchObject(once)
      expect((await spoken(task, `P${plan}`)).out).toContain(
        'Nothing was left to do: this run wrote nothing. How it stood already:\n  30  written',
      )
      await office.forget()
      const last = await office.muster(task, `P${plan}`)
      expect(last.answer).toMatchObject(again)
      expect((await spoken('show', `R${last.answer.run}`)).out).not.toContain('written')
      expect(await office.written()).toEqual([])
    }
  }, 60_000)
})

describe('a plan, when another OCS is configured than the one it was made for,', async () => {
  const database = await testDatabase()
  const place = join(folder, 'other')
  const office = await makeOffice({ engine: 'SQLite', folder: place, database, count: 30 })
  afterAll(() => office.close())

  it('is neither applied nor verified nor undone, and nothing is kept of the attempt', async () => {
    const plan = await newPlan(office)
    await office.muster('apply', `P${plan}`)
    const elsewhere = await configureCopy(office, place)

    for (const task of ['apply', 'verify', 'undo']) {
      expect(await office.muster('--config', elsewhere, task, `P${plan}`)).toMatchObject({
        code: 1,
        answer: { error: { code: 'plan.other-target' } },
      })
    }
    const { rows } = await database.pool.query(
      `select (select count(*) from plan) as plans, (select count(*) from plan_verification) as looks`,
    )
    expect(rows).toEqual([{ plans: 1, looks: 0 }])
    expect((await office.muster('undo', `P${plan}`)).answer.outcomes).toEqual({ applied: 30 })
  })
})

describe('a row of OCS that cannot be read', async () => {
  const database = await testDatabase()
  const office = await makeOffice({
    engine: 'SQLite',
    folder: join(folder, 'unreadable'),
    database,
    count: 30,
  })
  afterAll(() => office.close())

  it('is not taken for gone, and stops neither verify nor a night', async () => {
    const plan = await newPlan(office)
    await office.muster('apply', `P${plan}`)
    await office.sql("update hardware set NAME = 'PC' || char(0) where ID = 7")

    expect((await office.muster('verify', `P${plan}`)).answer.standings).toEqual({
      standing: 29,
      unreadable: 1,
    })
    const night = await office.muster('nightly')
    expect(night.code).toBe(2)
    expect(night.answer.lookBack.standings).toEqual({ standing: 29, unreadable: 1 })
  })
})

describe('a plan that was never applied', async () => {
  const database = await testDatabase()
  const office = await makeOffice({
    engine: 'SQLite',
    folder: join(folder, 'waiting'),
    database,
    count: 30,
  })
  afterAll(() => office.close())

  it('has nothing that could be verified or undone', async () => {
    const plan = await newPlan(office)

    for (const task of ['verify', 'undo']) {
      expect(await office.muster(task, `P${plan}`)).toMatchObject({
        code: 1,
        answer: { error: { code: 'plan.not-applied' } },
      })
    }
  })
})

/** A second configuration, of a copy of the OCS file. */
async function configureCopy(office: Office, place: string): Promise<string> {
  if (!('file' in office.target)) throw new Error('only a file can be copied')
  const config = join(place, 'elsewhere.yaml')
  await copyFile(office.target.file, join(place, 'elsewhere.sqlite'))
  await writeFile(config, 'sources: { ocs: { file: elsewhere.sqlite, inventoryField: NUMINV } }\n')
  return config
}
