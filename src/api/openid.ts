import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type ClaimRules, type Identity, readClaims } from '../access/openid/claims.ts'
import type { OpenIdProvider } from '../access/openid/client.ts'
import {
  ATTEMPT_SECONDS,
  type Attempt,
  readAttempt,
  signAttempt,
} from '../access/secret/openid-attempt.ts'
import { beginOpenId, finishOpenId } from '../contract/openid.ts'
import { AppError } from '../lib/errors.ts'
import type { AccessDesk } from './access-desk.ts'
import { handleRedirect } from './handle.ts'
import { addressOf } from './rate-limits.ts'
import { sessionOf } from './sign-in.ts'

const HOME = '/'

/** Signing in through a provider: the browser goes there and comes back. */
export function openIdRoutes(http: FastifyInstance, desk: AccessDesk): void {
  const cookie = desk.cookies.attempt

  handleRedirect(http, beginOpenId, async ({ raw }, reply) => {
    const { provider } = configured(desk)
    assertOwnWish(raw)
    const { url, attempt } = await provider.begin(cookie.hereUrl(raw, finishOpenId.path))
    const kept = await signAttempt(await desk.keys(), attempt, desk.now())
    reply.setCookie(cookie.name, kept, { ...cookie.options, maxAge: ATTEMPT_SECONDS })
    return url.href
  })

  handleRedirect(http, finishOpenId, async ({ query, raw }, reply) => {
    const { provider, rules } = configured(desk)
    reply.clearCookie(cookie.name, cookie.options) // good for one answer
    const attempt = await attemptOf(desk, raw)
    const coming = { identity: null as Identity | null }
    try {
      coming.identity = await identityOf(provider, { attempt, query, rules })
      const started = await desk.openIds.signIn(coming.identity, rules, desk.now())
      await sessionOf(desk, started, { means: 'cookies', raw })
    } catch (error) {
      await turnAway(desk, { error, identity: coming.identity, raw })
      throw error
    }
    desk.forget() // the role may be another one now
    return HOME
  })
}

/** Throws `access.cross-site` where another site's page sends the browser: nobody is signed in unasked. */
function assertOwnWish({ headers }: FastifyRequest): void {
  if (headers['sec-fetch-site'] === 'cross-site') throw new AppError('access.cross-site', {})
}

/** Throws `access.openid-not-configured`. */
function configured({ provider, settings }: AccessDesk): {
  provider: OpenIdProvider
  rules: ClaimRules
} {
  if (provider && settings.openId) return { provider, rules: settings.openId }
  throw new AppError('access.openid-not-configured', {})
}

/**
 * The sign-in that was begun in this browser. Throws `access.openid-refused`: what nobody began is in the log alone,
 * or any stranger could fill the trail.
 */
async function attemptOf(desk: AccessDesk, { cookies, log }: FastifyRequest): Promise<Attempt> {
  const kept = cookies[desk.cookies.attempt.name]
  const attempt = kept === undefined ? null : await readAttempt(await desk.keys(), kept, desk.now())
  if (attempt) return attempt
  log.warn({ reason: 'not-begun' }, 'no sign-in was begun')
  throw new AppError('access.openid-refused', { reason: 'not-begun' })
}

interface Returned {
  readonly attempt: Attempt
  readonly query: Readonly<Record<string, string | undefined>>
  readonly rules: ClaimRules
}

/** Throws `access.openid-refused`, `access.openid-provider-failed`. */
async function identityOf(
  provider: OpenIdProvider,
  { attempt, query, rules }: Returned,
): Promise<Identity> {
  const said = Object.entries(query).filter(
    (each): each is [string, string] => each[1] !== undefined,
  )
  const read = readClaims(await provider.finish(attempt, new URLSearchParams(said)), rules)
  if (read.kind === 'identified') return read.identity
  throw new AppError('access.openid-refused', { reason: read.reason })
}

interface TurnedAway {
  readonly error: unknown
  readonly identity: Identity | null
  readonly raw: FastifyRequest
}

/** What has a name is kept in the trail; a defect is in the log. */
async function turnAway(desk: AccessDesk, { error, identity, raw }: TurnedAway): Promise<void> {
  if (!(error instanceof AppError)) return
  const { code, details } = error
  const reason = 'reason' in details ? `${code} ${details.reason}` : code
  await desk.openIds.turnedAway({ reason, address: addressOf(raw), identity }, desk.now())
}
