import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readAccessToken, signAccessToken } from './access-token.ts'
import { readAttempt, signAttempt } from './openid-attempt.ts'
import { openSigningKeys } from './signing-keys.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-attempt-'))
afterAll(() => rm(folder, { recursive: true }))
const NOW = new Date('2026-11-21T08:00:00Z')
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const keys = await openSigningKeys(join(folder, 'keys.json'), NOW)
const attempt = {
  ...{ state: 's', nonce: 'n', verifier: 'v' },
  redirectUri: 'https://muster.example.org/api/access/openid/callback',
}

describe('an attempt to sign in at a provider', () => {
  it('is read as it was signed, for ten minutes', async () => {
    const token = await signAttempt(keys, attempt, NOW)

    expect(await readAttempt(keys, token, later(599))).toEqual(attempt)
    expect(await readAttempt(keys, token, later(601))).toBeNull()
  })

  it('is nothing once it was altered, signed by another key, or not signed', async () => {
    const [head = '', content = '', mark] = (await signAttempt(keys, attempt, NOW)).split('.')
    const other = Buffer.from(JSON.stringify({ ...attempt, state: 'x' })).toString('base64url')
    const none = Buffer.from('{"alg":"none","typ":"openid-attempt+jwt"}').toString('base64url')
    const foreign = await openSigningKeys(join(folder, 'other.json'), NOW)

    expect(await readAttempt(keys, [head, other, mark].join('.'), NOW)).toBeNull()
    expect(await readAttempt(keys, `${none}.${content}.`, NOW)).toBeNull()
    expect(await readAttempt(keys, await signAttempt(foreign, attempt, NOW), NOW)).toBeNull()
    expect(await readAttempt(keys, 'nothing of the kind', NOW)).toBeNull()
  })

  it('is no access token, and an access token is none', async () => {
    const { token } = await signAccessToken(keys, 7, NOW)

    expect(await readAttempt(keys, token, NOW)).toBeNull()
    expect(await readAccessToken(keys, await signAttempt(keys, attempt, NOW), NOW)).toBeNull()
  })
})
