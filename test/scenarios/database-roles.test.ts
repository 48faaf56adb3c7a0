import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEstate } from '../../demo/estate.ts'
import { writeEstate } from '../../demo/write-estate.ts'
import { openDatabase } from '../../src/db/database.ts'
import { readMigrations } from '../../src/db/migrate.ts'
import { runtimeRole } from '../../src/db/runtime-role.ts'
import { LANES } from '../../src/jobs/queries.ts'
import { openBoss } from '../../src/jobs/queue/open-boss.ts'
import { musterAt } from '../support/muster-at.ts'
import { emptyTestDatabase } from '../support/postgres.ts'
import { startStoppable } from '../support/stoppable-muster.ts'

const ROOT = join(import.meta.dirname, '../..')
const ROLES = ['muster_owner', 'muster_app', 'muster_readonly'] as const
type Role = (typeof ROLES)[number]

const url = await emptyTestDatabase()
const folder = await mkdtemp(join(tmpdir(), 'muster-roles-'))
const config = join(folder, 'muster.yaml')
const pools: pg.Pool[] = []

function poolOf(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 1 })
  pool.on('error', () => {})
  pools.push(pool)
  return pool
}

/** The same database as one of the roles; who may come to the socket of the test's server needs no password. */
function urlOf(role: Role): string {
  const own = new URL(url)
  own.username = role
  own.password = ''
  return own.href
}

const muster = (env: Record<string, string>) =>
  musterAt({ env, config, now: () => new Date('2026-11-20T06:00:00Z') })

const administrator = poolOf(url)
const [app, readonly] = (['muster_app', 'muster_readonly'] as const).map((role) =>
  poolOf(urlOf(role)),
)
const asApp = (text: string) => app?.query(text)
const asReader = (text: string) => readonly?.query(text)
const refused = (what: string) => ({ code: '42501', message: expect.stringContaining(what) })

beforeAll(async () => {
  const roles = await readFile(join(ROOT, 'deploy/database/roles.sql'), 'utf8')
  await administrator.query(roles)
  await administrator.query(roles) // whenever you like
  await writeEstate(folder, makeEstate({ seed: 7, computers: 200 }))
  const ocs = { file: 'ocs.sqlite', inventoryField: 'NUMINV' }
  await writeFile(config, JSON.stringify({ sources: { ocs }, nightly: { apply: true } }))
}, 120_000)

afterAll(async () => {
  for (const role of ROLES) {
    await administrator.query(`reassign owned by ${role} to current_user`)
    await administrator.query(`drop owned by ${role}`)
    await administrator.query(`drop role ${role}`)
  }
  await Promise.all(pools.map((pool) => pool.end()))
  await rm(folder, { recursive: true })
})

describe('before the owner has made the tables', () => {
  it('the runtime role says what is missing and who can do it', async () => {
    const all = (await readMigrations(join(ROOT, 'migrations'))).map(({ name }) => name)
    const { code, answer } = await muster({ DATABASE_URL: urlOf('muster_app') }).json('plans')

    expect(code).toBe(1)
    expect(answer.error).toEqual({
      code: 'database.migrations-pending',
      details: { user: 'muster_app', pending: all },
    })
  })

  it('the owner makes them, as a secret in a file names them, and then there is nothing to do', async () => {
    const secret = join(folder, 'migrate-url')
    await writeFile(secret, `${urlOf('muster_owner')}\n`, { mode: 0o600 })
    const { json } = muster({
      DATABASE_URL: urlOf('muster_app'),
      MUSTER_MIGRATE_URL_FILE: secret,
    })

    const first = await json('migrate')
    const second = await json('migrate')
    expect(first).toMatchObject({ code: 0, answer: { roles: ['muster_app', 'muster_readonly'] } })
    expect(first.answer.applied).toContain('0018-access.sql')
    expect(second).toMatchObject({ code: 0, answer: { applied: [] } })
  })
})

describe('the runtime role', () => {
  const { json } = muster({ DATABASE_URL: urlOf('muster_app') })

  it('does a whole night: plan, write, verify, report', async () => {
    const { code, answer } = await json('nightly')

    expect([code, answer.error]).toEqual([2, undefined])
    expect(answer.applied.outcomes.applied).toBeGreaterThan(50)
  })

  it('takes a plan back, keeps people and their audit trail, and takes events in', async () => {
    const events = join(folder, 'pos.csv')
    await writeFile(events, 'time,metric,value\n2026-11-01T10:00:00Z,sold,3\n')

    expect((await json('undo', 'P1')).code).toBe(0)
    expect(await json('ingest', events, '--source', 'pos')).toMatchObject({ code: 0 })
    expect(await json('audit', 'verify')).toMatchObject({ code: 0, answer: { isWhole: true } })
    expect((await json('people')).code).toBe(0)
  })

  it('takes part in the queue, and looks after it', async () => {
    const database = await openDatabase({ url: urlOf('muster_app') })
    const failures: Error[] = []
    const onError = (error: Error) => failures.push(error)
    const boss = await openBoss(database, { looksAfter: true, onError })
    const [lane = ''] = LANES
    const id = await boss.send(lane, { any: 'thing' })
    const [job] = await boss.fetch(lane)
    await boss.complete(lane, id ?? '')
    await boss.supervise(lane)
    await boss.stop({ graceful: false })
    await database.close()

    expect(job).toMatchObject({ id, data: { any: 'thing' } })
    expect(failures).toEqual([])
  })

  it('may do nothing beyond its work', async () => {
    expect(await runtimeRole(app as pg.Pool)).toEqual({
      ...{ name: 'muster_app', isSuperuser: false, createsRoles: false, ownsTables: false },
    })
  })

  it.each([
    ['create table mine (n integer)', 'schema public'],
    ['create schema mine', 'database'],
    ['drop table audit_entry', 'audit_entry'],
    ['alter table audit_entry disable trigger user', 'audit_entry'],
    ['create or replace function refuse_alteration() returns trigger return null', 'public'],
    ['create role another', 'role'],
    ["set session_replication_role = 'replica'", 'session_replication_role'],
  ])('may not: %s', async (statement, about) => {
    await expect(asApp(statement)).rejects.toMatchObject({
      message: expect.stringContaining(about),
      code: expect.stringMatching(/^42(501|601|P13)$/u),
    })
  })

  it.each(['audit_entry', 'change', 'outcome', 'finding_event'])(
    'may add to %s, but not alter, remove or empty it',
    async (table) => {
      const { rows } = await administrator.query(
        `select privilege_type as may
        from information_schema.role_table_grants
        where grantee = 'muster_app' and table_schema = 'public' and table_name = $1
        order by 1`,
        [table],
      )
      expect(rows.map(({ may }) => may)).toEqual(['INSERT', 'SELECT'])
      await expect(asApp(`delete from ${table}`)).rejects.toMatchObject(refused(table))
      await expect(asApp(`truncate ${table}`)).rejects.toMatchObject(refused(table))
    },
  )

  it('may not tamper with the audit trail even where the triggers are gone', async () => {
    await administrator.query('alter table audit_entry disable trigger user')
    const update = asApp("update audit_entry set actor = 'nobody'")
    await expect(update).rejects.toMatchObject(refused('audit_entry'))
    await administrator.query('alter table audit_entry enable trigger user')
  })

  it('may not say that a migration was done', async () => {
    const insert = "insert into migration values (9999, '9999-x.sql', 'x')"
    await expect(asApp(insert)).rejects.toMatchObject(refused('migration'))
  })
})

describe('a server in production', () => {
  const safe = { mode: 'production', port: 0, hosts: ['muster.provincia.cu'], isBehindTls: true }
  const file = join(folder, 'production.yaml')
  beforeAll(() => writeFile(file, JSON.stringify({ sources: {}, server: safe })))

  it('starts as the runtime role, with keys that it makes', async () => {
    const server = startStoppable({
      env: { DATABASE_URL: urlOf('muster_app') },
      args: ['--config', file, 'serve'],
    })
    await expect.poll(server.out, { timeout: 20_000, interval: 50 }).toMatch(/listens at/u)
    server.signal('SIGTERM')

    expect((await server.ended).code).toBe(0)
    expect(await readdir(join(folder, 'data'))).toEqual(
      expect.arrayContaining(['access-keys.json', 'key-ring.json']),
    )
  })

  it.each([
    ['muster_owner', ['database-owns-tables']],
    ['the administrator', ['database-superuser', 'database-creates-roles', 'database-owns-tables']],
  ] as const)('does not start as %s', async (role, faults) => {
    const env = { DATABASE_URL: role === 'muster_owner' ? urlOf(role) : url }
    const { answer } = await musterAt({ env, config: file, now: () => new Date() }).json('serve')

    expect(answer.error.code).toBe('server.unfit')
    expect(answer.error.details.faults.map(({ fault }: { fault: string }) => fault)).toEqual(faults)
  })
})

describe('the reading role', () => {
  it('reads lists, findings and the audit trail', async () => {
    const found = await asReader(
      'select (select count(*) from plan) as plans, (select count(name) from person) as people',
    )
    expect(found?.rows).toHaveLength(1)
    expect((await asReader('select * from audit_entry'))?.rows).toBeDefined()
  })

  it.each(['person', 'refresh_token', 'api_token', 'invitation', 'payload', 'source_token'])(
    'reads nothing of the secrets of %s',
    async (table) => {
      await expect(asReader(`select * from ${table}`)).rejects.toMatchObject(refused(table))
    },
  )

  it.each([
    "update plan set target = 'x'",
    'delete from finding',
    "insert into job_due (name, due_at) values ('x', now())",
    'create table mine (n integer)',
    'create temporary table mine (n integer)',
  ])('writes nothing: %s', async (statement) => {
    await expect(asReader(statement)).rejects.toMatchObject({
      code: expect.stringMatching(/^(42501|25006)$/u),
    })
    await asReader('set default_transaction_read_only = off') // which anybody may
    await expect(asReader(statement)).rejects.toMatchObject({ code: '42501' })
    await asReader('reset default_transaction_read_only')
  })
})
