import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { collectionStore } from '../../src/collect/store.ts'
import { countStore } from '../../src/inventory/count/store.ts'
import { listStore } from '../../src/inventory/list/store.ts'
import { acceptHeld } from '../../src/jobs/accept-held.task.ts'
import { collectFleet } from '../../src/jobs/fleet/collect-fleet.task.ts'
import { DeviceFileSettings } from '../../src/sources/device-file/schema.ts'
import { fleetOffice } from '../support/fleet-office.ts'
import { smallFleet, workstation } from '../support/ninjaone.ts'
import { testDatabase } from '../support/postgres.ts'
import { protectedComputer, protectedFleet } from '../support/threatlocker-fleet.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster fleet '))
afterAll(() => rm(folder, { recursive: true }))

const ALL = { source: null, site: null, kind: null, text: null } as const
const PAGE = { sort: 'name', limit: null, offset: 0 } as const

const five = [1, 2, 3, 4, 5]
const EDR = protectedFleet(five.slice(0, 3).map((id) => protectedComputer(id)))

describe('two vendors collected night after night', async () => {
  const database = await testDatabase()
  const office = fleetOffice(database, folder)
  const listed = async (day: string) => (await listStore(database).machines(day, ALL, PAGE)).items

  it('become records with history, matched into machines at one site', async () => {
    const { sources, fleet } = await office.collect({
      ...{ day: '2026-11-18', ninjaone: smallFleet(5), threatlocker: EDR },
    })

    expect(sources.map(({ source, state, history }) => [source, state, history?.opened])).toEqual([
      ['ninjaone', 'complete', 5],
      ['threatlocker', 'complete', 3],
    ])
    expect(fleet?.sites).toEqual({ made: 1, sameName: 1, unmapped: 0 })
    const machines = await listed('2026-11-18')
    expect(machines).toHaveLength(8)
    expect(new Set(machines.map(({ deviceId }) => deviceId)).size).toBe(5)
    expect(new Set(machines.map(({ site }) => site))).toEqual(new Set(['Alder & Birch LLP']))
    expect(await countStore(database).find('2026-11-18')).toMatchObject({
      figures: [
        { source: 'ninjaone', site: 'Alder & Birch LLP', total: 5, workstations: 5 },
        { source: 'threatlocker', site: 'Alder & Birch LLP', total: 3, workstations: 3 },
      ],
      distinctTotal: 5,
    })
  })

  it('change nothing when a night is run again', async () => {
    const { sources } = await office.collect({
      ...{ day: '2026-11-18', ninjaone: smallFleet(5), threatlocker: EDR },
    })

    const nothing = { opened: 0, changed: 0, closed: 0 }
    expect(sources.map(({ history }) => history)).toEqual([
      { ...nothing, unchanged: 5 },
      { ...nothing, unchanged: 3 },
    ])
    const { rows } = await database.pool.query('select count(*) as count from record_version')
    expect(rows[0].count).toBe(8)
  })

  it('keep what was said of a day when a machine is renamed, and another goes', async () => {
    const later = [
      workstation(1, { displayName: 'Front desk' }),
      ...[2, 3, 4].map((id) => workstation(id)),
    ]
    await office.collect({
      ...{ day: '2026-11-19', ninjaone: smallFleet(0, { devices: later }), threatlocker: EDR },
    })

    const names = async (day: string) =>
      (await listed(day))
        .filter(({ source }) => source === 'ninjaone')
        .map(({ displayName }) => displayName)
    expect(await names('2026-11-18')).toEqual(['Desk 1', 'Desk 2', 'Desk 3', 'Desk 4', 'Desk 5'])
    expect(await names('2026-11-19')).toEqual(['Desk 2', 'Desk 3', 'Desk 4', 'Front desk'])
  })

  it('lose no machine to a vendor that fails: the day before stays in force', async () => {
    const before = await listed('2026-11-19')

    const { sources } = await office.collect({
      ...{ day: '2026-11-20', ninjaone: smallFleet(4), threatlocker: EDR },
      threatlockerTraits: {
        troubles: [{ route: 'ComputerGetByAllParameters', does: { kind: 'status', status: 503 } }],
      },
    })

    const failed = sources.find(({ source }) => source === 'threatlocker')
    expect(failed).toMatchObject({ state: 'failed', history: null })
    const protectedOnes = (list: typeof before) =>
      list.filter(({ source }) => source === 'threatlocker').map(({ nativeKey }) => nativeKey)
    expect(protectedOnes(await listed('2026-11-20'))).toEqual(protectedOnes(before))
    const ledger = await collectionStore(database).ledger('2026-11-20', '2026-11-20')
    expect(ledger.map(({ source, state }) => [source, state])).toEqual([
      ['ninjaone', 'complete'],
      ['threatlocker', 'failed'],
    ])
  })

  it('retire nothing of a vendor that came empty until a person accepts it by name', async () => {
    const { sources } = await office.collect({
      ...{ day: '2026-11-21', ninjaone: smallFleet(4), threatlocker: protectedFleet([]) },
    })
    const held = sources.find(({ source }) => source === 'threatlocker')
    expect(held).toMatchObject({ state: 'held', history: null, holds: [{ code: 'empty' }] })
    expect(await listed('2026-11-21')).toHaveLength(7)

    const { summary } = await acceptHeld(office.contextOn('2026-11-21', {}), {
      ...{ kind: 'collection', id: held?.id ?? 0, by: 'Ana', reason: 'all retired' },
    })

    expect(summary.fleet).toMatchObject({ counted: ['2026-11-21'], matching: { devices: 4 } })
    expect((await countStore(database).find('2026-11-21'))?.distinctTotal).toBe(4)
    expect(await listed('2026-11-21')).toHaveLength(4)
    expect(await listed('2026-11-20')).toHaveLength(7)
  })
})

it('keeps the row as it was received, sealed', async () => {
  const database = await testDatabase()
  const office = fleetOffice(database, folder)
  await office.collect({ day: '2026-11-18', ninjaone: smallFleet(2) })

  const { rows } = await database.pool.query('select sealed from payload')

  expect(rows).toHaveLength(2)
  for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toContain('Contoso')
})

describe('a day that was held', async () => {
  const database = await testDatabase()
  const office = fleetOffice(database, folder)
  const fleetOf = (...ids: number[]) =>
    smallFleet(0, { devices: ids.map((id) => workstation(id, { displayName: `Desk ${id} now` })) })
  const accept = (id: number) =>
    acceptHeld(office.contextOn('2026-11-19', {}), {
      ...{ kind: 'collection', id, by: 'Ana', reason: null },
    })
  const names = async () =>
    (await listStore(database).machines('2026-11-19', ALL, PAGE)).items.map(
      ({ displayName }) => displayName,
    )

  it('is accepted by its last try alone, with all that is new, changed or gone in it', async () => {
    await office.collect({ day: '2026-11-18', ninjaone: smallFleet(5) })
    const first = await office.collect({ day: '2026-11-19', ninjaone: fleetOf(1, 2) })
    const second = await office.collect({ day: '2026-11-19', ninjaone: fleetOf(1, 2, 9) })
    const [old, last] = [first.sources[0]?.id ?? 0, second.sources[0]?.id ?? 0]
    expect(await names()).toHaveLength(5)

    await expect(accept(old)).rejects.toMatchObject({ code: 'collection.outdated' })
    expect(await names()).toHaveLength(5)

    await accept(last)
    expect(await names()).toEqual(['Desk 1 now', 'Desk 2 now', 'Desk 9 now'])
    await expect(accept(last)).rejects.toMatchObject({ code: 'collection.not-held' })
  })
})

it('lets a person accept a day that a vendor delivered in part', async () => {
  const database = await testDatabase()
  const office = fleetOffice(database, folder)
  await office.collect({ day: '2026-11-18', threatlocker: EDR })
  const { sources } = await office.collect({
    ...{ day: '2026-11-19', threatlocker: EDR, threatlockerTraits: { overcount: 2 } },
  })
  expect(sources).toMatchObject([{ state: 'partial', history: null, missing: [{ expected: 5 }] }])

  const { summary } = await acceptHeld(office.contextOn('2026-11-19', {}), {
    ...{
      kind: 'collection',
      id: sources[0]?.id ?? 0,
      by: 'Ana',
      reason: 'it always says two more',
    },
  })

  expect(summary.fleet).toMatchObject({ counted: ['2026-11-19'] })
})

it('collects more feeds than the database has sessions to spare', async () => {
  const database = await testDatabase()
  const office = fleetOffice(database, folder)
  const feeds = Array.from({ length: 14 }, (_, at) => `feed-${at}`)
  const file = DeviceFileSettings.parse({
    ...{ folder, file: 'many.csv', columns: { nativeKey: 'Id' } },
  })
  await writeFile(join(folder, 'many.csv'), 'Id\n1\n')
  const deviceFiles = Object.fromEntries(feeds.map((feed) => [feed, file]))

  const { summary } = await collectFleet(office.contextOn('2026-11-18', { deviceFiles }), [])

  expect(summary.sources.map(({ source, state }) => [source, state])).toEqual(
    feeds.map((feed) => [feed, 'complete']),
  )
})
