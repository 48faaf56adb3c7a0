import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collectionStore } from '../../src/collect/store.ts'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { runStore } from '../../src/jobs/store.ts'
import { ALL_FINDINGS } from '../../src/reconcile/findings/list-queries.ts'
import { findingStore } from '../../src/reconcile/findings/store.ts'
import { planStore } from '../../src/reconcile/store.ts'
import { emptyTestDatabase } from '../support/postgres.ts'

/** Migrations as they landed first, and rows of every table there was then; see the files. */
const OLDEST = join(import.meta.dirname, '../fixtures/oldest-database')
const TABLES = [
  ...['run', 'collection', 'rejection', 'plan', 'change', 'attempt', 'outcome', 'finding'],
  ...['plan_verification', 'verification'],
]
const url = await emptyTestDatabase()
const folder = await mkdtemp(join(tmpdir(), 'muster-oldest-'))
afterAll(() => rm(folder, { recursive: true }))

/** Brings the database to a migration of long ago, and adds what was kept then. */
async function live(upTo: string, rows: string): Promise<void> {
  const names = await readdir(join(OLDEST, 'migrations'))
  for (const name of names.filter((each) => each <= upTo)) {
    await cp(join(OLDEST, 'migrations', name), join(folder, name))
  }
  await (await openDatabase({ url }, folder)).close()
  await ask(await readFile(join(OLDEST, rows), 'utf8'))
}

async function ask(statements: string) {
  const session = new pg.Client({ connectionString: url })
  await session.connect()
  return session.query(statements).finally(() => session.end())
}

async function counts(): Promise<Record<string, number>> {
  const each = TABLES.map((table) => `select '${table}' as name, count(*)::int as n from ${table}`)
  const { rows } = await ask(each.join(' union all '))
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]))
}

describe('a database of the oldest Muster, opened by this one', () => {
  let before: Record<string, number> = {}
  let database: Database
  beforeAll(async () => {
    await live('0004-z', 'rows-of-0004.sql')
    await live('0007-z', 'rows-of-0007.sql')
    before = await counts()
    database = await openDatabase({ url })
  })
  afterAll(() => database?.close())

  it('held rows in every table of its time, and holds as many now', async () => {
    expect(Object.values(before).every((n) => n > 0)).toBe(true)
    expect(await counts()).toEqual(before)
  })

  it('has had every migration of today', async () => {
    const { rows } = await ask('select name from migration order by number')

    expect(rows.map(({ name }) => name)).toEqual(
      (await readdir(join(import.meta.dirname, '../../migrations')))
        .filter((name) => name.endsWith('.sql'))
        .toSorted(),
    )
  })

  it('tells its runs, the failed one with its reason', async () => {
    const { items, total } = await runStore(database).recent(null)

    expect(total).toBe(9)
    expect(items.map(({ task, state, actor }) => `${task} ${state} ${actor}`).toReversed()).toEqual(
      [
        ...['check differences ana', 'nightly differences muster', 'plan held muster'],
        ...['accept agreed ana', 'apply differences ana', 'plan failed muster'],
        ...['verify differences ana', 'undo differences luis', 'plan differences ana'],
      ],
    )
    expect((await runStore(database).get(6)).error).toMatchObject({ code: 'ocs.unreachable' })
  })

  it('tells what was delivered, what was refused of it, and who accepted it', async () => {
    const store = collectionStore(database)
    const deliveries = await store.ofPlan(1)

    expect(deliveries.map(({ source, rejections }) => [source, rejections.length])).toEqual([
      ...[
        ['finance-register', 1],
        ['locations', 0],
        ['ocs', 0],
      ],
    ])
    expect((await store.get(1)).rejections).toMatchObject([
      { place: 'Hoja1!C9', code: 'number-missing' },
    ])
    expect(await store.get(2)).toMatchObject({ day: '2026-01-13', acceptedBy: 'ana' })
  })

  it('tells its plans as plans of TAGs, with the undo and what stands waiting', async () => {
    const store = planStore(database)
    const { items } = await store.recent(null)

    expect(items.map(({ id, kind, corrects, state }) => [id, kind, corrects, state])).toEqual([
      [3, 'tags', 'tags', 'waiting'],
      [2, 'undo', 'tags', 'applied'],
      [1, 'tags', 'tags', 'undone'],
    ])
    expect((await store.get(1)).takenBack).toBe(1)
    expect((await store.findUndo(1))?.id).toBe(2)
    expect((await store.findVerification(1))?.standings).toMatchObject({ reverted: 1 })
  })

  it('tells every change and what became of it', async () => {
    const { items, total } = await planStore(database).auditTrail(1, null)

    expect(total).toBe(4)
    expect(
      items.map(({ recordKey, kind, actor, found }) => [recordKey, kind, actor, found]).toSorted(),
    ).toEqual([
      ['11', 'applied', 'ana', null],
      ['11', 'applied', 'luis', null],
      ['12', 'moved', 'ana', 'OTHER'],
      ['13', 'failed', 'ana', null],
    ])
    expect((await planStore(database).changes(3)).map(({ from, to }) => [from, to])).toEqual([
      ['NA', 'SEDE-001'],
    ])
  })

  it('tells the disagreements, one gone and one that stands, with their life', async () => {
    const store = findingStore(database)
    const page = { limit: 10, offset: 0, sort: 'name' } as const
    const { items } = await store.list(ALL_FINDINGS, page, '2026-01-17')

    expect(items.map(({ subject, state }) => [subject, state])).toEqual([
      ['number:10_240_000008', 'open'],
      ['number:10_240_000009', 'verified'],
    ])
    expect((await store.events(1)).map(({ kind }) => kind)).toEqual(['opened', 'verified'])
  })

  it('still refuses to have a record of a change altered', async () => {
    await expect(ask("update outcome set actor = 'nobody'")).rejects.toThrow('append-only')
    await expect(ask("update change set to_value = 'X'")).rejects.toThrow('append-only')
  })
})
