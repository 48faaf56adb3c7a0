import { AppError, isAppError } from '../../../lib/errors.ts'

/** The portal's status for what it finds invalid. */
const INVALID = 417

/** What a failure of the portal says of the one computer it happened at. */
export type PortalFailure = { readonly error: AppError } & (
  | { readonly kind: 'refused'; readonly reason: string }
  /** It may be of this computer alone, and an edit may have been taken; `status` where it answered. */
  | { readonly kind: 'unclear'; readonly status: number | null }
  /** Of the account or of the whole service: nothing was taken, and nothing more is asked. */
  | { readonly kind: 'stop' }
)

/** Reads a failure of the portal. What is no named failure is thrown on. */
export function portalFailure(error: unknown): PortalFailure {
  if (!(error instanceof AppError)) throw error
  if (isAppError(error, 'api.forbidden')) {
    return { kind: 'stop', error: new AppError('api.read-only', error.details, { cause: error }) }
  }
  if (isAppError(error, 'api.refused')) {
    const { status, reason } = error.details
    return status === INVALID ? { kind: 'refused', error, reason } : { kind: 'stop', error }
  }
  if (STOPPING.has(error.code)) return { kind: 'stop', error }
  const status = isAppError(error, 'api.failing') ? error.details.status : null
  return { kind: 'unclear', error, status }
}

/** The account is not known, or asks too much. */
const STOPPING: ReadonlySet<string> = new Set([
  'api.sign-in-refused',
  'api.rate-limited',
  'api.address-refused',
])
