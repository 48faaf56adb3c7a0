import { type Answer, answer, refusal } from './answer.ts'
import { CALM, type NinjaoneTraits } from './traits.ts'

/** Who may sign in at every simulated NinjaOne. Invented, and no secrets. */
export const ACCOUNT = {
  clientId: 'sim-client',
  clientSecret: CALM.clientSecret,
  refreshToken: 'sim-rt-0',
} as const

/** What a caller who wants a token says of himself. */
export interface TokenRequest {
  readonly form: URLSearchParams
  /** The `Authorization` header, where the client names itself there. */
  readonly basic: string | null
}

/** Gives tokens out and knows which of them are good. */
export interface TokenOffice {
  give(request: TokenRequest): Answer
  /** `good`, or why a call that bears this header is turned away. */
  judge(authorization: string | null): 'good' | 'unknown' | 'expired' | 'out-of-scope'
}

interface Given {
  readonly expires: number
  readonly scope: string
  calls: number
}

/** Opens an office that goes by the traits of the moment; `now` in milliseconds since 1970. */
export function openTokenOffice(traits: () => NinjaoneTraits, now: () => number): TokenOffice {
  const given = new Map<string, Given>()
  let refreshToken: string = ACCOUNT.refreshToken
  let number = 0
  return { give, judge }

  function give({ form, basic }: TokenRequest): Answer {
    if (!isKnownClient(form, basic, traits())) return refusal(401, 'invalid_client', 'oauth')
    const grant = form.get('grant_type')
    if (grant === 'client_credentials') return answer(accessToken(form.get('scope') ?? ''))
    if (grant !== 'refresh_token') return refusal(400, 'unsupported_grant_type', 'oauth')
    if (form.get('refresh_token') !== refreshToken) return refusal(400, 'invalid_grant', 'oauth')
    const access = accessToken('monitoring offline_access')
    if (traits().refreshTokens === 'rotated') refreshToken = `sim-rt-${number}`
    return answer({ ...access, refresh_token: refreshToken })
  }

  function accessToken(scope: string) {
    number += 1
    const { expiresIn } = traits()
    const token = `sim-at-${number}`
    given.set(token, { expires: now() + expiresIn * 1000, scope, calls: 0 })
    return { access_token: token, token_type: 'Bearer', expires_in: expiresIn, scope }
  }

  function judge(authorization: string | null) {
    const token = given.get(/^Bearer (.+)$/u.exec(authorization ?? '')?.[1] ?? '')
    if (token === undefined) return 'unknown'
    token.calls += 1
    const { callsPerToken } = traits()
    if (now() >= token.expires) return 'expired'
    if (callsPerToken !== null && token.calls > callsPerToken) return 'expired'
    return token.scope.split(' ').includes('monitoring') ? 'good' : 'out-of-scope'
  }
}

function isKnownClient(
  form: URLSearchParams,
  basic: string | null,
  { clientSecret }: NinjaoneTraits,
): boolean {
  const { clientId } = ACCOUNT
  if (basic === `Basic ${btoa(`${clientId}:${clientSecret}`)}`) return true
  return form.get('client_id') === clientId && form.get('client_secret') === clientSecret
}
