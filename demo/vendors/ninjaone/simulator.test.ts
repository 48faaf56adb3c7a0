import { afterEach, describe, expect, it } from 'vitest'
import type { NinjaoneFleet, Wire } from '../fleet.ts'
import { listedFleet } from './listed-fleet.ts'
import { type SimulatedNinjaone, startNinjaone } from './simulator.ts'
import type { NinjaoneTraits } from './traits.ts'

const started: SimulatedNinjaone[] = []
afterEach(() => Promise.all(started.splice(0).map((account) => account.close())))

const device = (id: number, fields: Wire = {}): Wire => ({
  id,
  organizationId: 7,
  nodeClass: 'MAC',
  system: { serialNumber: `SIM${id}` },
  ...fields,
})
const devices = (...ids: number[]) => ids.map((id) => device(id))

async function start(fleet: NinjaoneFleet, traits: Partial<NinjaoneTraits> = {}) {
  const account = await startNinjaone(fleet, traits)
  started.push(account)
  return account
}

async function signIn(account: SimulatedNinjaone, fields: Record<string, string> = {}) {
  const { clientId, clientSecret } = account
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    scope: 'monitoring',
    client_id: clientId,
    client_secret: clientSecret,
    ...fields,
  })
  const answer = await fetch(`${account.url}/ws/oauth/token`, { method: 'POST', body })
  return { status: answer.status, body: JSON.parse(await answer.text()) }
}

/** Asks as somebody who has signed in. */
async function caller(account: SimulatedNinjaone) {
  const { body } = await signIn(account)
  const headers = { authorization: `Bearer ${body.access_token}` }
  return async (path: string) => {
    const answer = await fetch(`${account.url}${path}`, { headers })
    return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) }
  }
}

const idsOf = ({ body }: { body: readonly { id: number }[] }) => body.map(({ id }) => id)

describe('the simulated NinjaOne', () => {
  it('gives tokens as NinjaOne does, and takes the client from a Basic header too', async () => {
    const account = await start(listedFleet({ devices: [] }))
    const { clientId, clientSecret, url } = account

    expect(await signIn(account)).toEqual({
      status: 200,
      body: {
        access_token: 'sim-at-1',
        token_type: 'Bearer',
        expires_in: 3600,
        scope: 'monitoring',
      },
    })
    const basic = await fetch(`${url}/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'monitoring' }),
    })
    expect(basic.status).toBe(200)
  })

  it('ends a refresh token with its first use', async () => {
    const account = await start(listedFleet({ devices: [] }))
    const grant = (refresh_token: string) =>
      signIn(account, { grant_type: 'refresh_token', refresh_token })

    const first = await grant(account.refreshToken)

    expect(first.body.refresh_token).not.toBe(account.refreshToken)
    expect((await grant(account.refreshToken)).body.error).toBe('invalid_grant')
    expect((await grant(first.body.refresh_token)).status).toBe(200)
  })

  it('turns away who has not signed in, and who knows no secret', async () => {
    const account = await start(listedFleet({ devices: [] }))

    expect((await fetch(`${account.url}/v2/devices`)).status).toBe(401)
    expect((await signIn(account, { client_secret: 'x' })).body.error).toBe('invalid_client')
  })

  it('pages by the greatest id, ignores limit, and cuts where nobody names a size', async () => {
    const account = await start(listedFleet({ devices: devices(5, 7, 9, 12) }), {
      defaultPageSize: 2,
    })
    const ask = await caller(account)

    expect(idsOf(await ask('/v2/devices?limit=4'))).toEqual([5, 7])
    expect(idsOf(await ask('/v2/devices?pageSize=4'))).toEqual([5, 7, 9, 12])
    expect(idsOf(await ask('/v2/devices?after=7&pageSize=1'))).toEqual([9])
    expect(idsOf(await ask('/v2/devices?after=8'))).toEqual([9, 12])
    expect(idsOf(await ask('/v2/devices?after=12'))).toEqual([])
  })

  it('names the next page in a Link header, where it has the trait', async () => {
    const account = await start(listedFleet({ devices: devices(1, 2, 3) }), { linkHeader: true })
    const ask = await caller(account)

    const { headers } = await ask('/v2/devices?pageSize=2')

    expect(headers.get('link')).toBe('</v2/devices?after=2>; rel="next"')
    expect((await ask('/v2/devices?pageSize=2&after=2')).headers.get('link')).toBeNull()
  })

  it('filters devices', async () => {
    const fleet = listedFleet({
      devices: [device(1), device(2, { organizationId: 8 }), device(3, { nodeClass: 'NMS_WAP' })],
    })
    const ask = await caller(await start(fleet))
    const filtered = async (df: string) =>
      idsOf(await ask(`/v2/devices?df=${encodeURIComponent(df)}`))

    expect(await filtered('org = 7')).toEqual([1, 3])
    expect(await filtered('org in (7, 8) AND class notin (NMS_WAP,NMS_SWITCH)')).toEqual([1, 2])
    expect(await filtered('id neq 1 AND online')).toEqual([2, 3])
    expect((await ask('/v2/devices?df=colour%20%3D%20red')).status).toBe(400)
  })

  it('shows details in the detailed list alone, and one device by its id', async () => {
    const ask = await caller(await start(listedFleet({ devices: devices(5) })))

    expect((await ask('/v2/devices')).body[0]).not.toHaveProperty('system')
    expect((await ask('/v2/devices-detailed')).body[0]).toHaveProperty('system')
    expect((await ask('/api/v2/device/5')).body.id).toBe(5)
    expect(await ask('/v2/device/6')).toMatchObject({
      status: 404,
      body: { resultCode: 'FAILURE', errorMessage: 'not_found' },
    })
  })

  it('leads through a report by a cursor that is of use once', async () => {
    const fleet = listedFleet({
      devices: devices(1, 2, 3),
      customFields: { 3: { assetTag: 'A-3', shoeSize: 44 } },
    })
    const ask = await caller(await start(fleet))
    const report = '/v2/queries/custom-fields?pageSize=2&fields=assetTag'

    const first = await ask(report)
    const { name } = first.body.cursor
    const second = await ask(`${report}&cursor=${name}`)
    const third = await ask(`${report}&cursor=${name}`)

    expect(first.body.cursor).toMatchObject({ offset: 0, count: 3 })
    expect(second.body.cursor).toMatchObject({ name, offset: 2, count: 3 })
    expect(second.body.results).toEqual([
      { deviceId: 3, timestamp: expect.any(Number), fields: { assetTag: 'A-3' } },
    ])
    expect(third.body).toEqual({ results: [] })
    expect((await ask('/v2/queries/custom-fields?cursor=c-none')).status).toBe(400)
  })

  it('lists organisations with their locations, roles, and what lies in one organisation', async () => {
    const fleet = listedFleet({
      organizations: [{ id: 7, name: 'Alder' }],
      locations: [{ id: 71, name: 'Main', organizationId: 7 }],
      roles: [{ id: 12, name: 'Desk' }],
      devices: [device(1), device(2, { organizationId: 8 })],
    })
    const ask = await caller(await start(fleet))

    expect((await ask('/v2/organizations-detailed')).body[0].locations).toHaveLength(1)
    expect(idsOf(await ask('/v2/organization/7/devices'))).toEqual([1])
    expect(idsOf(await ask('/v2/organization/7/locations'))).toEqual([71])
    expect((await ask('/v2/organization/7')).body.name).toBe('Alder')
    expect(idsOf(await ask('/v2/roles'))).toEqual([12])
  })

  it('counts calls by route', async () => {
    const account = await start(listedFleet({ devices: devices(5) }))
    const ask = await caller(account)
    await ask('/v2/device/5')
    await ask('/v2/device/6')

    expect(account.stats().calls).toEqual({ '/ws/oauth/token': 1, '/v2/device/{id}': 2 })
  })

  it('finds a page in a million devices without making more than a few', async () => {
    let made = 0
    const fleet: NinjaoneFleet = {
      ...listedFleet({ devices: [] }),
      deviceCount: 1_000_000,
      device: (place) => {
        made += 1
        return device(3 * place + 1)
      },
    }
    const ask = await caller(await start(fleet))

    expect(idsOf(await ask('/v2/devices-detailed?after=2999990&pageSize=100'))).toEqual([
      2_999_992, 2_999_995, 2_999_998,
    ])
    expect(made).toBeLessThan(30)
  })
})
