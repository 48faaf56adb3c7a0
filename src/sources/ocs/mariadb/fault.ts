import { z } from 'zod'
import { AppError } from '../../../lib/errors.ts'
import { StatementFault } from '../database.ts'

/** The server a fault is about; holds no secret. */
export interface Server {
  readonly where: string
  readonly user: string
  readonly database: string
}

const DriverError = z.object({
  code: z.string().optional(),
  errno: z.number().optional(),
  message: z.string().default(''),
  fatal: z.boolean().default(false),
})
type DriverError = z.output<typeof DriverError>

/** Access denied, host not allowed, password expired, account locked, encryption demanded. */
const REFUSED = new Set([1044, 1045, 1130, 1251, 1275, 1698, 1820, 1862, 3118, 3159, 4151])
const NO_SUCH_DATABASE = 1049
const NOT_GRANTED = new Set([1142, 1143, 1227, 1370, 1820])
/** The server, a replica or the transaction may only be read. */
const READ_ONLY = new Set([1290, 1792, 1836, 3098])
/** Killed, timed out, shut down: the session or its work is gone. */
const GONE = new Set([1047, 1053, 1077, 1152, 1158, 1159, 1160, 1161, 1317, 1927, 1969, 3024, 4031])
const DEADLOCK = 1213
const LOCK_WAIT = 1205
const TEXT_NOT_HELD = 1366

/** As codes, which `language/failure-words.ts` puts in words. */
const PLAIN_REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing-answers',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'host-lookup-failed',
  ETIMEDOUT: 'no-answer: 10',
  EHOSTUNREACH: 'no-way-to-host',
  ENETUNREACH: 'no-way-to-network',
  ECONNRESET: 'connection-closed',
  EPIPE: 'connection-closed',
  PROTOCOL_CONNECTION_LOST: 'connection-closed',
  HANDSHAKE_NO_SSL_SUPPORT: 'no-encryption',
}

/** Why a session could not be opened. */
export function connectFailure(error: unknown, { where, user, database }: Server): AppError {
  const fault = driverError(error)
  const reason = plainReason(fault)
  if (fault.errno === NO_SUCH_DATABASE) {
    return new AppError('ocs.not-ocs', { where, missing: [`database: ${database}`] })
  }
  if (REFUSED.has(fault.errno ?? 0)) return new AppError('ocs.refused', { where, user, reason })
  return new AppError('ocs.unreachable', { where, reason }, { cause: error })
}

/** What a failed select means. */
export function selectFailure(error: unknown, { where, user }: Server): Error {
  const fault = driverError(error)
  if (NOT_GRANTED.has(fault.errno ?? 0)) {
    return new AppError('ocs.refused', { where, user, reason: plainReason(fault) })
  }
  return sessionFailure(error, where)
}

/** What a failed statement of the writer means. */
export function writeFailure(error: unknown, { where, user }: Server): Error {
  const fault = driverError(error)
  const number = fault.errno ?? 0
  if (NOT_GRANTED.has(number) || READ_ONLY.has(number)) {
    return new AppError('ocs.read-only', { where, user, reason: plainReason(fault) })
  }
  return sessionFailure(error, where)
}

function sessionFailure(error: unknown, where: string): Error {
  const fault = driverError(error)
  const reason = plainReason(fault)
  const cause = { cause: error }
  if (isGone(fault)) return new AppError('ocs.lost', { where, reason }, cause)
  if (fault.errno === undefined && error instanceof Error) return error
  if (fault.errno === DEADLOCK) return new StatementFault('deadlock', reason, cause)
  if (fault.errno === LOCK_WAIT) return new StatementFault('lock-wait', reason, cause)
  return new StatementFault('refused', reason, cause)
}

function isGone({ fatal, code, errno }: DriverError): boolean {
  return fatal || (code ?? '') in PLAIN_REASONS || GONE.has(errno ?? 0)
}

function driverError(error: unknown): DriverError {
  const parsed = DriverError.safeParse(error)
  return parsed.success ? parsed.data : { message: String(error), fatal: true }
}

function plainReason({ code, errno, message }: DriverError): string {
  if (errno === TEXT_NOT_HELD) return `character-set: ${message}`
  return PLAIN_REASONS[code ?? ''] ?? (message || (code ?? 'no-reason'))
}
