import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { payloadStore } from '../../src/collect/payload/store.ts'
import { openKeyRing } from '../../src/db/key-ring.ts'
import { countStore } from '../../src/inventory/count/store.ts'
import { siteStore } from '../../src/inventory/site/store.ts'
import { importDay } from '../../src/jobs/fleet/import-day.task.ts'
import { decideLink, explainMachine, revokeLink } from '../../src/jobs/fleet/link-machines.task.ts'
import { forgetSite, mapSite, siteMap } from '../../src/jobs/fleet/map-sites.task.ts'
import { rotateKeys } from '../../src/jobs/fleet/rotate-keys.task.ts'
import { DeviceFileSettings } from '../../src/sources/device-file/schema.ts'
import { fleetOffice } from '../support/fleet-office.ts'
import { saidOn } from '../support/history-days.ts'
import { smallFleet } from '../support/ninjaone.ts'
import { testDatabase } from '../support/postgres.ts'
import { protectedComputer, protectedFleet } from '../support/threatlocker-fleet.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster decisions '))
afterAll(() => rm(folder, { recursive: true }))

const BY = { by: 'Ana', reason: 'seen on the desk' }
const edrKey = (id: number) => `aaaa0000-0000-4000-8000-${String(id).padStart(12, '0')}`

describe('what a person says of two records', async () => {
  const database = await testDatabase()
  const office = fleetOffice(database, folder)
  const [one, other] = ['ninjaone:1', `threatlocker:${edrKey(1)}`] as const
  const devicesOn = async (day: string) => {
    const { rows } = await database.pool.query('select distinct device_id from link_on($1::date)', [
      day,
    ])
    return rows.length
  }
  const night = (day: string) =>
    office.collect({
      ...{ day, ninjaone: smallFleet(3) },
      threatlocker: protectedFleet([1, 2, 3].map((id) => protectedComputer(id))),
    })

  it('splits a machine from that day on, and leaves the days before as they were', async () => {
    await night('2026-11-18')
    await night('2026-11-19')
    expect(await devicesOn('2026-11-19')).toBe(3)

    await decideLink(office.contextOn('2026-11-19', {}), { kind: 'cannot-link', one, other, ...BY })

    expect(await devicesOn('2026-11-18')).toBe(3)
    expect(await devicesOn('2026-11-19')).toBe(4)
    expect((await countStore(database).find('2026-11-19'))?.distinctTotal).toBe(4)
    expect((await countStore(database).find('2026-11-18'))?.distinctTotal).toBe(3)
  })

  it('is told with its author and reason, and why the two were taken for one', async () => {
    const context = office.contextOn('2026-11-19', {})

    expect(await explainMachine(context, one, '2026-11-18')).toMatchObject({
      records: [
        { ref: one, rule: 'serial', value: 'SIM1', through: other },
        { ref: other, rule: 'serial', value: 'SIM1', through: one },
      ],
    })
    expect(await explainMachine(context, one, '2026-11-19')).toMatchObject({
      records: [{ ref: one, rule: null, lost: { ref: other, reason: { kind: 'cannot-link' } } }],
      decisions: [{ kind: 'cannot-link', by: 'Ana', reason: 'seen on the desk' }],
    })
  })

  it('stands over the nights that follow, until it is taken back', async () => {
    await night('2026-11-20')
    expect(await devicesOn('2026-11-20')).toBe(4)

    await revokeLink(office.contextOn('2026-11-20', {}), { one, other, by: 'Ana' })

    expect(await devicesOn('2026-11-20')).toBe(3)
    expect(await devicesOn('2026-11-19')).toBe(4)
    const { rows } = await database.pool.query(
      "select revoked_by is not null as revoked from link_decision where kind = 'cannot-link'",
    )
    expect(rows).toEqual([{ revoked: true }])
  })

  it('joins what the evidence keeps apart, and nothing else with it', async () => {
    const context = office.contextOn('2026-11-20', {})
    const joined = `threatlocker:${edrKey(3)}`
    await decideLink(context, { kind: 'must-link', one: 'ninjaone:2', other: joined, ...BY })

    const { records } = await explainMachine(context, 'ninjaone:2', '2026-11-20')

    expect(records).toMatchObject([
      { ref: 'ninjaone:2', rule: 'must-link' },
      { ref: joined, rule: 'must-link' },
    ])
    expect(await devicesOn('2026-11-20')).toBe(4)
  })
})

describe('an organisation whose name is not that of a site', async () => {
  const database = await testDatabase()
  const office = fleetOffice(database, folder)
  const away = 'threatlocker:cccc0000-0000-4000-8000-000000000008'
  const computers = [1, 2].map((id) =>
    protectedComputer(id, {
      organization: 'A & B Law',
      organizationId: 'cccc0000-0000-4000-8000-000000000008',
    }),
  )

  const unmapped = async (day: string) =>
    (await countStore(database).find(day))?.figures.filter(({ site }) => site === null)
  const sites = async () => (await siteStore(database).sites()).map(({ name }) => name)

  it('is listed with what speaks for each site, and counted as unmapped', async () => {
    await office.collect({
      ...{ day: '2026-11-18', ninjaone: smallFleet(3), threatlocker: protectedFleet(computers) },
    })

    const entry = (await siteMap(office.contextOn('2026-11-18', {}))).find(
      ({ source, key }) => `${source}:${key}` === away,
    )

    expect(entry).toMatchObject({
      ...{ rule: 'unmapped', site: null, machines: 2 },
      suggestions: [{ site: 'Alder & Birch LLP', sharedDevices: 2 }],
    })
    const figures = (await countStore(database).find('2026-11-18'))?.figures
    expect(figures?.filter(({ site }) => site === null)).toMatchObject([{ total: 2 }])
  })

  it('is at the site a person names from the day named, which the counts of then follow', async () => {
    await office.collect({
      ...{ day: '2026-11-19', ninjaone: smallFleet(3), threatlocker: protectedFleet(computers) },
    })
    const context = office.contextOn('2026-11-19', {})
    const word = { organisation: away, site: 'alder & birch', isNew: false, ...BY }

    const { summary } = await mapSite(context, { ...word, from: '2026-11-19' })

    expect(summary).toMatchObject({ site: 'Alder & Birch LLP', isNewSite: false })
    expect(await unmapped('2026-11-18')).toMatchObject([{ total: 2 }])
    expect(await unmapped('2026-11-19')).toEqual([])
    await expect(
      mapSite(context, { ...word, organisation: 'threatlocker:none', from: null }),
    ).rejects.toMatchObject({ code: 'organisation.not-found' })
  })

  it('makes no site by a slip of the pen, and a new one only where that is said', async () => {
    const context = office.contextOn('2026-11-19', {})
    const word = { organisation: away, site: 'Alder & Brich', from: '2026-11-19', ...BY }

    await expect(mapSite(context, { ...word, isNew: false })).rejects.toMatchObject({
      code: 'site.not-found',
      details: { site: 'Alder & Brich', nearest: ['Alder & Birch LLP'] },
    })
    expect(await sites()).toEqual(['Alder & Birch LLP'])
    const { summary } = await mapSite(context, { ...word, isNew: true })
    expect(summary).toMatchObject({ site: 'Alder & Brich', isNewSite: true })
    expect(await sites()).toEqual(['Alder & Birch LLP', 'Alder & Brich'])
  })

  it('is no longer where a person said once that is taken back, from a day on and on the record', async () => {
    await office.collect({
      ...{ day: '2026-11-20', ninjaone: smallFleet(3), threatlocker: protectedFleet(computers) },
    })
    const context = office.contextOn('2026-11-20', {})
    expect(await unmapped('2026-11-20')).toEqual([])
    const word = { organisation: away, by: 'Luis', reason: 'another tenant', from: null }

    const { summary } = await forgetSite(context, word)

    expect(summary).toMatchObject({
      ...{ from: '2026-11-20', site: null, rule: 'unmapped' },
      takenBack: [{ site: 'Alder & Brich', from: '2026-11-19', by: 'Ana' }],
    })
    expect(await unmapped('2026-11-19')).toEqual([])
    expect(await unmapped('2026-11-20')).toMatchObject([{ total: 2 }])
    const told = (await siteMap(context)).find(({ key }) => away.endsWith(key))
    expect(told).toMatchObject({
      ...{ rule: 'unmapped', since: '2026-11-20' },
      takenBack: { by: 'Luis', reason: 'another tenant' },
    })
    const { rows } = await database.pool.query(
      "select summary ->> 'by' as by from run where task = 'site-map' order by id desc limit 1",
    )
    expect(rows).toEqual([{ by: 'Luis' }])
    expect((await forgetSite(context, word)).summary).toMatchObject({
      ...{ takenBack: [], matching: null },
    })
  })
})

it('an organisation that a person misplaced goes back to the site of its name, and stays on record', async () => {
  const database = await testDatabase()
  const office = fleetOffice(database, folder)
  await office.collect({ day: '2026-11-18', ninjaone: smallFleet(3) })
  await office.collect({ day: '2026-11-19', ninjaone: smallFleet(3) })
  const context = office.contextOn('2026-11-19', {})
  const [home] = await siteMap(context)
  const organisation = `${home?.source}:${home?.key}`
  await mapSite(context, { organisation, site: null, isNew: false, from: null, ...BY })
  expect((await countStore(database).find('2026-11-18'))?.figures).toMatchObject([{ site: null }])

  const word = { organisation, by: 'Luis', reason: null, from: '2026-11-18' }
  const { summary } = await forgetSite(context, word)

  expect(summary).toMatchObject({ site: 'Alder & Birch LLP', rule: 'same-name' })
  for (const day of ['2026-11-18', '2026-11-19']) {
    expect((await countStore(database).find(day))?.figures).toMatchObject([
      { site: 'Alder & Birch LLP', total: 3 },
    ])
  }
  expect((await siteMap(context))[0]).toMatchObject({ takenBack: { by: 'Luis', reason: null } })
})

describe('a dated export', async () => {
  const database = await testDatabase()
  const office = fleetOffice(database, folder)
  const export1 = join(folder, 'export.csv')
  const settings = DeviceFileSettings.parse({
    folder,
    file: '*.csv',
    columns: { nativeKey: 'Id', displayName: 'Name' },
  })
  const context = office.contextOn('2026-11-20', { deviceFiles: { intune: settings } })
  const importOf = async (day: string, text: string) => {
    await writeFile(export1, text)
    return (await importDay(context, { day, source: 'intune', file: export1 })).summary
  }

  it('goes into the history as the day it tells of, also between days that are known', async () => {
    await importOf('2026-10-31', 'Id,Name\n1,One\n2,Two\n')
    await importOf('2026-11-10', 'Id,Name\n1,One\n2,Two\n')
    const { sources } = await importOf('2026-11-05', 'Id,Name\n1,Uno\n2,Two\n')

    expect(sources).toMatchObject([{ state: 'complete', history: { changed: 1, unchanged: 1 } }])
    expect(await saidOn(database, 'intune', '2026-11-04')).toEqual({ 1: 'One', 2: 'Two' })
    expect(await saidOn(database, 'intune', '2026-11-05')).toEqual({ 1: 'Uno', 2: 'Two' })
    expect(await saidOn(database, 'intune', '2026-11-10')).toEqual({ 1: 'One', 2: 'Two' })
    expect((await countStore(database).find('2026-11-05'))?.distinctTotal).toBe(2)
  })

  it('is matched with what came in before it for days after it', async () => {
    const jamf = office.contextOn('2026-11-20', { deviceFiles: { jamf: settings } })
    const { rows: before } = await database.pool.query('select device_id from link_on($1::date)', [
      '2026-11-10',
    ])
    await writeFile(export1, 'Id,Name\n9,Nine\n')

    await importDay(jamf, { day: '2026-11-02', source: 'jamf', file: export1 })

    const { rows } = await database.pool.query('select device_id from link_on($1::date)', [
      '2026-11-10',
    ])
    expect(rows).toHaveLength(before.length + 1)
    expect((await countStore(database).find('2026-11-10'))?.distinctTotal).toBe(3)
  })

  it('that refuses the row of a known machine leaves that machine as it was', async () => {
    const { sources } = await importOf('2026-11-12', 'Id,Name\n1,One\n2,"Two"\n2,Again\n')

    expect(sources).toMatchObject([{ rejections: [{ code: 'id-repeated', place: 'export!A4' }] }])
    expect(await saidOn(database, 'intune', '2026-11-12')).toEqual({ 1: 'One', 2: 'Two' })
  })

  it('is refused for a day to come, and for a feed nobody configured', async () => {
    await expect(importOf('2026-11-21', 'Id\n1\n')).rejects.toMatchObject({ code: 'day.in-future' })
    await expect(
      importDay(context, { day: '2026-11-01', source: 'jamf', file: export1 }),
    ).rejects.toMatchObject({ code: 'source.not-configured' })
  })
})

it('a rotated key seals everything anew, and the old one is gone', async () => {
  const database = await testDatabase()
  const office = fleetOffice(database, folder)
  await office.collect({ day: '2026-11-18', ninjaone: smallFleet(5) })
  const context = office.contextOn('2026-11-18', {})

  const { summary } = await rotateKeys(context)

  expect(summary).toMatchObject({ payloads: 5, dropped: [expect.stringMatching(/^k/u)] })
  const ring = await openKeyRing(context.settings.fleet.keyRing)
  expect(ring.ids).toEqual([summary.key])
  const { rows } = await database.pool.query('select hash from payload limit 1')
  const row = await payloadStore(database, ring).find(rows[0].hash)
  expect(JSON.stringify(row)).toContain('Contoso')
})
