import type { Permission } from '../../contract/permission.ts'
import type { Database } from '../../db/database.ts'
import { AppError } from '../../lib/errors.ts'
import { addAuditEntry } from '../audit/store.ts'
import type { Deed } from '../people/store.ts'
import { type Rights, rightsBeyond } from '../rights.ts'
import { randomSecret } from '../secret/random-secret.ts'
import { sha256 } from '../secret/sha256.ts'
import * as q from './queries.ts'

/** What every API token begins with, so that scanners of leaked secrets know it. */
export const API_TOKEN_PREFIX = 'mst_'

const DAY_MS = 86_400_000

/** What somebody wants a token for. */
export interface AskedToken {
  readonly name: string
  readonly permissions: readonly Permission[]
  readonly sites: readonly string[] | null
  /** From 1 to 365. */
  readonly expiresInDays: number
}

/** Who makes a token, and what they may do. */
export interface TokenMaker extends Rights {
  readonly personId: number
}

/** Tokens by which programs call the API. */
export function tokenStore(database: Pick<Database, 'db' | 'transaction'>) {
  const { db } = database
  return {
    /** Of one person (null: of all), newest first, without their secrets. */
    async list(personId: number | null): Promise<q.ApiToken[]> {
      return (await q.apiTokens(personId).execute(db)).rows
    },

    /** Makes a token; its secret is told this once. Throws `access.token-too-wide`. */
    async make(
      asked: AskedToken,
      maker: TokenMaker,
      { by, at }: Deed,
    ): Promise<{ token: q.ApiToken; secret: string }> {
      const beyond = rightsBeyond(asked, maker)
      if (beyond.length > 0) throw new AppError('access.token-too-wide', { beyond })
      const { name, permissions, sites, expiresInDays } = asked
      const expiresAt = new Date(at.getTime() + expiresInDays * DAY_MS)
      const made = { personId: maker.personId, name, permissions, sites, expiresAt }
      const secret = randomSecret(API_TOKEN_PREFIX)
      return database.transaction(async (transaction) => {
        const inserted = await q.insertApiToken(made, sha256(secret), at).execute(transaction.db)
        const [token] = inserted.rows
        if (!token) throw new Error('the token was not kept')
        const until = expiresAt.toISOString()
        const details = { token: token.id, permissions, sites, until }
        const news = { actor: by, action: 'token.made', about: name, details }
        await addAuditEntry(transaction, news, at)
        return { token, secret }
      })
    },

    /** Whose token it is; null for one that does not count (any more). Keeps when it was last used. */
    async findStanding(secret: string, now: Date): Promise<q.TokenStanding | null> {
      const [found] = (await q.tokenStanding(sha256(secret), now).execute(db)).rows
      if (!found) return null
      await q.touchApiToken(found.tokenId, now).execute(db)
      return found
    },

    /** Revokes a token, of one person only or whosever it is (null). Throws `access.token-not-found`. */
    revoke: (id: number, personId: number | null, { by, at }: Deed): Promise<void> =>
      database.transaction(async (transaction) => {
        const revoked = await q.revokeApiToken(id, personId, at).execute(transaction.db)
        const [token] = revoked.rows
        if (!token) throw new AppError('access.token-not-found', { id })
        const details = { token: id }
        const news = { actor: by, action: 'token.revoked', about: token.name, details }
        await addAuditEntry(transaction, news, at)
      }),
  }
}
