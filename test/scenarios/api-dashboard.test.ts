import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiOffice, apiOffice, callerOf } from '../support/api-office.ts'
import { COUNTED_ON, keepCountedFleet, MONTH_END } from '../support/counted-fleet.ts'
import { testDatabase } from '../support/postgres.ts'

const database = await testDatabase()
const IN_NORTH = callerOf('viewer', ['Norte'])
let office: ApiOffice

beforeAll(async () => {
  const now = () => new Date(`${COUNTED_ON}T09:00:00Z`)
  const settings = { sources: { ninjaone: { clientId: 'c' } } }
  office = await apiOffice(database.url, { now, settings })
})
afterAll(() => office.close())

function north(url: string) {
  return office.send(IN_NORTH, { method: 'GET', url })
}

describe('before anything was counted', () => {
  it('a dashboard tells that no day is kept, and health that a source is late', async () => {
    const today = await office.get('/api/dashboard/today')
    const health = await office.get('/api/health')

    expect([today.statusCode, today.json().code]).toEqual([404, 'day.not-kept'])
    expect(health.json()).toMatchObject({
      ...{ status: 'stale', database: 'connected' },
      stats: { sites: 0, devices: 0, snapshots: 0 },
      freshness: [{ source: 'ninjaone', last_day: null, days_ago: null, last_state: null }],
    })
  })
})

describe('a fleet that was counted', () => {
  beforeAll(() => keepCountedFleet(database))

  it('is told in all and by site under the documented names', async () => {
    const { date, totals, sites, site_count } = (await office.get('/api/dashboard/today')).json()

    expect(date).toBe(COUNTED_ON)
    expect(totals).toEqual({
      ...{ total_devices: 7, servers: 1, workstations: 4, spare_devices: 1, billable_devices: 6 },
      ...{ ninja_devices: 5, threatlocker_devices: 2 },
    })
    expect(site_count).toBe(4)
    expect(sites).toContainEqual({
      ...{ site_name: 'Norte', total_devices: 4, servers: 1, workstations: 2, spare_devices: 1 },
      ...{ billable_devices: 3, ninja_devices: 3, threatlocker_devices: 1 },
    })
    const names: (string | null)[] = sites.map(({ site_name }: { site_name: string }) => site_name)
    expect(new Set(names)).toEqual(new Set(['Este', 'Norte', 'Sur', null]))
  })

  it('is compared with the last month-end, with null where there was nothing', async () => {
    const answer = (await office.get('/api/dashboard/comparison')).json()

    expect(answer).toMatchObject({ today_date: COUNTED_ON, last_month_end_date: MONTH_END })
    expect(answer.last_month_totals.total_devices).toBe(3)
    expect(Object.keys(answer.changes)).toHaveLength(7)
    expect(answer.changes.total_devices).toEqual({
      ...{ current: 7, previous: 3, change: 4, change_percent: 133.3 },
    })
    expect(answer.changes.threatlocker_devices.change_percent).toBeNull()
  })

  it('is told site by site against the month-end, by five figures', async () => {
    const { sites, site_count } = (await office.get('/api/dashboard/sites')).json()

    expect(site_count).toBe(4)
    const found = sites.find(({ site_name }: { site_name: string }) => site_name === 'Norte')
    expect(found.today).toEqual({
      ...{ total_devices: 4, servers: 1, workstations: 2, spare_devices: 1, billable_devices: 3 },
    })
    expect(found.last_month_end.total_devices).toBe(2)
    expect(Object.keys(found.changes)).toHaveLength(5)
    expect(found.changes.total_devices.change_percent).toBe(100)
  })

  it('lists its devices with the documented fields, a page at a time', async () => {
    const page = (await office.get('/api/dashboard/devices?limit=2&offset=1&sort=name')).json()

    expect(page).toMatchObject({ total_count: 7, limit: 2, offset: 1, has_more: true })
    expect(page.devices.map(deviceName)).toEqual(['LOST', 'north-1'])
    const renamed = (await office.get('/api/dashboard/devices?q=renamed')).json().devices
    expect(renamed).toEqual([
      {
        ...{ id: expect.any(Number), hostname: null, display_name: 'south-1 renamed' },
        ...{ location: null, site_name: 'Sur', is_server: false, is_spare: false },
        ...{ is_billable: true, source_system: 'ninja', last_seen: null },
        ...{ created_at: MONTH_END, updated_at: COUNTED_ON },
      },
    ])
  })

  it.each([
    ['device_type=server', ['north-2']],
    ['device_type=spare', ['north-3']],
    ['source_system=threatlocker', ['LOST', 'NORTH-1']],
    ['source_system=ninja&device_type=workstation', ['north-1', 'south-1 renamed']],
    ['q=%25', []],
    ['limit=1000&offset=7', []],
  ])('narrowed by %s lists %j', async (query, names) => {
    const { devices, has_more } = (await office.get(`/api/dashboard/devices?${query}`)).json()

    expect([devices.map(deviceName).toSorted(), has_more]).toEqual([names, false])
  })

  it('lists the devices of a site by its number', async () => {
    const { items } = (await office.get('/api/sites')).json()
    const { id } = items.find(({ name }: { name: string }) => name === 'Sur')

    const found = (await office.get(`/api/dashboard/devices?site_id=${id}`)).json()
    const unknown = await office.get('/api/dashboard/devices?site_id=999999')

    expect(found.devices.map(deviceName)).toEqual(['south-1 renamed'])
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'site.no-such-number'])
  })

  it('shows those limited to a site that site alone, wherever it is told', async () => {
    const today = (await north('/api/dashboard/today')).json()
    const comparison = (await north('/api/dashboard/comparison')).json()
    const sites = (await north('/api/dashboard/sites')).json()
    const devices = (await north('/api/dashboard/devices')).json()
    const all = (await office.get('/api/sites')).json().items
    const { id } = all.find(({ name }: { name: string }) => name === 'Sur')

    expect(today.totals).toMatchObject({ total_devices: 4, threatlocker_devices: 1 })
    expect(today.sites.map(siteName)).toEqual(['Norte'])
    expect(comparison.changes.total_devices).toMatchObject({ current: 4, previous: 2 })
    expect(sites.sites.map(siteName)).toEqual(['Norte'])
    expect([devices.total_count, new Set(devices.devices.map(siteName))]).toEqual([
      4,
      new Set(['Norte']),
    ])
    expect((await north('/api/dashboard/devices?q=south')).json().total_count).toBe(0)
    expect((await north(`/api/dashboard/devices?site_id=${id}`)).statusCode).toBe(404)
    expect((await north('/api/sites')).json()).toMatchObject({ total: 1 })
    const { items } = (await north('/api/metrics/names')).json()
    expect(new Set(items.map(({ source }: { source: string }) => source))).toEqual(
      new Set(['muster:Norte']),
    )
  })

  it('shows those limited to no site at all nothing', async () => {
    const nowhere = callerOf('viewer', [])
    const ask = async (url: string) => (await office.send(nowhere, { method: 'GET', url })).json()

    expect((await ask('/api/dashboard/devices')).total_count).toBe(0)
    expect(await ask('/api/dashboard/today')).toMatchObject({
      ...{ totals: { total_devices: 0 }, sites: [], site_count: 0 },
    })
  })

  it('is healthy while every source has a whole day of yesterday at the latest', async () => {
    const health = (await office.get('/api/health')).json()

    expect(health).toMatchObject({
      ...{ status: 'healthy', stats: { sites: 3, snapshots: 3 } },
      ...{ timestamp: `${COUNTED_ON}T09:00:00.000Z` },
    })
    expect(health.freshness).toContainEqual(
      expect.objectContaining({
        ...{ source: 'threatlocker', last_day: COUNTED_ON, days_ago: 0, last_state: 'complete' },
      }),
    )
  })
})

function deviceName({ display_name }: { display_name: string }): string {
  return display_name
}

function siteName({ site_name }: { site_name: string | null }): string | null {
  return site_name
}
