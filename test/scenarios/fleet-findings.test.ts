import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Wire } from '../../demo/vendors/fleet.ts'
import { linkStore } from '../../src/inventory/link/store.ts'
import { decideLink } from '../../src/jobs/fleet/link-machines.task.ts'
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
