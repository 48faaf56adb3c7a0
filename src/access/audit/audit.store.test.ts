import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/postgres.ts'
import { sha256 } from '../secret/sha256.ts'
import { type ChainedEntry, chainedText } from './chain.ts'
import { entriesAfter } from './queries.ts'
import { addAuditEntry, auditStore } from './store.ts'

const database = await testDatabase()
const audit = auditStore(database)
const NOW = new Date('2026-03-01T12:00:00.123Z')

const news = (about: string) => ({
  ...{ actor: 'ana', action: 'person.changed', about },
  details: { role: 'viewer', sites: ['North', 'Ñ'], from: null, count: 3, isDisabled: false },
})

/** As whoever owns the tables could: past the triggers. */
async function tamper(...statements: string[]): Promise<void> {
  await database.transaction(async ({ client }) => {
    await client.query("set local session_replication_role = 'replica'")
    for (const statement of statements) await client.query(statement)
  })
}

const entries = async () => (await entriesAfter(0, 100).execute(database.db)).rows

beforeEach(async () => {
  await tamper('delete from audit_entry', "update audit_head set n = 0, hash = '\\x'")
  for (const about of ['p1', 'p2', 'p3', 'p4', 'p5']) await audit.add(news(about), NOW)
})

describe('the audit trail', () => {
  it('is whole as it was made, and tells its end', async () => {
    const { head, broken } = await audit.verify()
    const last = (await entries()).at(-1)

    expect(broken).toBeNull()
    expect(head).toEqual({ n: 5, hash: last?.hash })
  })

  it.each([
    "update audit_entry set actor = 'luis' where n = 3",
    'delete from audit_entry where n = 3',
    'truncate audit_entry',
    'update audit_head set n = 3',
    'delete from audit_head',
    'truncate audit_head',
  ])('refuses: %s', async (statement) => {
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: '42501' })
    expect((await audit.verify()).broken).toBeNull()
  })

  it.each([
    ["update audit_entry set actor = 'luis' where n = 3", { n: 3, problem: 'altered' }],
    [
      `update audit_entry set details = jsonb_set(details, '{role}', '"administrator"') where n = 2`,
      { n: 2, problem: 'altered' },
    ],
    ["update audit_entry set at = at + interval '1 ms' where n = 5", { n: 5, problem: 'altered' }],
    ['delete from audit_entry where n = 3', { n: 3, problem: 'missing' }],
    ['delete from audit_entry where n = 1', { n: 1, problem: 'missing' }],
    ['delete from audit_entry where n = 5', { n: 5, problem: 'missing' }],
    ['delete from audit_entry', { n: 1, problem: 'missing' }],
  ])('finds what was done past the triggers: %s', async (statement, broken) => {
    await tamper(statement)
    expect((await audit.verify()).broken).toEqual(broken)
  })

  it('finds an entry that was slipped in between others', async () => {
    const [first] = await entries()
    await tamper(
      'update audit_entry set n = -n where n > 1',
      'update audit_entry set n = 1 - n where n < 0',
    )
    await forge({ ...first!, n: 2, actor: 'luis' }, first!.hash)
    expect((await audit.verify()).broken).toEqual({ n: 3, problem: 'out-of-chain' })
  })

  it('finds an entry that was put after the last, however well it is hashed', async () => {
    const last = (await entries()).at(-1)!
    await forge({ ...last, n: 6, actor: 'luis' }, last.hash)
    expect((await audit.verify()).broken).toEqual({ n: 6, problem: 'out-of-chain' })
  })

  it('finds a trail that was forged whole, by an end that was noted before', async () => {
    const { head: noted } = await audit.verify()
    const honest = await entries()
    await tamper('delete from audit_entry', "update audit_head set n = 0, hash = '\\x'")
    for (const { about } of honest) await audit.add({ ...news(about), actor: 'luis' }, NOW)

    expect((await audit.verify()).broken).toBeNull()
    expect((await audit.verify(noted)).broken).toEqual({ n: 5, problem: 'altered' })
    expect((await audit.verify({ ...noted, n: 9 })).broken).toEqual({ n: 6, problem: 'missing' })
  })

  it('is one chain however many write at once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, at) => audit.add(news(`q${at}`), NOW)))
    const { head, broken } = await audit.verify()
    expect({ n: head.n, broken }).toEqual({ n: 35, broken: null })
  })

  it('holds nothing of what was undone', async () => {
    const undone = database.transaction(async (transaction) => {
      await addAuditEntry(transaction, news('p6'), NOW)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect((await audit.verify()).head.n).toBe(5)
  })

  it('is listed newest first, by area and by part of what it says', async () => {
    await audit.add({ actor: 'ana', action: 'sign-in.failed', about: 'ana', details: {} }, NOW)
    const { items, total } = await audit.recent({ area: 'sign-in', limit: 10, offset: 0 })
    const people = await audit.recent({ area: 'person', limit: 2, offset: 1 })

    expect([total, items.map(({ n }) => n)]).toEqual([1, [6]])
    const found = await audit.recent({ area: null, text: 'In.FAILED', limit: 10, offset: 0 })
    expect([found.total, found.items[0]?.n]).toEqual([1, 6])
    expect([people.total, people.items.map(({ about }) => about)]).toEqual([5, ['p4', 'p3']])
  })
})

async function forge(entry: ChainedEntry, previousHash: Buffer): Promise<void> {
  const hash = sha256(chainedText(previousHash, entry))
  const { n, at, actor, action, about, details } = entry
  await database.pool.query(
    `insert into audit_entry (n, at, actor, action, about, details, previous_hash, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [n, at, actor, action, about, JSON.stringify(details), previousHash, hash],
  )
}
