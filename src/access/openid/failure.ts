import { AuthorizationResponseError, ClientError } from 'openid-client'
import { AppError } from '../../lib/errors.ts'
import type { OpenIdRefusal } from '../../lib/openid-refusal.ts'

/** The provider was asked and said no: the code was used before, or is not ours. */
const SAID_NO: ReadonlySet<string> = new Set(['api.refused'])

/** What a failed exchange with the provider means: it is out of order, or its answer does not let anybody in. */
export function openIdFailure(error: unknown, issuer: string): AppError {
  if (error instanceof AuthorizationResponseError) return refusal('provider-refused', error)
  const named = namedIn(error)
  if (named?.code === 'access.openid-refused') return named
  if (named && !SAID_NO.has(named.code)) return providerFailure(error, issuer)
  return refusal('answer-untrue', error)
}

/** The provider does not say who it is, or cannot be reached. */
export function providerFailure(error: unknown, issuer: string): AppError {
  const code = error instanceof ClientError ? error.code : undefined
  const reason = namedIn(error)?.code ?? code ?? 'no-reason'
  return new AppError('access.openid-provider-failed', { issuer, reason }, { cause: error })
}

function refusal(reason: OpenIdRefusal, cause: unknown): AppError {
  return new AppError('access.openid-refused', { reason }, { cause })
}

/** The library wraps what our own way to the provider throws. */
function namedIn(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  return error instanceof Error && error.cause !== undefined ? namedIn(error.cause) : null
}
