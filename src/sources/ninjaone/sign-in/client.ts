import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AppError, isAppError } from '../../../lib/errors.ts'
import type { Authorizer, HttpClient } from '../../http.ts'
import type { Outside } from '../../outside.ts'
import { baseUrlOf, type NinjaoneSettings } from '../schema.ts'
import {
  type AccessToken,
  isFresh,
  type KeptTokens,
  newestRefreshToken,
  readKept,
  type TokenOwners,
  usableUntil,
} from './kept-tokens.ts'

const TOKEN_PATH = '/ws/oauth/token'
const SAVE_TRIES = 3
const SAVE_PAUSE_MS = 1_000

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().nullish(),
  refresh_token: z.string().min(1).nullish(),
})
type TokenAnswer = z.output<typeof TokenAnswer>

interface SignIn {
  readonly settings: NinjaoneSettings
  /** Reaches NinjaOne without a token. */
  readonly http: HttpClient
  readonly outside: Outside
}

/**
 * Signs in to NinjaOne and stays so: one access token for all requests until shortly before it
 * expires, kept between runs. A new refresh token is kept before its access token is used.
 */
export function ninjaoneAuthorizer(signIn: SignIn): Authorizer {
  const owners = ownersOf(signIn.settings)
  let current: AccessToken | null = null
  let refused: string | null = null
  let pending: Promise<AccessToken> | null = null

  return {
    async headers() {
      const wanted = { owner: owners.access, now: signIn.outside.now() }
      if (current === null || !isFresh(current, wanted)) current = await obtainOnce()
      return { authorization: `Bearer ${current.token}` }
    },
    async renew() {
      refused = current?.token ?? refused
      current = null
    },
  }

  /** Requests that need a token at one time wait for the same: each use would end a refresh token. */
  function obtainOnce(): Promise<AccessToken> {
    pending ??= obtain(signIn, owners, refused).finally(() => {
      pending = null
    })
    return pending
  }
}

/** The access token kept, where it is still good; else a new one, kept before it is given. */
async function obtain(
  signIn: SignIn,
  owners: TokenOwners,
  refused: string | null,
): Promise<AccessToken> {
  const { settings, outside } = signIn
  const kept = readKept(await outside.tokens.load())
  const wanted = { owner: owners.access, now: outside.now() }
  if (kept.access && isFresh(kept.access, wanted) && kept.access.token !== refused) {
    return kept.access
  }
  const { refreshToken: configured } = settings
  const spent = configured ? newestRefreshToken(kept, { owner: owners.refresh, configured }) : null
  if (spent !== null) await outside.tokens.save(JSON.stringify(kept)) // fails before a token is spent
  const answer = await ask(signIn, spent)
  const access: AccessToken = {
    token: answer.access_token,
    owner: owners.access,
    until: usableUntil(wanted.now, answer.expires_in ?? null),
  }
  const refresh =
    spent === null ? kept.refresh : { token: answer.refresh_token ?? spent, owner: owners.refresh }
  await keep(outside, { access, refresh })
  return access
}

async function ask({ settings, http }: SignIn, refreshToken: string | null): Promise<TokenAnswer> {
  const { clientId, clientSecret, scope } = settings
  const client = { client_id: clientId, client_secret: clientSecret }
  const form =
    refreshToken === null
      ? { grant_type: 'client_credentials', ...client, scope }
      : { grant_type: 'refresh_token', ...client, refresh_token: refreshToken }
  const url = `${baseUrlOf(settings)}${TOKEN_PATH}`
  try {
    const { body } = await http.send({ method: 'POST', path: TOKEN_PATH, form, isSafe: true })
    const { data } = TokenAnswer.safeParse(body)
    if (data) return data
  } catch (error) {
    throw refusalOf(error)
  }
  throw new AppError('api.unexpected', { source: 'ninjaone', url, problem: 'no-token' })
}

/** What NinjaOne answers to bad credentials, under one name. */
function refusalOf(error: unknown): unknown {
  const isRefusal =
    isAppError(error, 'api.forbidden') ||
    (isAppError(error, 'api.refused') && [400, 401].includes(error.details.status))
  if (!isRefusal) return error
  const { source, url, reason } = error.details
  return new AppError('api.sign-in-refused', { source, url, reason }, { cause: error })
}

/** A new refresh token that is not kept is lost, and its forerunner is dead: not given up at once. */
async function keep({ tokens, sleep }: Outside, kept: KeptTokens): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await tokens.save(JSON.stringify(kept))
    } catch (error) {
      if (tried === SAVE_TRIES) throw error
      await sleep(SAVE_PAUSE_MS)
    }
  }
}

/** The client's own secret may change without ending a refresh token. */
function ownersOf(settings: NinjaoneSettings): TokenOwners {
  const { clientId, clientSecret, scope, refreshToken = null } = settings
  const account = [baseUrlOf(settings), clientId, refreshToken]
  return { access: hashOf([...account, clientSecret, scope]), refresh: hashOf(account) }
}

function hashOf(parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
