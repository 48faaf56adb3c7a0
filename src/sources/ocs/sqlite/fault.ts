import { z } from 'zod'
import { AppError } from '../../../lib/errors.ts'
import { StatementFault } from '../database.ts'

const SqliteError = z.object({ errcode: z.number(), message: z.string() })

const BUSY = 5
const LOCKED = 6
const READ_ONLY = 8
const READ_ONLY_ROLLBACK = 776
/** Input or output failed, corrupt, full, cannot be opened, no database. */
const UNUSABLE = new Set([10, 11, 13, 14, 26])

/** Why an SQLite file could not be opened. */
export function openFailure(error: unknown, file: string): AppError {
  return new AppError('ocs.unreachable', { where: file, reason: reasonOf(error) }, { cause: error })
}

/** What a failed statement on an SQLite file means. */
export function sqliteFailure(error: unknown, where: string): Error {
  const parsed = SqliteError.safeParse(error)
  if (!parsed.success) return new AppError('ocs.lost', { where, reason: reasonOf(error) })
  const code = parsed.data.errcode & 0xff
  const reason = parsed.data.message
  const cause = { cause: error }
  if (code === BUSY || code === LOCKED) return new AppError('ocs.busy', { where, reason }, cause)
  if (code === READ_ONLY) return new AppError('ocs.read-only', { where, user: '', reason }, cause)
  if (UNUSABLE.has(code)) return new AppError('ocs.lost', { where, reason }, cause)
  return new StatementFault('refused', reason, cause)
}

/** True when whoever wrote last was killed halfway, which only one who may write can take back. */
export function isHalfWritten(error: unknown): boolean {
  const parsed = SqliteError.safeParse(error)
  return parsed.success && parsed.data.errcode === READ_ONLY_ROLLBACK
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
