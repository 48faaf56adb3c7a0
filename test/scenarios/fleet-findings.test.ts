import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Wire } from '../../demo/vendors/fleet.ts'
import type { Database } from '../../src/db/database.ts'
import { linkStore } from '../../src/inventory/link/store.ts'
import { reconcileFleet } from '../../src/jobs/fleet/check-fleet.task.ts'
import { decideLink, revokeLink } from '../../src/jobs/fleet/link-machines.task.ts'
import { ALL_FINDINGS } from '../../src/reconcile/findings/list-queries.ts'
import { findingStore } from '../../src/reconcile/findings/store.ts'
import { NinjaoneSettings } from '../../src/sources/ninjaone/schema.ts'
import { ThreatlockerSettings } from '../../src/sources/threatlocker/schema.ts'
import { fleetOffice } from '../support/fleet-office.ts'
import { smallFleet, workstation } from '../support/ninjaone.ts'
import { testDatabase } from '../support/postgres.ts'
import { protectedComputer, protectedFleet } from '../support/threatlocker-fleet.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster findings '))
afterAll(() => rm(folder, { recursive: true }))

const PAGE = { sort: 'name', limit: null, offset: 0 } as const
const NO_ANSWER = {
  troubles: [{ route: 'ComputerGetByAllParameters', does: { kind: 'status', status: 503 } }],
} as const

/** Both vendors, as they are named in the configuration; neither is asked for anything. */
const CONFIGURED = {
  ninjaone: NinjaoneSettings.parse({ clientId: 'id', clientSecret: 'secret' }),
  threatlocker: ThreatlockerSettings.parse({
    ...{ token: 'token', organisationId: 'cccc0000-0000-4000-8000-000000000001' },
  }),
}

async function office() {
  const database = await testDatabase()
  const { collect, contextOn } = fleetOffice(database, folder)
  const findings = findingStore(database)
  return {
    database,
    contextOn,
    /** A night on which remote management and endpoint protection list so much. */
    night: (day: string, rmm: readonly Wire[], edr: readonly Wire[] | 'no-answer') =>
      collect({
        ...{ day, ninjaone: smallFleet(0, { devices: rmm }) },
        threatlocker: protectedFleet(edr === 'no-answer' ? [] : edr),
        ...(edr === 'no-answer' ? { threatlockerTraits: NO_ANSWER } : {}),
      }),
    /** The findings on a day: check, name and state. */
    async standing(day: string) {
      const { items } = await findings.list(ALL_FINDINGS, PAGE, day)
      return items.map(({ check, name, state }) => `${check} ${name} ${state}`)
    },
    async ids(day: string) {
      const { items } = await findings.list(ALL_FINDINGS, PAGE, day)
      return items.map(({ id }) => id)
    },
    async story(id: number) {
      return (await findings.events(id)).map(({ kind, day }) => `${day} ${kind}`)
    },
  }
}

const HEARD = Date.UTC(2026, 10, 18) / 1_000
const hostOf = (id: number) => `ALB-DESK-${String(id).padStart(4, '0')}`
const named = (id: number, fields: Wire = {}) =>
  workstation(id, {
    ...{ displayName: hostOf(id), systemName: hostOf(id), dnsName: hostOf(id) },
    ...{ lastContact: HEARD, ...fields },
  })
const missing = (id: number, state: string) => `missing-in-edr ${hostOf(id)} ${state}`

it('keeps one finding over a rename, and verifies it when the agent is there', async () => {
  const { night, standing, ids, story } = await office()
  const first = await night('2026-11-18', [named(1), named(2)], [protectedComputer(1)])
  expect(first.checks).toMatchObject({
    ...{ machines: 2, findings: { 'missing-in-edr': 1 } },
    shifts: [{ check: 'missing-in-edr', opened: 1, closed: 0 }],
  })
  expect(await standing('2026-11-18')).toEqual([missing(2, 'open')])
  const before = await ids('2026-11-18')

  const renamed = named(2, { displayName: 'Front desk', systemName: 'FRONT', dnsName: 'front.x' })
  await night('2026-11-19', [named(1), renamed], [protectedComputer(1)])
  expect(await ids('2026-11-19')).toEqual(before)
  expect(await standing('2026-11-19')).toMatchObject([expect.stringContaining('open')])

  const last = await night(
    '2026-11-20',
    [named(1), renamed],
    [protectedComputer(1), protectedComputer(2, { hostname: 'FRONT', computerName: 'Front desk' })],
  )
  expect(last.checks?.shifts).toEqual([{ check: 'missing-in-edr', opened: 0, closed: 1 }])
  expect(await story(before[0] ?? 0)).toEqual(['2026-11-18 opened', '2026-11-20 verified'])
})

it('opens and closes nothing by a source that did not answer, and says so', async () => {
  const { database, night, standing } = await office()
  await night('2026-11-18', [named(1), named(2)], [protectedComputer(1)])

  const silent = await night('2026-11-19', [named(1), named(2), named(3)], 'no-answer')

  expect(await standing('2026-11-19')).toEqual([missing(2, 'open')])
  const pairs = silent.checks?.looks.filter(({ scope }) => scope.includes('threatlocker')) ?? []
  expect(pairs.length).toBeGreaterThan(5)
  for (const { skipped } of pairs) expect(skipped).toEqual({ threatlocker: 'failed' })
  const looks = await findingStore(database).latestLooks()
  expect(looks.find(({ check }) => check === 'missing-in-edr')).toMatchObject({
    ...{ skipped: { threatlocker: 'failed' } },
    compared: { ninjaone: '2026-11-19', threatlocker: '2026-11-18' },
  })

  await night('2026-11-20', [named(1), named(2), named(3)], [protectedComputer(1)])
  expect(await standing('2026-11-20')).toEqual([missing(2, 'open'), missing(3, 'open')])
})

it('changes nothing when a night is run again', async () => {
  const { night, database } = await office()
  const rmm = [named(1), named(2, { displayName: 'Spare 2' }), named(3)]
  const edr = [protectedComputer(1, { computerName: 'Old name' }), protectedComputer(2)]
  await night('2026-11-18', rmm, edr)
  const kept = async () =>
    (await database.pool.query('select * from finding order by id')).rows.concat(
      (await database.pool.query('select * from finding_event order by id')).rows,
    )
  const before = await kept()
  expect(before.length).toBeGreaterThanOrEqual(4)

  await night('2026-11-18', rmm, edr)

  expect(await kept()).toEqual(before)
})

it('verifies two findings when a person says that their machines are one', async () => {
  const { database, contextOn, night, standing } = await office()
  const stranger = protectedComputer(9, { serialNumber: 'OTHER', hostname: 'ELSEWHERE' })
  await night('2026-11-18', [named(2)], [{ ...stranger, computerName: 'ELSEWHERE' }])
  expect(await standing('2026-11-18')).toEqual([
    missing(2, 'open'),
    'missing-in-rmm ELSEWHERE open',
  ])

  const context = contextOn('2026-11-18', CONFIGURED)
  await decideLink(context, {
    ...{ kind: 'must-link', one: 'ninjaone:2', by: 'Ana', reason: 'seen on site' },
    other: `threatlocker:${stranger.computerId}`,
  })

  expect((await linkStore(database).decisions()).length).toBe(1)
  const after = await standing('2026-11-18')
  expect(after.filter((line) => line.startsWith('missing'))).toEqual([
    missing(2, 'verified'),
    'missing-in-rmm ELSEWHERE verified',
  ])
})

it('makes a day whole that was taken in and never matched, before it is looked at', async () => {
  const { database, contextOn, night, standing } = await office()
  await night('2026-11-18', [named(1)], [protectedComputer(1)])
  await night('2026-11-19', [named(1, { id: 77 })], [protectedComputer(1)])
  expect(await standing('2026-11-19')).toEqual([])
  // as a process leaves it that is killed between taking a day in and matching it
  await database.pool.query(
    `delete from matched_day where day = '2026-11-19';
    delete from device_link where valid_from = '2026-11-19';
    update device_link set valid_to = 'infinity'`,
  )

  await reconcileFleet(contextOn('2026-11-19', CONFIGURED))

  expect(await standing('2026-11-19')).toEqual([])
})

/** Who speaks for which device on a day, by source. */
async function devicesOn({ pool }: Database, day: string) {
  const { rows } = await pool.query<{ source: string; device: number }>(
    `select r.source, l.device_id as device
    from link_on($1::date) l
    join record r on r.id = l.record_id
    order by r.source`,
    [day],
  )
  return rows
}

const apart = protectedComputer(2, { hostname: 'ELSEWHERE', computerName: 'ELSEWHERE' })

it.each(['2026-11-18', '2026-11-19'])(
  'returns what was accepted once a link made on %s is taken back',
  async (linkedOn) => {
    const { database, contextOn, night, ids, story } = await office()
    const findings = findingStore(database)
    const sides = [[named(2)], [{ ...apart, serialNumber: 'OTHER' }]] as const
    await night('2026-11-18', ...sides)
    const [before, devices] = [await ids('2026-11-18'), await devicesOn(database, '2026-11-18')]
    expect(before.length).toBe(2)
    const { rows } = await database.pool.query<{ id: number }>('select max(id) as id from run')
    const saying = {
      ...{ runId: rows[0]?.id ?? 0, actor: 'Ana', day: '2026-11-18' },
      at: new Date('2026-11-18T09:00:00Z'),
    }
    const accepted = { kind: 'accepted', words: 'on loan', until: '2026-12-31' } as const
    await findings.say(before, { kind: 'assigned', words: 'Ben' }, saying)
    expect((await findings.say(before, accepted, saying)).said.length).toBe(2)
    const pair = { one: 'ninjaone:2', other: `threatlocker:${apart.computerId}`, by: 'Ana' }
    if (linkedOn !== '2026-11-18') await night(linkedOn, ...sides)

    const word = { ...pair, kind: 'must-link', reason: 'looked alike' } as const
    await decideLink(contextOn(linkedOn, CONFIGURED), word)
    await night('2026-11-20', ...sides)
    expect(
      new Set((await devicesOn(database, '2026-11-20')).map(({ device }) => device)).size,
    ).toBe(1)
    expect(await findings.states(before)).toMatchObject([
      { state: 'verified' },
      { state: 'verified' },
    ])
    await revokeLink(contextOn('2026-11-20', CONFIGURED), pair)
    await night('2026-11-21', ...sides)

    expect(await devicesOn(database, '2026-11-21')).toEqual(devices)
    const { items } = await findings.list(ALL_FINDINGS, PAGE, '2026-11-21')
    const back = { state: 'accepted', owner: 'Ben', acceptReason: 'on loan' }
    expect(items.filter(({ check }) => check.startsWith('missing'))).toMatchObject(
      before.map((id) => ({ id, ...back, acceptedUntil: '2026-12-31' })),
    )
    for (const id of before) expect((await story(id)).at(-1)).toBe('2026-11-20 returned')
  },
)

it('returns the same two findings each time a serial is lost', async () => {
  const { database, night, standing, story } = await office()
  const lost = named(2, { system: { serialNumber: '' } })
  const days = [18, 19, 20, 21, 22, 23].map((date) => `2026-11-${date}`)
  for (const [at, day] of days.entries()) await night(day, [at % 2 ? lost : named(2)], [apart])

  const { items } = await findingStore(database).list(ALL_FINDINGS, PAGE, '2026-11-23')
  const gone = items.filter(({ check }) => check.startsWith('missing'))
  expect(gone.map(({ check }) => check).sort()).toEqual(['missing-in-edr', 'missing-in-rmm'])
  for (const { id } of gone) {
    expect(await story(id)).toEqual([
      ...['2026-11-19 opened', '2026-11-20 verified', '2026-11-21 returned'],
      ...['2026-11-22 verified', '2026-11-23 returned'],
    ])
  }
  expect(await standing('2026-11-23')).toContain(missing(2, 'open'))
  expect(await devicesOn(database, '2026-11-23')).toEqual(await devicesOn(database, '2026-11-19'))
  const { rows } = await database.pool.query('select id from device')
  expect(rows.length).toBe(2)
})
