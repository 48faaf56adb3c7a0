import type { Database } from '../../db/database.ts'
import type { Transaction } from '../../db/transaction.ts'
import { AppError } from '../../lib/errors.ts'
import { sha256 } from '../secret/sha256.ts'
import { lockoutDelay, type TrySubject } from './lockout-delay.ts'
import * as q from './queries.ts'

/** A try to sign in: under which name, and from where. */
export interface Try {
  readonly name: string
  readonly address: string
}

const FORGOTTEN_AFTER_MS = 86_400_000

/**
 * Counts a try before its password is looked at, so that many at once are counted like one after another;
 * a success takes it back. Returns whether this one, should it fail, is followed by a lockout. Throws
 * `access.locked-out`: the same for names that are known and names that are not.
 */
export async function countTry(
  database: Pick<Database, 'transaction'>,
  { name, address }: Try,
  now: Date,
): Promise<{ locks: boolean }> {
  const counted = await database.transaction(async (transaction) => {
    const fromThere = await countOne(transaction, ['address', address], now)
    // who is locked out by address cannot lock accounts out
    return fromThere.kind === 'locked' ? fromThere : countOne(transaction, ['account', name], now)
  })
  if (counted.kind === 'counted') return { locks: counted.locks }
  const seconds = Math.ceil((counted.until.getTime() - now.getTime()) / 1000)
  throw new AppError('access.locked-out', { retryAfterSeconds: Math.max(seconds, 1) })
}

/** Forgets the tries under a name; its address has one less. */
export async function settleTry(
  transaction: Pick<Transaction, 'db'>,
  { name, address }: Try,
  now: Date,
): Promise<void> {
  const { db } = transaction
  await q.takeBackTry(subjectOf('address', address)).execute(db)
  await forgetTries(transaction, name)
  await q.deleteTriesBefore(new Date(now.getTime() - FORGOTTEN_AFTER_MS)).execute(db)
}

/** Forgets the tries under a name. */
export async function forgetTries({ db }: Pick<Transaction, 'db'>, name: string): Promise<void> {
  await q.deleteTries(subjectOf('account', name)).execute(db)
}

type Counted = { kind: 'counted'; locks: boolean } | { kind: 'locked'; until: Date }

async function countOne(
  { db }: Pick<Transaction, 'db'>,
  [kind, text]: readonly [TrySubject, string],
  now: Date,
): Promise<Counted> {
  const subject = subjectOf(kind, text)
  const forgotten = new Date(now.getTime() - FORGOTTEN_AFTER_MS)
  const [counted] = (await q.countTry(subject, now, forgotten).execute(db)).rows
  if (!counted) {
    const [lock] = (await q.lockedUntil(subject).execute(db)).rows
    return { kind: 'locked', until: lock?.until ?? now }
  }
  const seconds = lockoutDelay(kind, counted.tries)
  if (seconds === 0) return { kind: 'counted', locks: false }
  await q.lockUntil(subject, new Date(now.getTime() + seconds * 1000)).execute(db)
  return { kind: 'counted', locks: true }
}

/** A name that is typed may be a password in the wrong field, so it is kept as a hash only. */
function subjectOf(kind: TrySubject, text: string): Buffer {
  return sha256(`${kind}:${text}`)
}
