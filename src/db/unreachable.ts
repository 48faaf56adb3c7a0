import type { UnreachableReason } from '../lib/database-failure.ts'
import { AppError } from '../lib/errors.ts'
import { isServerUrl } from './server-url.ts'
import { errorCode } from './system-error.ts'

const REASONS: Readonly<Record<string, UnreachableReason>> = {
  ECONNREFUSED: 'nothing-answers',
  ENOENT: 'nothing-answers', // no socket in that folder
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'host-lookup-failed',
  EHOSTUNREACH: 'no-way-to-host',
  ENETUNREACH: 'no-way-to-host',
  ECONNRESET: 'connection-closed',
  EPIPE: 'connection-closed',
  ETIMEDOUT: 'no-answer-in-time',
}
/** As the driver says it, without a code. */
const SAID: readonly (readonly [RegExp, UnreachableReason])[] = [
  [/timeout/iu, 'no-answer-in-time'],
  [/terminated unexpectedly|connection ended/iu, 'connection-closed'],
]
/** States of SQL: five signs, digits and capitals. */
const OF_SERVER = /^[0-9A-Z]{5}$/u

/** Why a server could not be reached, as far as its error tells. */
export function unreachable(error: unknown, where: string): AppError<'database.unreachable'> {
  const said = saidBy(error)
  const reason = reasonOf(error, said)
  return new AppError('database.unreachable', { where, reason, said }, { cause: error })
}

/** A server that takes a question and gives back nothing. */
export function emptyAnswer(where: string): AppError<'database.unreachable'> {
  return new AppError('database.unreachable', { where, reason: 'empty-answer', said: '' })
}

/** An address that is none, which is not repeated: it may hold a password. */
export function assertServerUrl(url: string): void {
  if (isServerUrl(url)) return
  throw new AppError('database.unreachable', { where: '', reason: 'no-server-url', said: '' })
}

/** Host, port and database of a server's URL; never its password, and no user either. */
export function whereOf(url: string): string {
  if (url.startsWith('/')) return url
  const { host, pathname, searchParams } = new URL(url.replace('@/', '@host/'))
  return `${searchParams.get('host') ?? host}${pathname}`
}

function reasonOf(error: unknown, said: string): UnreachableReason {
  const codes = (error instanceof AggregateError ? error.errors : [error]).map(errorCode)
  const known = codes.flatMap((code) => (code !== null && REASONS[code] ? [REASONS[code]] : []))
  if (known[0] !== undefined) return known[0]
  if (codes.some((code) => code !== null && OF_SERVER.test(code))) return 'refused'
  return SAID.find(([pattern]) => pattern.test(said))?.[1] ?? 'other-failure'
}

/** Trying several addresses of one name ends in an error without words of its own. */
function saidBy(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(saidBy).join('; ')
  if (!(error instanceof Error)) return String(error)
  return error.message || (errorCode(error) ?? error.name)
}
