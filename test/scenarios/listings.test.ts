import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeOffice, newPlan } from '../support/office.ts'
import { testDatabase } from '../support/postgres.ts'
import { spokenMuster } from '../support/spoken-muster.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster listings '))
afterAll(() => rm(folder, { recursive: true }))

describe('a list that is longer than what is shown of it', async () => {
  const database = await testDatabase()
  const office = await makeOffice({ engine: 'SQLite', folder, database, count: 130 })
  const spoken = (...args: string[]) =>
    spokenMuster({ DATABASE_URL: database.url }, '--config', join(folder, 'muster.yaml'), ...args)

  beforeAll(async () => {
    await office.muster('apply', `P${await newPlan(office)}`)
    await database.pool.query(`
      insert into run (task, state, cause, actor, host, pid, version, ended_at)
      select 'check', 'agreed', 'person', 'ana', 'pc-1', 1, '0', now() from generate_series(1, 58)`)
  })
  afterAll(() => office.close())

  it('says how many changes the audit trail has and how to list them all', async () => {
    const { answer } = await office.muster('audit', 'P1')
    expect([answer.items.length, answer.total]).toEqual([100, 130])
    expect((await office.muster('audit', '--all')).answer.items).toHaveLength(130)

    const { out } = await spoken('audit', 'P1')
    expect(out.trimEnd().split('\n').slice(-2)).toEqual([
      '',
      'These are the newest 100 of 130. To list all of them: muster audit P1 --all',
    ])
    expect((await spoken('audit', 'latest', '--all')).out.split('\n')).toHaveLength(131)
  })

  it('says how many runs there were and how to list them all', async () => {
    const { answer } = await office.muster('runs')
    expect([answer.items.length, answer.total]).toEqual([50, 60])
    expect((await office.muster('runs', '--all')).answer.items).toHaveLength(60)

    const { out } = await spoken('--lang', 'es', 'runs')
    expect(out).toContain(
      'Estos son los 50 más nuevos de 60. Para listarlos todos: muster runs --all',
    )
    expect((await office.muster('plans')).answer).toMatchObject({ items: [{ id: 1 }], total: 1 })
  })

  it('is not empty for a plan that does not exist: that is a failure', async () => {
    expect(await office.muster('audit', 'P99')).toMatchObject({
      code: 1,
      answer: { error: { code: 'plan.not-found', details: { plan: '99' } } },
    })
  })
})

describe('what a person is told when nothing came of a command', async () => {
  const database = await testDatabase()
  const place = join(folder, 'told')
  const office = await makeOffice({ engine: 'SQLite', folder: place, database, count: 30 })
  const config = join(place, 'muster.yaml')
  const spoken = (...args: string[]) =>
    spokenMuster({ DATABASE_URL: database.url }, '--config', config, ...args)
  afterAll(() => office.close())

  it('is what was typed wrong, as JSON where JSON was asked for', async () => {
    expect(await office.muster('plna')).toMatchObject({
      code: 1,
      answer: { error: { code: 'command.misused', details: { about: 'plna', meant: 'plan' } } },
    })
    expect(await spoken('plan', '--jsn', '--lang', 'es')).toEqual({
      code: 1,
      out: '',
      err: 'Aquí no existe la opción «--jsn»; quizás quiso decir --json. Vea «muster help».\n',
    })
  })

  it('is which book could not be read, without a count of what was not read', async () => {
    await rename(join(place, 'ocs.sqlite'), join(place, 'away.sqlite'))

    const { code, out } = await spoken('plan')

    expect(code).toBe(1)
    expect(out).toContain('OCS Inventory (database): could not be read\n  OCS at ')
    expect(out).not.toContain(' 0 records read')
    expect(out.trimEnd().split('\n').at(-1)).toBe('No plan was made: an input could not be read.')
  })
})
