import { randomBytes } from 'node:crypto'
import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose'
import type { SigningKeys } from './signing-keys.ts'

/** What an access token says: which sign-in it belongs to. What that may do is looked up, so it never is out of date. */
export interface AccessClaims {
  readonly signInId: number
  /** What a browser must send along with whatever changes something. */
  readonly csrf: string
}

export const ACCESS_SECONDS = 15 * 60

const ALGORITHM = 'HS256'
const TYPE = 'at+jwt'
const ISSUER = 'muster'

/** Signs an access token, good for a quarter of an hour. */
export async function signAccessToken(
  keys: SigningKeys,
  signInId: number,
  now: Date,
): Promise<{ token: string; csrf: string }> {
  const { id, key } = keys.current()
  const csrf = randomBytes(24).toString('base64url')
  const issuedAt = Math.floor(now.getTime() / 1000)
  const token = await new SignJWT({ sid: `${signInId}`, csrf })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: id })
    .setIssuer(ISSUER)
    .setAudience(ISSUER)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ACCESS_SECONDS)
    .sign(key)
  return { token, csrf }
}

/** What a token says; null for one that is not ours, was altered or has expired. */
export async function readAccessToken(
  keys: SigningKeys,
  token: string,
  now: Date,
): Promise<AccessClaims | null> {
  try {
    const { kid = '' } = decodeProtectedHeader(token)
    const signing = await keys.find(kid)
    if (signing === null) return null
    const { payload } = await jwtVerify(token, signing.key, {
      ...{ algorithms: [ALGORITHM], typ: TYPE, issuer: ISSUER, audience: ISSUER },
      requiredClaims: ['exp', 'sid', 'csrf'],
      currentDate: now,
    })
    return { signInId: Number(payload.sid), csrf: String(payload.csrf) }
  } catch (error) {
    // jose tells a token that does not even look like one by a TypeError
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null
    throw error
  }
}
