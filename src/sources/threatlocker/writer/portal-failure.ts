import { AppError, isAppError } from '../../../lib/errors.ts'

/** The portal's status for what it finds invalid: the edit was looked at and not taken. */
const INVALID = 417
/** Statuses that speak of what was asked for: a computer it does not have, or that is in another state. */
const OF_ONE_COMPUTER: ReadonlySet<number> = new Set([400, 404, 409, 410, INVALID])

/** What a failure of the portal says of the one computer it happened at. */
export type PortalFailure = {
  readonly error: AppError
} /** Of what was asked for; `isInvalid` where what was sent is, which needs no second look. */ & (
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly reason: string
      readonly isInvalid: boolean
    }
  /** It may be of this computer alone, and an edit may have been taken; `status` where it answered. */
  | { readonly kind: 'unclear'; readonly status: number | null }
  /** Of the account or of the whole service: nothing was taken, and nothing more is asked. */
  | { readonly kind: 'stop'; readonly isForbidden: boolean }
)

/** Reads a failure of the portal. What is no named failure is thrown on. */
export function portalFailure(error: unknown): PortalFailure {
  if (!(error instanceof AppError)) throw error
  if (isAppError(error, 'api.forbidden')) {
    const readOnly = new AppError('api.read-only', error.details, { cause: error })
    return { kind: 'stop', isForbidden: true, error: readOnly }
  }
  if (isAppError(error, 'api.refused')) {
    const { status, reason } = error.details
    if (!OF_ONE_COMPUTER.has(status)) return { kind: 'stop', isForbidden: false, error }
    return { kind: 'refused', error, status, reason, isInvalid: status === INVALID }
  }
  if (STOPPING.has(error.code)) return { kind: 'stop', isForbidden: false, error }
  const status = isAppError(error, 'api.failing') ? error.details.status : null
  return { kind: 'unclear', error, status }
}

/** The account is not known, or asks too much. */
const STOPPING: ReadonlySet<string> = new Set([
  'api.sign-in-refused',
  'api.rate-limited',
  'api.address-refused',
])
