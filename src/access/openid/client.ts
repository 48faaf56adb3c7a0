import * as oidc from 'openid-client'
import { AppError } from '../../lib/errors.ts'
import { isLoopback } from '../../lib/loopback.ts'
import type { Attempt } from '../secret/openid-attempt.ts'
import type { Claims } from './claims.ts'
import { openIdFailure, providerFailure } from './failure.ts'

/** The provider, what it calls us, and how it is reached. */
export interface ProviderSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scopes: readonly string[]
}

/** Sends a request to the provider; whoever gives it decides which addresses may be asked. */
export type ProviderFetch = oidc.CustomFetch

/** A provider that vouches for people: authorization code flow with PKCE, state and nonce. */
export interface OpenIdProvider {
  /** Where the browser goes to sign in, and what its answer must fit. */
  begin(redirectUri: string): Promise<{ readonly url: URL; readonly attempt: Attempt }>
  /** Whom the provider vouches for, by what the browser brings back. Throws `access.openid-refused`, `access.openid-provider-failed`. */
  finish(attempt: Attempt, answer: URLSearchParams): Promise<Claims & { iss: string; sub: string }>
}

const METADATA_KEPT_MS = 600_000
const TIMEOUT_SECONDS = 15
/** Clocks of two machines. */
const TOLERATED_SECONDS = 30

/** Speaks to a provider; what it says of itself is kept for ten minutes, its signing keys are read at each sign-in. */
export function openIdProvider(
  settings: ProviderSettings,
  { fetch, now }: { readonly fetch: ProviderFetch; now(): Date },
): OpenIdProvider {
  let kept: { metadata: Promise<oidc.ServerMetadata>; readonly until: number } | null = null

  async function configuration(): Promise<oidc.Configuration> {
    if (kept === null || kept.until <= now().getTime()) {
      const until = now().getTime() + METADATA_KEPT_MS
      kept = { metadata: discover(settings, fetch), until }
    }
    try {
      return configured(settings, await kept.metadata, fetch)
    } catch (error) {
      kept = null
      throw providerFailure(error, settings.issuer)
    }
  }

  return {
    async begin(redirectUri) {
      const config = await configuration()
      const attempt: Attempt = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        redirectUri,
      }
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: settings.scopes.join(' '),
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      })
      if (url.protocol !== 'https:' && !isLoopback(url.hostname)) throw unsafe(settings.issuer)
      return { url, attempt }
    },

    async finish(attempt, answer) {
      const config = await configuration()
      const url = new URL(attempt.redirectUri)
      url.search = answer.toString()
      try {
        return await vouchedFor(config, url, attempt)
      } catch (error) {
        throw openIdFailure(error, settings.issuer)
      }
    },
  }
}

async function discover(
  { issuer, clientId }: ProviderSettings,
  fetch: ProviderFetch,
): Promise<oidc.ServerMetadata> {
  const server = new URL(issuer)
  const found = await oidc.discovery(server, clientId, undefined, undefined, {
    [oidc.customFetch]: fetch,
    timeout: TIMEOUT_SECONDS,
    execute: server.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
  })
  return found.serverMetadata()
}

/** Made anew for each sign-in, so that the provider's keys are those of now. */
function configured(
  { issuer, clientId, clientSecret }: ProviderSettings,
  metadata: oidc.ServerMetadata,
  fetch: ProviderFetch,
): oidc.Configuration {
  const means = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const authentication = means.includes('client_secret_basic')
    ? oidc.ClientSecretBasic(clientSecret)
    : oidc.ClientSecretPost(clientSecret)
  const client = { [oidc.clockTolerance]: TOLERATED_SECONDS }
  const config = new oidc.Configuration(metadata, clientId, client, authentication)
  config[oidc.customFetch] = fetch
  config.timeout = TIMEOUT_SECONDS
  oidc.enableNonRepudiationChecks(config)
  if (new URL(issuer).protocol === 'http:') oidc.allowInsecureRequests(config)
  return config
}

async function vouchedFor(config: oidc.Configuration, url: URL, attempt: Attempt) {
  const tokens = await oidc.authorizationCodeGrant(config, url, {
    expectedState: attempt.state,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new AppError('access.openid-refused', { reason: 'answer-untrue' })
  if (config.serverMetadata().userinfo_endpoint === undefined) return claims
  const told = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
  return { ...told, ...claims } // what is signed counts for more
}

function unsafe(issuer: string): AppError {
  return new AppError('access.openid-provider-failed', { issuer, reason: 'not-https' })
}
