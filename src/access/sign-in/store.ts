import type { Database } from '../../db/database.ts'
import type { Transaction } from '../../db/transaction.ts'
import { AppError } from '../../lib/errors.ts'
import { addAuditEntry } from '../audit/store.ts'
import { countTry, settleTry, type Try } from '../lockout/store.ts'
import { passwordByName, updatePassword } from '../people/queries.ts'
import { type Deed, fitPasswordHash } from '../people/store.ts'
import { isPassword } from '../secret/password-hash.ts'
import { randomSecret } from '../secret/random-secret.ts'
import { sha256 } from '../secret/sha256.ts'
import * as q from './queries.ts'

/** What a person proves who they are with. */
export interface Credentials extends Try {
  readonly password: string
}

/** A sign-in that stands, with the token that carries it on once. */
export interface Started {
  readonly standing: q.Standing
  readonly refreshToken: string
  readonly refreshUntil: Date
}

const DAY_MS = 86_400_000
/** Without a refresh: over a weekend. */
const IDLE_MS = 3 * DAY_MS
const LONGEST_MS = 30 * DAY_MS

/** People who sign in, stay signed in, and are signed out. */
export function signInStore(database: Pick<Database, 'db' | 'transaction'>) {
  const { db } = database
  const signOut = (signInId: number, { by, at }: Deed): Promise<void> =>
    database.transaction(async (transaction) => {
      const { rows } = await q.endSignIn(signInId, 'signed-out', at).execute(transaction.db)
      if (rows.length === 0) return
      const news = { actor: by, action: 'sign-in.ended', about: by, details: { signInId } }
      await addAuditEntry(transaction, news, at)
    })
  return {
    signOut,

    /** Who a sign-in belongs to; null when it is over. */
    async findStanding(signInId: number, now: Date): Promise<q.Standing | null> {
      return (await q.standing(signInId, now).execute(db)).rows[0] ?? null
    },

    /** Throws `access.sign-in-refused`, which does not tell why, and `access.locked-out`. */
    async signIn(credentials: Credentials, now: Date): Promise<Started> {
      const personId = await prove(database, credentials, now)
      if (personId === null) throw new AppError('access.sign-in-refused', {})
      return database.transaction(async (transaction) => {
        await settleTry(transaction, credentials, now)
        await q.deleteSignInsBefore(new Date(now.getTime() - LONGEST_MS)).execute(transaction.db)
        return startSignIn(transaction, { personId, now, longestMs: LONGEST_MS })
      })
    },

    /**
     * Carries a sign-in on with a new token. Throws `access.sign-in-over`; a token that was used before
     * ends its sign-in, for one of the two who have it stole it.
     */
    async refresh(token: string, now: Date): Promise<Started> {
      const started = await database.transaction((transaction) => carryOn(transaction, token, now))
      if (started === null) throw new AppError('access.sign-in-over', {})
      return started
    },

    /** Signs out whoever holds a token that carries a sign-in on; an unknown one is no fault. */
    async signOutBy(token: string, at: Date): Promise<void> {
      const [found] = (await q.refreshToken(sha256(token)).execute(db)).rows
      if (found) await signOut(found.signInId, { by: found.name, at })
    },

    /** Ends every sign-in of the person and starts one anew. Throws `access.password-wrong`, `access.password-unfit`, `access.locked-out`. */
    async changePassword(
      { name, password: current, address }: Credentials,
      next: string,
      now: Date,
    ): Promise<Started> {
      if (current === next) throw new AppError('access.password-unfit', { fault: 'same' })
      const passwordHash = await fitPasswordHash(next, name)
      const credentials = { name, password: current, address }
      const personId = await prove(database, credentials, now)
      if (personId === null) throw new AppError('access.password-wrong', {})
      return database.transaction(async (transaction) => {
        await settleTry(transaction, credentials, now)
        await updatePassword(personId, passwordHash, null).execute(transaction.db)
        await q.endSignIns(personId, 'password-changed', now).execute(transaction.db)
        const news = { actor: name, action: 'person.password-changed', about: name, details: {} }
        await addAuditEntry(transaction, news, now)
        return startSignIn(transaction, { personId, now, longestMs: LONGEST_MS })
      })
    },
  }
}

/** Who the credentials belong to, or null; as long for an unknown name as for a wrong password. */
async function prove(
  database: Pick<Database, 'db' | 'transaction'>,
  credentials: Credentials,
  now: Date,
): Promise<number | null> {
  const { locks } = await countTry(database, credentials, now)
  const [person] = (await passwordByName(credentials.name).execute(database.db)).rows
  const isRight = await isPassword(credentials.password, person?.passwordHash ?? null)
  const isOverdue = person?.oneTimeUntil != null && person.oneTimeUntil <= now
  if (person && isRight && !person.isDisabled && !isOverdue) return person.id
  const { address } = credentials
  const about = person?.name ?? '' // an unknown name may be a password in the wrong field
  const failure = { actor: about, action: 'sign-in.failed', about, details: { address } }
  await database.transaction(async (transaction) => {
    await addAuditEntry(transaction, failure, now)
    if (locks) await addAuditEntry(transaction, { ...failure, action: 'sign-in.locked' }, now)
  })
  return null
}

/** Who signs in, when, and for how long at most. */
export interface NewSignIn {
  readonly personId: number
  readonly now: Date
  readonly longestMs: number
}

/** Starts a sign-in of somebody who has proved who they are; `proof` is told in the audit trail. Throws `access.sign-in-refused`. */
export async function startSignIn(
  transaction: Transaction,
  { personId, now, longestMs }: NewSignIn,
  proof: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const { db } = transaction
  const endsAt = new Date(now.getTime() + longestMs)
  const [made] = (await q.insertSignIn(personId, now, endsAt).execute(db)).rows
  const started = made ? await issue(transaction, made.id, now) : null
  if (started === null) throw new AppError('access.sign-in-refused', {}) // disabled meanwhile
  const { name, signInId } = started.standing
  const details = { signInId, ...proof }
  const news = { actor: name, action: 'sign-in.started', about: name, details }
  await addAuditEntry(transaction, news, now)
  return started
}

/** Null where the token is of no use; what that shows is kept all the same. */
async function carryOn(
  transaction: Transaction,
  token: string,
  now: Date,
): Promise<Started | null> {
  const { db } = transaction
  const tokenHash = sha256(token)
  const [used] = (await q.useRefreshToken(tokenHash, now).execute(db)).rows
  if (used) return issue(transaction, used.signInId, now)
  const [known] = (await q.refreshToken(tokenHash).execute(db)).rows
  if (!known?.isUsed) return null
  const { signInId, name } = known
  const ended = (await q.endSignIn(signInId, 'token-reused', now).execute(db)).rows
  if (ended.length === 0) return null
  const news = { actor: name, action: 'sign-in.token-reused', about: name, details: { signInId } }
  await addAuditEntry(transaction, news, now)
  return null
}

/** A new token for a sign-in that stands; null where it does not. */
async function issue({ db }: Transaction, signInId: number, now: Date): Promise<Started | null> {
  const [standing] = (await q.standing(signInId, now).execute(db)).rows
  if (!standing) return null
  const refreshToken = randomSecret('msr_')
  const until = new Date(now.getTime() + IDLE_MS)
  const [kept] = (await q.insertRefreshToken(sha256(refreshToken), signInId, until).execute(db))
    .rows
  if (!kept) return null
  return { standing, refreshToken, refreshUntil: kept.expiresAt }
}
