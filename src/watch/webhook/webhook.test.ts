import { createHmac } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { type HookAnswer, type HookServer, hookServer } from '../../../test/support/hook-server.ts'
import { WebhookSettings } from '../alert-settings.ts'
import type { DigestDocument } from '../digest-document.ts'
import { postDigest, signature } from './client.ts'

const SECRET = 'a secret of sixteen'
const DOCUMENT: DigestDocument = {
  ...{ version: 1, delivery: 7, at: '2026-11-21T11:00:00.000Z', text: 'Año' },
  ...{ begun: [], over: [], totals: { begun: 0, over: 0, standing: 0 } },
}
const servers: HookServer[] = []
afterAll(() => Promise.all(servers.map((server) => server.close())))

async function receiver(...answers: HookAnswer[]): Promise<HookServer> {
  const server = await hookServer(...answers)
  servers.push(server)
  return server
}

/** A world whose clock moves on by what is slept, and in which nothing is left to chance. */
function world(start = '2026-11-21T11:00:00Z') {
  const slept: number[] = []
  const now = () => new Date(Date.parse(start) + slept.reduce((sum, ms) => sum + ms, 0))
  const sleep = async (milliseconds: number) => void slept.push(milliseconds)
  return { slept, now, random: () => 0.9999, sleep }
}

const settings = (url: string, changed: object = {}): WebhookSettings =>
  WebhookSettings.parse({ url, secret: SECRET, allowPrivateAddress: true, ...changed })

describe('signature', () => {
  it('signs time and body, as worked out with openssl', () => {
    // printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac 'a secret of sixteen'
    expect(signature(SECRET, '{"a":1}', new Date(1_700_000_000_999))).toBe(
      't=1700000000,v1=fbd8ce753f0c0643c2d4fef4959c30b175367059e6f5453bddeb7b24a3d1ae24',
    )
  })
})

describe('postDigest', () => {
  it('posts JSON that its signature fits, byte for byte', async () => {
    const { url, received } = await receiver({ status: 204 })

    await postDigest(settings(`${url}?to=ana&room=1`), DOCUMENT, world())

    const [one, ...others] = received
    expect(others).toEqual([])
    expect(one).toMatchObject({ method: 'POST', path: '/hooks/muster?to=ana&room=1' })
    expect(one?.headers).toMatchObject({
      ...{ 'content-type': 'application/json', 'x-muster-delivery': '7' },
    })
    expect(JSON.parse(one?.body ?? '')).toEqual(DOCUMENT)
    const [, t = '', v1] =
      /^t=(\d+),v1=([0-9a-f]{64})$/u.exec(String(one?.headers['x-muster-signature'])) ?? []
    expect(v1).toBe(createHmac('sha256', SECRET).update(`${t}.${one?.body}`).digest('hex'))
    expect(Number(t)).toBe(Date.parse('2026-11-21T11:00:00Z') / 1_000)
  })

  it.each(['ok', '<p>thanks</p>', '{"half'])('takes any words of a success: %s', async (said) => {
    const { url, received } = await receiver({ status: 200, said })
    await postDigest(settings(url), DOCUMENT, world())
    expect(received).toHaveLength(1)
  })

  it('tries again with a longer wait each time, signed anew', async () => {
    const { url, received } = await receiver({ status: 503 }, { status: 500 }, { status: 200 })
    const watched = world()

    await postDigest(settings(url), DOCUMENT, watched)

    expect(received).toHaveLength(3)
    expect(watched.slept).toEqual([1000, 2000])
    const signed = received.map(({ headers }) => headers['x-muster-signature'])
    expect(new Set(signed).size).toBe(3)
  })

  it('gives up once the waits are beyond the budget, and names the host alone', async () => {
    const { url, received } = await receiver({ status: 503 })
    const watched = world()

    const failure = postDigest(settings(url, { retrySeconds: 4 }), DOCUMENT, watched)

    await expect(failure).rejects.toMatchObject({
      code: 'alert.webhook-unsent',
      details: { host: new URL(url).host, because: 'api.failing', said: 'HTTP 503' },
    })
    expect(received).toHaveLength(3)
    expect(watched.slept).toEqual([1000, 2000])
  })

  it('does not try again what was refused', async () => {
    const { url, received } = await receiver({ status: 410, said: 'gone' })

    await expect(postDigest(settings(url), DOCUMENT, world())).rejects.toMatchObject({
      details: { because: 'api.refused' },
    })
    expect(received).toHaveLength(1)
  })

  it('waits for an answer no longer than configured', async () => {
    const { url } = await receiver('silence')
    const impatient = settings(url, { timeoutSeconds: 0.2, retrySeconds: 0 })

    await expect(postDigest(impatient, DOCUMENT, world())).rejects.toMatchObject({
      details: { because: 'api.timed-out' },
    })
  })

  it.each([
    ['http', 'api.address-refused', (url: string) => url],
    ['https', 'api.address-refused', (url: string) => url.replace('http:', 'https:')],
    [
      'a name that stands for this machine',
      'api.address-refused',
      (url: string) => url.replace('http://127.0.0.1', 'https://localhost'),
    ],
  ])('refuses a private address by %s unless that is allowed', async (_name, because, to) => {
    const { url, received } = await receiver({ status: 204 })
    const guarded = settings(to(url), { allowPrivateAddress: false, retrySeconds: 0 })

    await expect(postDigest(guarded, DOCUMENT, world())).rejects.toMatchObject({
      details: { because },
    })
    expect(received).toEqual([])
  })
})
