import { afterEach, describe, expect, it } from 'vitest'
import type { Wire } from '../../../demo/vendors/fleet.ts'
import { type SimulatedNinjaone, startNinjaone } from '../../../demo/vendors/ninjaone/simulator.ts'
import type {
  Misbehaviour,
  NinjaoneTraits,
  Trouble,
} from '../../../demo/vendors/ninjaone/traits.ts'
import { readNinjaone, settingsOf, smallFleet } from '../../../test/support/ninjaone.ts'
import { type TestOutside, testOutside } from '../../../test/support/outside.ts'
import { failureOf } from '../../../test/support/read-cells.ts'

const DEVICES = '/v2/devices-detailed'
const FOR_EVER = 1_000

const started: SimulatedNinjaone[] = []
afterEach(() => Promise.all(started.splice(0).map((account) => account.close())))

/** Reads seven devices, three to a page, from an account with these troubles. */
async function readWith(
  troubles: readonly Trouble[],
  { outside = testOutside(), http = {} }: { outside?: TestOutside; http?: Wire } = {},
) {
  const account = await start({ troubles })
  const settings = settingsOf(account, {
    http: { allowPrivateAddress: true, requestsPerMinute: 60_000, ...http },
  })
  return readNinjaone(settings, outside)
}

async function start(traits: Partial<NinjaoneTraits>) {
  const account = await startNinjaone(smallFleet(7), traits)
  started.push(account)
  return account
}

const secondPage = (does: Misbehaviour, times = 1): Trouble => ({
  route: DEVICES,
  call: 2,
  times,
  does,
})

describe('a trouble that passes', () => {
  const passing: readonly [string, Misbehaviour][] = [
    ['502', { kind: 'status', status: 502 }],
    ['a gateway page with 503', { kind: 'html', status: 503 }],
    ['429 without a word on when', { kind: 'too-many', retryAfter: null }],
    ['a reset in the middle of the body', { kind: 'reset' }],
    ['a body shorter than its length', { kind: 'short-body' }],
    ['JSON that ends early', { kind: 'cut-json' }],
    ['an answer that never arrives', { kind: 'lost-answer' }],
  ]

  it.each(passing)('costs no device: %s on the second page', async (_, does) => {
    const outside = testOutside()

    const { keys, missing } = await readWith([secondPage(does)], { outside })

    expect(keys).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(missing).toEqual([])
    expect(outside.waits.length).toBeGreaterThan(0)
  })

  it('costs no device: an answer slower than a try may last', async () => {
    const slow = secondPage({ kind: 'slow', milliseconds: 600_000 })

    const { keys } = await readWith([slow], { http: { timeoutSeconds: 1 } })

    expect(keys).toHaveLength(7)
  })

  it('is waited for as long as NinjaOne asks', async () => {
    const outside = testOutside()

    await readWith([secondPage({ kind: 'too-many', retryAfter: 17 })], { outside })

    expect(outside.waits).toContain(17_000)
  })

  it('costs no device in a list of organisations either', async () => {
    const { records } = await readWith([
      { route: '/v2/organizations', call: 1, does: { kind: 'status', status: 502 } },
    ])

    expect(records[0]?.organisation?.name).toBe('Alder & Birch LLP')
  })
})

describe('a trouble that stays', () => {
  const staying: readonly [string, Misbehaviour, string][] = [
    ['502', { kind: 'status', status: 502 }, 'api.failing'],
    ['429', { kind: 'too-many', retryAfter: null }, 'api.rate-limited'],
    ['broken bodies', { kind: 'short-body' }, 'api.truncated'],
    ['cut JSON', { kind: 'cut-json' }, 'api.truncated'],
    ['answers that never arrive', { kind: 'lost-answer' }, 'api.unreachable'],
    ['HTML in place of JSON', { kind: 'html', status: 200 }, 'api.not-json'],
    ['403', { kind: 'status', status: 403 }, 'api.forbidden'],
  ]

  it.each(staying)('is named and delivers no half fleet for a whole one: %s', async (...one) => {
    const [, does, code] = one

    const failure = await failureOf(readWith([secondPage(does, FOR_EVER)]))

    expect(failure.code).toBe(code)
    expect(failure.details).toMatchObject({ source: 'ninjaone' })
  })

  it('is asked of again no longer than the budget allows', async () => {
    const outside = testOutside()
    const stays = secondPage({ kind: 'status', status: 502 }, FOR_EVER)

    await failureOf(readWith([stays], { outside, http: { retrySeconds: 20 } }))

    const waited = outside.waits.reduce((sum, milliseconds) => sum + milliseconds, 0)
    expect(waited).toBeLessThanOrEqual(20_000)
  })

  it.each(['oauth', 'failure', 'coded', 'text'] as const)(
    'is told in the words of NinjaOne, whatever their shape: %s',
    async (body) => {
      const refused = secondPage({ kind: 'status', status: 400, body })

      const failure = await failureOf(readWith([refused]))

      expect(failure).toMatchObject({
        code: 'api.refused',
        details: { status: 400, reason: expect.stringMatching(/bad.request/u) },
      })
    },
  )
})

describe('an empty page', () => {
  it('given once by mistake costs no device', async () => {
    expect((await readWith([secondPage({ kind: 'empty-page' })])).keys).toHaveLength(7)
  })

  it('given twice ends the list: whether so few can be is asked of every delivery', async () => {
    const { keys } = await readWith([secondPage({ kind: 'empty-page' }, 2)])

    expect(keys).toEqual(['1', '2', '3'])
  })
})

describe('the address', () => {
  it('is not asked when it is private and nobody said it may be', async () => {
    const account = await start({})
    const settings = settingsOf(account, { baseUrl: 'https://127.0.0.1:9', http: {} })

    const failure = await failureOf(readNinjaone(settings))

    expect(failure).toMatchObject({
      code: 'api.address-refused',
      details: { reason: 'private-address' },
    })
    expect(account.stats().calls).toEqual({})
  })
})
