import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HookServer, hookServer } from '../support/hook-server.ts'
import { type MailServer, mailServer } from '../support/mail-server.ts'
import { musterAt } from '../support/muster-at.ts'
import { startMuster } from '../support/muster-command.ts'
import { testDatabase } from '../support/postgres.ts'

const database = await testDatabase()
const { pool } = database
const folder = await mkdtemp(join(tmpdir(), 'muster-alerts-'))
const clock = { now: new Date('2026-11-21T09:00:00Z') }
let mail: MailServer
let hook: HookServer
afterAll(async () => {
  await Promise.all([mail.close(), hook.close()])
  await rm(folder, { recursive: true })
})

beforeAll(async () => {
  mail = await mailServer({ disabledCommands: ['STARTTLS', 'AUTH'] })
  // the second digest is refused, all others are taken
  hook = await hookServer({ status: 204 }, { status: 410 }, { status: 204 })
  await mkdir(join(folder, 'exports'))
  await writeFile(join(folder, 'exports', 'fleet.csv'), 'id,name\n1,pc-1\n2,pc-2\n')
  const files = { folder: 'exports', file: '*.csv', columns: { nativeKey: 'id', hostname: 'name' } }
  const settings = {
    timeZone: 'America/Havana',
    sources: { 'device-files': { intune: files } },
    alerts: {
      language: 'es',
      email: {
        ...{ host: '127.0.0.1', port: mail.port, security: 'none' },
        ...{ from: 'muster@example.org', to: ['ana@example.org'] },
      },
      webhook: { url: hook.url, allowPrivateAddress: true, retrySeconds: 0 },
    },
  }
  await writeFile(join(folder, 'muster.yaml'), JSON.stringify(settings))
})

const env = { DATABASE_URL: database.url, MUSTER_WEBHOOK_SECRET: 'sixteen letters!' }
const { json, spoken } = musterAt({
  ...{ env, config: join(folder, 'muster.yaml'), now: () => clock.now },
})
const told = () => mail.taken.map(({ raw }) => /^Subject: (.*)$/mu.exec(raw)?.[1])
const posted = () => hook.received.map(({ body }) => JSON.parse(body))
const keysOf = (news: readonly { key: string }[]) => news.map(({ key }) => key)

/** The content of every table but those that the server itself writes. */
async function everything(): Promise<string> {
  const { rows } = await pool.query(`
    select string_agg(query_to_xml(format('select * from %I', table_name), true, true, '')::text, ''
      order by table_name) as content
    from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`)
  return rows[0].content
}

describe('alerts', () => {
  it('told in a dry run leave the database as it was and reach nobody', async () => {
    const before = await everything()

    const { code, answer } = await json('alerts', '--dry-run')

    expect(code).toBe(2)
    expect(keysOf(answer.concerns)).toEqual(['source-late:intune'])
    expect(await everything()).toBe(before)
    expect([mail.taken, hook.received]).toEqual([[], []])
  })

  it('go out by every channel, in the language configured for them', async () => {
    const { code, out } = await spoken('--lang', 'en', 'alerts')

    expect(code).toBe(2)
    expect(out).toContain('intune is late: 2026-11-19 was to be complete by 06:00')
    expect(out).toContain('Mail: sent (1 new, 0 over).\nWebhook: sent (1 new, 0 over).')
    expect(told()).toEqual(['Muster: 1 por atender, 0 resueltas'])
    expect(posted()).toMatchObject([
      { begun: [{ id: '1:begun', key: 'source-late:intune' }], over: [], totals: { standing: 1 } },
    ])
  })

  it('are not told again while nothing changes', async () => {
    const { code, answer } = await json('alerts')

    expect(code).toBe(2)
    expect(answer).toMatchObject({ state: 'differences', begun: 0, over: 0 })
    expect([mail.taken.length, hook.received.length]).toEqual([1, 1])
  })

  it('that one channel refuses are told by the other, and the failure is kept', async () => {
    await pool.query(`
      insert into run (task, state, cause, actor, host, pid, version, ended_at, error)
      values ('study', 'failed', 'schedule', 'a', 'h', 1, '0', '2026-11-21T08:00:00Z',
        '{"code": "database.unreachable"}')`)

    const { code, answer } = await json('alerts')

    expect(code).toBe(1)
    expect(answer.deliveries).toMatchObject([
      { channel: 'email', begun: 1, failure: null },
      { channel: 'webhook', begun: 1, failure: { code: 'alert.webhook-unsent' } },
    ])
    expect(told()).toHaveLength(2)
    const { rows } = await pool.query(
      'select channel, state, error from alert_delivery order by id',
    )
    expect(rows.at(-1)).toMatchObject({ channel: 'webhook', state: 'failed' })
    expect(JSON.stringify(rows)).not.toContain('/hooks/')
  })

  it('reach the channel that refused them the next time, with what has come since', async () => {
    expect((await json('collect')).code).toBe(0)
    await pool.query(`
      insert into run (task, state, cause, actor, host, pid, version, ended_at)
      values ('study', 'agreed', 'schedule', 'a', 'h', 1, '0', '2026-11-21T08:30:00Z')`)

    const { code } = await json('alerts')

    expect(code).toBe(0)
    const [, , digest] = posted()
    expect(digest.begun).toEqual([])
    expect(keysOf(digest.over)).toEqual(['source-late:intune', 'run-failed:study'])
    expect(digest.totals).toEqual({ begun: 0, over: 2, standing: 0 })
    expect(told()[2]).toBe('Muster: 0 por atender, 2 resueltas')
  })

  it('in doubt after a crash are told again rather than never', async () => {
    clock.now = new Date('2026-11-24T12:00:00Z')
    await json('alerts')
    expect(posted()).toHaveLength(4)
    // as a process leaves it that dies once the mail server has taken the mail
    await pool.query(`
      with again as (
        update alert_delivery set state = 'sending', ended_at = null
        where id = (select max(id) from alert_delivery where channel = 'email') returning id)
      update concern_news set told_at = null from again where delivery_id = again.id`)

    await json('alerts')

    expect(posted()).toHaveLength(4)
    expect(told().slice(3)).toEqual(Array(2).fill('Muster: 1 por atender, 0 resueltas'))
    const { rows } = await pool.query(
      `select state, count(*)::integer from alert_delivery where channel = 'email' group by state`,
    )
    expect(rows).toContainEqual({ state: 'in-doubt', count: 1 })
  })

  it('go out at the end of a night, which a person reads', async () => {
    const { code, out } = await spoken('--lang', 'en', 'nightly')

    expect(code).toBe(0)
    expect(out).toContain('# Alerts\nNothing is wrong.\n\nMail: sent (0 new, 1 over).')
    const { rows } = await pool.query('select task, state from run order by id desc limit 2')
    expect(rows).toEqual([
      { task: 'alert', state: 'agreed' },
      { task: 'nightly', state: 'agreed' },
    ])
  })
})

describe('an alert that is killed while its webhook has it', async () => {
  const other = await testDatabase()
  const home = await mkdtemp(join(tmpdir(), 'muster-killed-alert-'))
  afterAll(() => rm(home, { recursive: true }))

  it('is told again by the next one, by the same ids', async () => {
    const slow = await hookServer('silence', { status: 204 })
    const webhook = { url: slow.url, allowPrivateAddress: true }
    const config = join(home, 'muster.yaml')
    const files = { folder: '.', file: '*.csv', columns: { nativeKey: 'id', hostname: 'name' } }
    const sources = { 'device-files': { intune: files } }
    await writeFile(config, JSON.stringify({ sources, alerts: { webhook } }))
    const own = { ...env, DATABASE_URL: other.url }
    const started = startMuster(own, ['--config', config, 'alerts'])
    while (slow.received.length === 0) await sleep(20)

    expect(await started.kill()).toMatchObject({ signal: 'SIGKILL' })
    const next = await startMuster(own, ['--config', config, 'alerts']).ended

    expect(next.code).toBe(2)
    const [first, second] = slow.received.map(({ body }) => JSON.parse(body))
    expect(second.begun).toEqual(first.begun)
    expect(second.delivery).toBeGreaterThan(first.delivery)
    const { rows } = await other.pool.query('select state from alert_delivery order by id')
    expect(rows).toEqual([{ state: 'in-doubt' }, { state: 'sent' }])
    const runs = await other.pool.query('select state from run order by id')
    expect(runs.rows).toEqual([{ state: 'interrupted' }, { state: 'differences' }])
    await slow.close()
  })
})
