import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { SigningKeys } from './signing-keys.ts'

/** A sign-in that was begun at a provider: what its answer must fit. */
const Attempt = z.object({
  state: z.string().min(1),
  nonce: z.string().min(1),
  /** Of PKCE: whoever exchanges the code must know it. */
  verifier: z.string().min(1),
  redirectUri: z.url(),
})
export type Attempt = z.output<typeof Attempt>

export const ATTEMPT_SECONDS = 600

const ALGORITHM = 'HS256'
const TYPE = 'openid-attempt+jwt'

/** Signs an attempt for the browser it is made in to keep. */
export function signAttempt(keys: SigningKeys, attempt: Attempt, now: Date): Promise<string> {
  const { id, key } = keys.current()
  const issuedAt = Math.floor(now.getTime() / 1000)
  return new SignJWT({ ...attempt })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: id })
    .setExpirationTime(issuedAt + ATTEMPT_SECONDS)
    .sign(key)
}

/** The attempt a browser kept; null for one that is not ours, was altered or is too old. */
export async function readAttempt(
  keys: SigningKeys,
  token: string,
  now: Date,
): Promise<Attempt | null> {
  try {
    const { kid = '' } = decodeProtectedHeader(token)
    const signing = await keys.find(kid)
    if (signing === null) return null
    const { payload } = await jwtVerify(token, signing.key, {
      ...{ algorithms: [ALGORITHM], typ: TYPE, requiredClaims: ['exp'], currentDate: now },
    })
    return Attempt.parse(payload)
  } catch (error) {
    // jose tells a token that does not even look like one by a TypeError
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null
    throw error
  }
}
