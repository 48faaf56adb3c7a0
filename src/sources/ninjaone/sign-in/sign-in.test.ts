import { afterEach, describe, expect, it } from 'vitest'
import type { Wire } from '../../../../demo/vendors/fleet.ts'
import {
  type SimulatedNinjaone,
  startNinjaone,
} from '../../../../demo/vendors/ninjaone/simulator.ts'
import type { NinjaoneTraits } from '../../../../demo/vendors/ninjaone/traits.ts'
import { readNinjaone, settingsOf, smallFleet } from '../../../../test/support/ninjaone.ts'
import { type TestOutside, testOutside } from '../../../../test/support/outside.ts'
import { failureOf } from '../../../../test/support/read-cells.ts'
import { httpClient } from '../../http.ts'
import type { Outside, TokenKeeper } from '../../outside.ts'
import { ninjaoneAuthorizer } from './client.ts'

const TOKENS = '/ws/oauth/token'
const AN_HOUR = 3_600_000

const started: SimulatedNinjaone[] = []
afterEach(() => Promise.all(started.splice(0).map((account) => account.close())))

async function start(outside: Outside, traits: Partial<NinjaoneTraits> = {}) {
  const account = await startNinjaone(smallFleet(7), traits, outside.now)
  started.push(account)
  return account
}

const tokensGiven = (account: SimulatedNinjaone) => account.stats().calls[TOKENS] ?? 0

/** Settings that sign in for a person, with the refresh token the account has given out. */
function personal(account: SimulatedNinjaone, more: Wire = {}) {
  return settingsOf(account, { refreshToken: account.refreshToken, ...more })
}

/** The same world, whose tokens are kept by another. */
function keptBy(outside: TestOutside, tokens: Partial<TokenKeeper>): Outside {
  return { ...outside, tokens: { ...outside.tokens, ...tokens } }
}

describe('an access token', () => {
  it('serves all requests of a run and the next run', async () => {
    const outside = testOutside()
    const account = await start(outside)

    await readNinjaone(settingsOf(account), outside)
    await readNinjaone(settingsOf(account), outside)

    expect(tokensGiven(account)).toBe(1)
  })

  it('is asked for anew shortly before it expires', async () => {
    const outside = testOutside()
    const account = await start(outside, { expiresIn: 600 })
    await readNinjaone(settingsOf(account), outside)

    await outside.sleep(500_000)
    await readNinjaone(settingsOf(account), outside)
    expect(tokensGiven(account)).toBe(1)

    await outside.sleep(50_000)
    await readNinjaone(settingsOf(account), outside)
    expect(tokensGiven(account)).toBe(2)
  })

  it('that dies in mid-run is refused once, and a fresh one goes on where it ended', async () => {
    const outside = testOutside()
    const account = await start(outside, { callsPerToken: 5 })

    const { keys } = await readNinjaone(settingsOf(account), outside)

    expect(keys).toHaveLength(7)
    expect(account.stats().calls['/v2/organizations']).toBe(3)
    expect(account.stats().calls['/v2/devices-detailed']).toBe(5 + 1)
    expect(tokensGiven(account)).toBe(3)
  })

  it('that is refused at once is not asked for again and again', async () => {
    const outside = testOutside()
    const account = await start(outside, { callsPerToken: 0 })

    const failure = await failureOf(readNinjaone(settingsOf(account), outside))

    expect(failure.code).toBe('api.sign-in-refused')
    expect(tokensGiven(account)).toBe(2)
  })

  it('kept for other credentials is not used', async () => {
    const outside = testOutside()
    const account = await start(outside)
    await readNinjaone(settingsOf(account), outside)

    const failure = await failureOf(
      readNinjaone(settingsOf(account, { clientSecret: 'another' }), outside),
    )

    expect(failure.code).toBe('api.sign-in-refused')
  })

  it('is asked for again when what was kept cannot be read', async () => {
    const outside = testOutside()
    const account = await start(outside)
    await outside.tokens.save('{"access":')

    expect((await readNinjaone(settingsOf(account), outside)).keys).toHaveLength(7)
  })

  it('without the scope for reading is of no use, and that is said', async () => {
    const outside = testOutside()
    const account = await start(outside)

    const failure = await failureOf(
      readNinjaone(settingsOf(account, { scope: 'control' }), outside),
    )

    expect(failure.code).toBe('api.forbidden')
  })
})

describe('wrong credentials', () => {
  it('are named with what NinjaOne says, and never shown', async () => {
    const outside = testOutside()
    const account = await start(outside)
    const settings = settingsOf(account, { clientSecret: 'guessed-by-hand' })

    const failure = await failureOf(readNinjaone(settings, outside))

    expect(failure).toMatchObject({
      code: 'api.sign-in-refused',
      details: { source: 'ninjaone', url: `${account.url}${TOKENS}` },
    })
    expect(JSON.stringify(failure.details)).not.toContain('guessed-by-hand')
  })

  it('are named the same for a refresh token that is dead', async () => {
    const outside = testOutside()
    const account = await start(outside)

    const failure = await failureOf(
      readNinjaone(personal(account, { refreshToken: 'long-dead' }), outside),
    )

    expect(failure).toMatchObject({
      code: 'api.sign-in-refused',
      details: { reason: expect.stringContaining('invalid_grant') },
    })
    expect(JSON.stringify(failure.details)).not.toContain('long-dead')
  })

  it('are told from a token answer that is none', async () => {
    const outside = testOutside()
    const account = await start(outside, {
      troubles: [{ route: TOKENS, call: 1, does: { kind: 'empty-page' } }],
    })

    const failure = await failureOf(readNinjaone(settingsOf(account), outside))

    expect(failure).toMatchObject({ code: 'api.unexpected', details: { problem: 'no-token' } })
  })
})

describe('a refresh token', () => {
  it('is followed through its rotations, run after run', async () => {
    const outside = testOutside()
    const account = await start(outside)

    for (const run of [1, 2, 3]) {
      expect((await readNinjaone(personal(account), outside)).keys).toHaveLength(7)
      expect(tokensGiven(account)).toBe(run)
      await outside.sleep(AN_HOUR)
    }
  })

  it('is followed through its rotations within a run', async () => {
    const outside = testOutside()
    const account = await start(outside, { callsPerToken: 2 })

    expect((await readNinjaone(personal(account), outside)).keys).toHaveLength(7)
  })

  it('stays in use where NinjaOne does not rotate it', async () => {
    const outside = testOutside()
    const account = await start(outside, { refreshTokens: 'kept' })
    await readNinjaone(personal(account), outside)
    await outside.sleep(AN_HOUR)

    expect((await readNinjaone(personal(account), outside)).keys).toHaveLength(7)
  })

  it('that is new is kept before its access token is used', async () => {
    const outside = testOutside()
    const account = await start(outside)
    const savedBefore: [string, number][] = []
    const watched = keptBy(outside, {
      save: async (text) => {
        for (let turn = 0; turn < 5; turn += 1) await fetch(account.url) // time enough to go ahead
        savedBefore.push([text, account.stats().calls['/v2/organizations'] ?? 0])
        await outside.tokens.save(text)
      },
    })

    await readNinjaone(personal(account), watched)

    const [last = ['', -1]] = savedBefore.slice(-1)
    expect(last[0]).toContain('sim-rt-1')
    expect(last[1]).toBe(0)
  })

  it('survives a crash right after it was kept', async () => {
    const outside = testOutside()
    const account = await start(outside)
    const crash = new Error('the machine went dark')
    const crashing = keptBy(outside, {
      save: async (text) => {
        await outside.tokens.save(text)
        if (text.includes('sim-rt-1')) throw crash
      },
    })
    await expect(readNinjaone(personal(account), crashing)).rejects.toBe(crash)

    await outside.sleep(AN_HOUR)

    expect((await readNinjaone(personal(account), outside)).keys).toHaveLength(7)
  })

  it('is not spent when what comes of it could not be kept', async () => {
    const outside = testOutside()
    const account = await start(outside)
    const broken = new Error('no room')
    const refusing = keptBy(outside, { save: () => Promise.reject(broken) })

    await expect(readNinjaone(personal(account), refusing)).rejects.toBe(broken)

    expect(tokensGiven(account)).toBe(0)
    expect((await readNinjaone(personal(account), outside)).keys).toHaveLength(7)
  })

  it('that is new is not given up at the first failure to keep it', async () => {
    const outside = testOutside()
    const account = await start(outside)
    let failures = 2
    const stumbling = keptBy(outside, {
      save: async (text) => {
        if (text.includes('sim-rt-1') && failures > 0) {
          failures -= 1
          throw new Error('busy')
        }
        await outside.tokens.save(text)
      },
    })

    await readNinjaone(personal(account), stumbling)

    expect(outside.kept()).toContain('sim-rt-1')
  })

  it('outlives a change of the client secret', async () => {
    const outside = testOutside()
    const account = await start(outside)
    await readNinjaone(personal(account), outside)

    account.setTraits({ clientSecret: 'renewed' })
    const { keys } = await readNinjaone(personal(account, { clientSecret: 'renewed' }), outside)

    expect(keys).toHaveLength(7)
    expect(tokensGiven(account)).toBe(2)
  })

  it('newly configured wins over the one kept of another', async () => {
    const outside = testOutside()
    const account = await start(outside)
    await readNinjaone(personal(account), outside)

    const another = personal(account, { refreshToken: 'typed-in-later' })
    const failure = await failureOf(readNinjaone(another, outside))

    expect(failure.details).toMatchObject({ reason: expect.stringContaining('invalid_grant') })
  })

  it('is spent once however many requests wait for its access token', async () => {
    const outside = testOutside()
    const account = await start(outside)
    const settings = personal(account)
    const to = { source: 'ninjaone', baseUrl: account.url, settings: settings.http }
    const authorizer = ninjaoneAuthorizer({ settings, http: httpClient(to, outside), outside })

    const headers = await Promise.all([1, 2, 3].map(() => authorizer.headers()))

    expect(headers).toEqual(Array(3).fill({ authorization: 'Bearer sim-at-1' }))
    expect(tokensGiven(account)).toBe(1)
  })
})
