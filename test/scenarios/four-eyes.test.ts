import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEstate } from '../../demo/estate.ts'
import { writeEstate } from '../../demo/write-estate.ts'
import { auditStore } from '../../src/access/audit/store.ts'
import { openJobs } from '../../src/jobs/queue/open-jobs.ts'
import { NEVER } from '../../src/jobs/queue/timetable.ts'
import { type AccessServer, accessServer, addPerson, PASSWORD } from '../support/access-server.ts'
import { musterAt } from '../support/muster-at.ts'
import { makeNameOffice } from '../support/name-office.ts'
import { testDatabase } from '../support/postgres.ts'

const database = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'muster-four-eyes-'))
await writeEstate(folder, makeEstate({ seed: 5, computers: 220 }))
const server: AccessServer = await accessServer({
  ...{ folder, database },
  settings: {
    timeZone: 'UTC',
    sources: { ocs: { file: 'ocs.sqlite', inventoryField: 'NUMINV' } },
    access: { fourEyes: true },
    nightly: { apply: true },
  },
})
const log = pino({ level: 'silent' })
const jobs = await openJobs({ context: server.app, log, timetable: NEVER })
await jobs.begin()
afterAll(async () => {
  await jobs.close()
  await server.close()
  await rm(folder, { recursive: true })
})

const ROLES = {
  ana: 'approver',
  luis: 'approver',
  olga: 'operator',
  vera: 'viewer',
  root: 'administrator',
}
type Name = keyof typeof ROLES | 'ana (second)' | 'luis (second)'
const tokens = new Map<Name, string>()

const call = (name: Name, route: string, body?: object) =>
  server.call(route, { token: tokens.get(name) ?? '', ...(body ? { body } : {}) })

/** The run of what was asked for, once it has ended. */
async function ended({ status, body }: { status: number; body: { run: number } }) {
  if (status !== 202) throw new Error(`nothing was begun: ${JSON.stringify(body)}`)
  for (;;) {
    const { body: run } = await call('root', `GET /api/runs/${body.run}`)
    if (run.endedAt !== null) return run
    await sleep(50)
  }
}

async function planBy(name: Name): Promise<number> {
  const { summary } = await ended(await call(name, 'POST /api/plans', { corrects: 'tags' }))
  return summary.plan.plan
}

const written = async (plan: number) =>
  (await call('vera', `GET /api/plans/${plan}`)).body.written as Record<string, number>

const refused = (code: string, details: object) => ({ status: 403, body: { code, details } })
const secondPerson = (plan: number, maker: string) =>
  refused('access.second-person-needed', { plan, maker })

const muster = (actor: string) =>
  musterAt({
    ...{ env: { DATABASE_URL: database.url }, config: join(folder, 'muster.yaml') },
    ...{ now: server.app.now, actor },
  })

beforeAll(async () => {
  for (const [name, role] of Object.entries(ROLES)) {
    await addPerson(server, name, { role })
    tokens.set(name as Name, (await server.tokensOf(name, PASSWORD)).accessToken)
  }
  for (const name of ['ana', 'luis'] as const) {
    const asked = { name: 'second', permissions: ['read', 'operate', 'approve'] }
    const { body } = await call(name, 'POST /api/tokens', asked)
    tokens.set(`${name} (second)`, body.secret)
  }
})

describe('a night where two people are needed', () => {
  it('writes nothing, though it is configured to, and leaves its plan waiting', async () => {
    const { state, summary } = await ended(await call('ana', 'POST /api/nightly'))
    const { plan, applied, failure } = summary

    expect({ state, plan: plan.state, applied, failure }).toEqual({
      ...{ state: 'differences', plan: 'waiting', applied: null, failure: null },
    })
    expect(await written(plan.plan)).toEqual({ pending: plan.changes })
  })

  it('is begun only by who may let plans be written', async () => {
    expect(await call('olga', 'POST /api/nightly')).toMatchObject(
      refused('request.not-allowed', { needs: 'approve' }),
    )
  })
})

describe('two people for a plan, over the API', () => {
  let plan = 0

  it('makes a plan in the name of who asked, which waits for another person', async () => {
    plan = await planBy('ana')
    const { body } = await call('vera', `GET /api/plans/${plan}`)

    expect(body).toMatchObject({
      ...{ state: 'waiting', origin: { maker: 'ana', cause: 'person', task: 'plan' } },
      approvals: { isSecondPersonNeeded: true, isApproved: false, items: [] },
      ...{ guard: { verdict: 'passed', holds: [] }, written: { pending: body.changes } },
    })
    expect(body.changes).toBeGreaterThan(60)
  })

  it.each(['ana', 'ana (second)'] as const)(
    'takes no approval of %s, who made it',
    async (name) => {
      expect(await call(name, `POST /api/plans/${plan}/approve`)).toMatchObject(
        secondPerson(plan, 'ana'),
      )
    },
  )

  it.each(['ana', 'luis'] as const)('does not let %s apply it meanwhile', async (name) => {
    expect(await call(name, `POST /api/plans/${plan}/apply`)).toMatchObject(
      secondPerson(plan, 'ana'),
    )
  })

  it('does not write it either where the queue is asked past the route', async () => {
    const by = { actor: 'luis', cause: 'person', language: 'en' } as const
    const run = await jobs.desk.ask({ task: 'apply', plan }, by)

    expect(await ended({ status: 202, body: { run } })).toMatchObject({
      ...{ state: 'held', error: { code: 'access.second-person-needed' } },
    })
    expect(await written(plan)).not.toHaveProperty('applied')
  })

  it.each([
    ['vera', 'approve', 'approve'],
    ['olga', 'approve', 'approve'],
    ['olga', 'apply', 'approve'],
    ['olga', 'undo', 'approve'],
    ['vera', 'verify', 'operate'],
    ['vera', 'report', 'operate'],
  ] as const)('is refused to %s: %s', async (name, deed, needs) => {
    expect(await call(name, `POST /api/plans/${plan}/${deed}`)).toMatchObject(
      refused('request.not-allowed', { needs }),
    )
  })

  it('keeps the word of another person once, by whatever name they come in', async () => {
    const first = await call('luis (second)', `POST /api/plans/${plan}/approve`, { reason: 'seen' })
    const again = await call('luis', `POST /api/plans/${plan}/approve`)

    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body.approvals).toEqual({
      ...{ isSecondPersonNeeded: true, isApproved: true },
      items: [
        {
          ...{ person: 'luis', actor: 'luis (second)', reason: 'seen' },
          at: server.app.now().toISOString(),
        },
      ],
    })
  })

  it('tells it in the audit trail, which is whole', async () => {
    const { body } = await call('root', 'GET /api/audit?area=plan')

    expect(body.total).toBe(1)
    expect(body.items[0]).toMatchObject({
      ...{ actor: 'luis (second)', action: 'plan.approved', about: `P${plan}` },
      details: { person: 'luis', maker: 'ana', reason: 'seen', isHoldLifted: false },
    })
    expect((await auditStore(database).verify()).broken).toBeNull()
  })

  it.each([
    "update plan_approval set person = 'eva'",
    'delete from plan_approval',
    'truncate plan_approval',
  ])('refuses: %s', async (statement) => {
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: '42501' })
  })

  it('is written then, also by the one who made it, and tells what came of each change', async () => {
    const run = await ended(await call('ana', `POST /api/plans/${plan}/apply`))
    const changes = `GET /api/plans/${plan}/changes`
    const { body } = await call('vera', `${changes}?outcome=applied&limit=1`)
    const [change] = body.items

    expect(run).toMatchObject({ state: 'agreed', actor: 'ana', task: 'apply' })
    expect(await written(plan)).toEqual({ applied: body.total })
    expect((await call('vera', `${changes}?outcome=pending`)).body.total).toBe(0)
    expect(change).toMatchObject({ n: 1, outcome: 'applied', actor: 'ana', run: run.id })
    const q = encodeURIComponent(change.to.toUpperCase())
    const found = (await call('vera', `${changes}?q=${q}`)).body
    expect(found.items.map(({ n }: { n: number }) => n)).toContain(1)
    expect(found.total).toBeLessThan(body.total)
  })

  it('can be approved no more once it is written', async () => {
    expect(await call('luis', `POST /api/plans/${plan}/approve`)).toMatchObject({
      ...{ status: 409, body: { code: 'plan.not-approvable', details: { state: 'applied' } } },
    })
  })

  it('is verified, and taken back without a second person', async () => {
    expect(await ended(await call('olga', `POST /api/plans/${plan}/verify`))).toMatchObject({
      state: 'agreed',
    })
    expect(await ended(await call('ana', `POST /api/plans/${plan}/undo`))).toMatchObject({
      state: 'agreed',
    })
    const { items } = (await call('vera', 'GET /api/plans?state=undone')).body
    expect(items.map(({ id }: { id: number }) => id)).toEqual([plan])
  })

  it('lets a plan pass that the guard holds, by the word of another person', async () => {
    const held = await planBy('ana (second)')
    expect((await call('vera', `GET /api/plans/${held}`)).body).toMatchObject({
      ...{ state: 'held', origin: { maker: 'ana (second)' } },
      guard: { verdict: 'held', holds: [{ code: 'share-exceeded', text: expect.any(String) }] },
    })

    expect(await call('ana', `POST /api/plans/${held}/approve`)).toMatchObject(
      secondPerson(held, 'ana (second)'),
    )
    expect((await call('luis', `POST /api/plans/${held}/approve`)).body).toMatchObject({
      ...{ state: 'waiting', guard: { verdict: 'accepted', acceptedBy: 'luis' } },
      approvals: { isApproved: true },
    })
  })
})

describe('two people for a plan, from the command line', () => {
  it('asks for another account than the one that made it, and says so', async () => {
    const made = await muster('ana').json('plan')
    const { plan } = made.answer.plan
    const named = `P${plan}`
    await muster('olga').json('accept', named, '--by', 'Olga')

    for (const deed of ['apply', 'approve']) {
      expect(await muster('ana').json(deed, named)).toMatchObject({
        ...{ code: 3, answer: { error: secondPerson(plan, 'ana').body } },
      })
    }
    expect(await muster('luis').json('approve', named, '--reason', 'seen')).toMatchObject({
      ...{ code: 0, answer: { plan, isNew: true, approvals: [{ person: 'luis' }] } },
    })
    expect((await muster('luis').json('approve', named)).answer).toMatchObject({ isNew: false })
    const shown = await muster('vera').spoken('--lang', 'es', 'show', named)
    expect(shown.out).toMatch(/Aprobado por +luis, 2026-03-01 12:00 \(seen\)/u)
    expect(await muster('ana').json('apply', named)).toMatchObject({ code: 0 })
    expect((await muster('ana').json('undo', named)).code).toBe(0)
  })

  it('is told of a new plan', async () => {
    const { out } = await muster('ana').spoken('plan')

    expect(out).toMatch(/Another person must approve it first: muster approve P\d+/u)
  })
})

describe('a night of names where two people are needed', async () => {
  const ofNames = await testDatabase()
  const office = await makeNameOffice({
    folder: join(folder, 'names'),
    database: ofNames,
    count: 3,
  })
  afterAll(() => office.close())
  const config = join(folder, 'names', 'two-people.yaml')
  const settings = JSON.parse(await readFile(office.config, 'utf8'))
  const corrections = { threatlockerNames: { enabled: true, apply: true, share: 1 } }
  await writeFile(config, JSON.stringify({ ...settings, corrections, access: { fourEyes: true } }))
  const at = (actor: string) => musterAt({ env: office.env, config, actor, now: () => new Date() })

  it('renames nothing until another person approved it and somebody applied it', async () => {
    const { names } = (await at('ana').json('nightly')).answer
    const { plan } = names.plan.plan

    expect(names).toMatchObject({
      ...{ applied: null, failure: null },
      plan: { plan: { state: 'waiting', changes: 3 }, notOfToday: [] },
    })
    expect((await at('luis').json('apply', `P${plan}`)).answer.error.code).toBe(
      'access.second-person-needed',
    )
    expect(office.sent()).toEqual([])
    await at('luis').json('approve', `P${plan}`)
    expect((await at('ana').json('apply', `P${plan}`)).answer.outcomes).toEqual({ applied: 3 })
    expect(office.sent()).toHaveLength(3)
  })
})
