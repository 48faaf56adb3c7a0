import { readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { openSigningKeys } from '../../src/access/secret/signing-keys.ts'
import { apiOffice, callerOf } from '../support/api-office.ts'
import { testDatabase } from '../support/postgres.ts'

const DEPLOY = join(import.meta.dirname, '../../deploy')
const database = await testDatabase()
const { pool } = database
const clock = { now: new Date('2026-11-21T12:00:00Z') }
const now = () => clock.now
const office = await apiOffice(database.url, { now })
const open = await apiOffice(database.url, { now, settings: { server: { openMetrics: true } } })
afterAll(() => Promise.all([office.close(), open.close()]))

/** The samples of one metric, as they are scraped. */
async function samples(name: string): Promise<string[]> {
  const { payload } = await office.get('/metrics')
  return payload.split('\n').filter((line) => line.startsWith(name))
}

/** Past the time for which figures are kept. */
function later(): void {
  clock.now = new Date(clock.now.getTime() + 15_000)
}

describe('GET /metrics', () => {
  it('is for who may read everything, unless it is configured to be open', async () => {
    const get = { method: 'GET', url: '/metrics' } as const
    const statuses = [
      await office.send(null, get),
      await office.send(callerOf('viewer'), get),
      await office.send(callerOf('viewer', ['Alder']), get),
      await open.send(null, get),
    ].map(({ statusCode }) => statusCode)

    expect(statuses).toEqual([401, 200, 403, 200])
  })

  it('speaks the text format of Prometheus', async () => {
    const { headers, payload } = await office.get('/metrics')

    expect(headers).toMatchObject({
      ...{
        'content-type': 'text/plain; version=0.0.4; charset=utf-8',
        'cache-control': 'no-store',
      },
    })
    expect(payload).toContain('# TYPE muster_http_request_duration_seconds histogram')
    expect(payload).toMatch(/^process_resident_memory_bytes \d{7,}$/mu)
    expect(payload).toMatch(/^muster_database_connections\{state="total"\} \d+$/mu)
    expect(payload).toMatch(/^muster_http_requests_in_flight 1$/mu)
  })

  it('bears labels of routes and never what a caller made up', async () => {
    const made = ['/api/wp-admin?x=1', '/api/geheim/4711', '/api/metrics/other', '/wp-login/me']
    for (const url of ['/api/runs/7', '/api/runs/8', ...made]) await office.get(url)
    for (const method of ['PROPFIND', 'DELETE'] as const) {
      await office.http.inject({ method: method as 'GET', url: `/${method}-me` })
    }

    const counts = await samples('muster_http_request_duration_seconds_count')

    const of = (route: string) => counts.filter((line) => line.includes(`route="${route}"`))
    expect(of('/api/runs/:id')).toEqual([expect.stringMatching(/status="4xx"\} 2$/u)])
    expect(of('/*').join('\n')).toMatch(/method="GET",route="\/\*",status="4xx"\} 4/u)
    expect(of('unknown').join('\n')).toMatch(/method="DELETE",route="unknown"/u)
    expect(of('unknown').join('\n')).toMatch(/method="other",route="unknown"/u)
    expect(counts.join('\n')).not.toMatch(/wp-admin|4711|me"|wp-login|PROPFIND|runs\/7/u)
  })

  it('measures what is refused before anything is looked at', async () => {
    await office.http.inject({ url: '/health', headers: { host: 'elsewhere.example' } })

    const counts = await samples('muster_http_request_duration_seconds_count')

    const refused = counts.filter((line) => line.includes('route="/health",status="4xx"'))
    expect(refused).toHaveLength(1)
  })

  it('counts whom hung up as that, and no longer as being answered', async () => {
    await office.http.listen({ host: '127.0.0.1', port: 0 })
    const { port } = office.http.server.address() as AddressInfo // it listens at a port
    const socket = connect(port, '127.0.0.1')
    socket.write(
      'POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    )
    const inFlight = async (count: number) => {
      while (!(await samples(`muster_http_requests_in_flight ${count}`)).length) await sleep(10)
    }
    await inFlight(2)
    socket.destroy()
    await inFlight(1)

    const counts = await samples('muster_http_request_duration_seconds_count')
    expect(counts.join('\n')).toMatch(/route="\/api\/session",status="aborted"\} 1/u)
  })

  it('tells of runs, sources, findings, plans and concerns as the database keeps them', async () => {
    later()
    const run = `insert into run (task, state, cause, actor, host, pid, version, started_at, ended_at)
      values ('collect', $1, 'schedule', 'a', 'h', 1, '0', $2, $3) returning id`
    const began = '2026-11-21T03:00:00Z'
    const { rows } = await pool.query(run, ['agreed', began, '2026-11-21T03:00:30Z'])
    await pool.query(run, ['agreed', began, '2026-11-21T03:01:30Z'])
    const id = rows[0].id
    await pool.query(
      `insert into collection (run_id, source, day, try, state, is_machine, history, started_at, ended_at,
        records, rejected)
      values ($1, 'ninjaone', '2026-11-19', 1, 'complete', true, '{}', $2, $2, 600, 3),
        ($1, 'ninjaone', '2026-11-20', 1, 'held', true, null, '2026-11-21T04:00:00Z', now(), 10, 4)`,
      [id, began],
    )
    await pool.query(`
      insert into finding (check_code, scope, subject, state, severity, evidence, first_seen, standing_since)
      select 'missing-in-edr', 'a+b', n::text, 'open', 'high', '{}', '2026-11-01', '2026-11-01'
      from generate_series(1, 3) as n`)
    await pool.query(
      `insert into plan (run_id, kind, corrects, state, target, changes)
      values ($1, 'tags', 'tags', 'held', 'ocs', 4)`,
      [id],
    )
    await pool.query(`
      insert into concern (key, kind, details, since)
      values ('run-failed:study', 'run-failed', '{}', now())`)

    const { payload } = await office.get('/metrics')

    for (const line of [
      'muster_database_up 1',
      'muster_runs_total{task="collect",state="agreed"} 2',
      'muster_run_seconds_total{task="collect",state="agreed"} 120',
      'muster_run_last_duration_seconds{task="collect",state="agreed"} 90',
      'muster_source_freshness_seconds{source="ninjaone"} 32415',
      'muster_source_last_complete_day_timestamp_seconds{source="ninjaone"} 1795046400',
      'muster_source_days_behind{source="ninjaone"} 2',
      'muster_source_last_state{source="ninjaone",state="held"} 1',
      'muster_source_records{source="ninjaone"} 10',
      'muster_source_rejected_records{source="ninjaone"} 4',
      'muster_findings_open{check="missing-in-edr",severity="high"} 3',
      'muster_plans_waiting{corrects="tags",state="held"} 1',
      'muster_concerns{kind="run-failed"} 1',
    ]) {
      expect(payload.split('\n')).toContain(line)
    }
  })

  it('asks the database no more than once in 15 seconds, and then tells what has gone', async () => {
    await pool.query("update finding set state = 'verified', last_seen = '2026-11-21'")
    expect(await samples('muster_findings_open{')).toHaveLength(1)

    later()
    expect(await samples('muster_findings_open{')).toEqual([])
  })
})

describe('the files for Grafana and Prometheus', async () => {
  const NAME = /\b(?:muster|process|nodejs)_[a-z0-9_]+/gu
  const { payload } = await office.get('/metrics')
  const served = [...payload.matchAll(/^# TYPE (\S+) (\S+)$/gmu)].flatMap(([, name = '', type]) =>
    type === 'histogram' ? ['bucket', 'sum', 'count'].map((part) => `${name}_${part}`) : [name],
  )
  const named = (text: string) => [...new Set(text.match(NAME))]
  const dashboard = JSON.parse(await readFile(join(DEPLOY, 'grafana/muster.json'), 'utf8'))
  const rules = parse(await readFile(join(DEPLOY, 'prometheus/muster-rules.yaml'), 'utf8'))
  type Panel = { title: string; targets?: { expr: string }[] }
  const panels: Panel[] = dashboard.panels
  const exprs = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr))
  const alerts: { alert: string; expr: string; annotations: object }[] = rules.groups.flatMap(
    (group: { rules: object[] }) => group.rules,
  )

  it('ask for nothing that is not served', () => {
    const asked = named([...exprs, ...alerts.map(({ expr }) => expr)].join('\n'))
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.filter((name) => !served.includes(name))).toEqual([])
  })

  it('show everything that is served, but for the name of the version', () => {
    const shown = named(exprs.join('\n')).map((name) => name.replace(/_(?:bucket|sum|count)$/u, ''))
    const missing = served.filter(
      (name) => !shown.includes(name.replace(/_(?:bucket|sum|count)$/u, '')),
    )
    expect(missing).toEqual(['muster_build_info'])
  })

  it('say of each alert what is wrong in words', () => {
    const wordless = alerts.filter(({ annotations }) => !('summary' in annotations))
    expect(wordless).toEqual([])
  })
})

describe('GET /ready', () => {
  const ready = async () => {
    later() // what was found a moment ago is told again
    const { statusCode, payload } = await office.send(null, { method: 'GET', url: '/ready' })
    return { status: statusCode, checks: JSON.parse(payload).details?.checks }
  }

  it('says yes where database, migrations and keys are in order', async () => {
    expect(await ready()).toMatchObject({ status: 200 })
  })

  it('says no to a database that lacks a migration, or has one more', async () => {
    const taken = await pool.query('delete from migration where number = 1 returning *')
    const lacking = await ready()
    const { name, checksum, applied_at } = taken.rows[0]
    const insert = 'insert into migration values ($1, $2, $3, $4)'
    await pool.query(insert, [1, name, checksum, applied_at])
    await pool.query(insert, [9999, '9999-later.sql', 'x', applied_at])
    const ahead = await ready()
    await pool.query('delete from migration where number = 9999')

    const fault = (code: string) => [{ name: 'migrations', code }]
    expect(lacking).toEqual({ status: 503, checks: fault('database.older-than-program') })
    expect(ahead).toEqual({ status: 503, checks: fault('database.newer-than-program') })
  })

  it('looks once in a moment, however often it is asked', async () => {
    const look = vi.spyOn(office.app.database.pool, 'query')
    await ready()
    const first = look.mock.calls.length
    const again = await office.send(null, { method: 'GET', url: '/ready' })
    const second = look.mock.calls.length
    look.mockRestore()

    expect(again.statusCode).toBe(200)
    expect([first > 0, second]).toEqual([true, first])
  })

  it('makes no signing keys, and none in place of worn ones', async () => {
    const { signingKeys } = office.app
    await Promise.all([ready(), ready(), ready()])
    await expect(readFile(signingKeys)).rejects.toThrow('ENOENT')
    await openSigningKeys(signingKeys, new Date(now().getTime() - 90 * 86_400_000))
    const before = await readFile(signingKeys, 'utf8')
    await Promise.all([ready(), ready(), ready()])

    expect(await readFile(signingKeys, 'utf8')).toBe(before)
  })

  it('says no where the signing keys cannot be read, while /health says yes', async () => {
    const { signingKeys } = office.app
    await openSigningKeys(signingKeys, now())
    const content = await readFile(signingKeys, 'utf8')
    await writeFile(signingKeys, '{')
    const damaged = await ready()
    const health = await office.send(null, { method: 'GET', url: '/health' })
    await rm(signingKeys)
    await writeFile(signingKeys, content, { mode: 0o600 })

    expect(damaged.checks).toEqual([{ name: 'signing-keys', code: 'keys.unreadable' }])
    expect(health.statusCode).toBe(200)
  })
})

describe('a database that is gone', () => {
  it('leaves /health and /metrics to tell of it', async () => {
    later()
    await office.app.database.close()

    const health = await office.send(null, { method: 'GET', url: '/health' })
    const ready = await office.send(null, { method: 'GET', url: '/ready' })
    const metrics = await samples('muster_')

    expect([health.statusCode, ready.statusCode]).toEqual([200, 503])
    expect(metrics).toContain('muster_database_up 0')
    expect(metrics.filter((line) => line.startsWith('muster_runs_total'))).toEqual([])
  })
})
