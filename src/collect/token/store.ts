import { sql } from 'kysely'
import type { Database } from '../../db/database.ts'
import type { KeyRing } from '../../db/key-ring.ts'
import { isAppError } from '../../lib/errors.ts'
import type { TokenKeeper } from '../../sources/outside.ts'

interface KeptToken {
  readonly keyId: string
  readonly sealed: Uint8Array
}

function tokenOf(source: string) {
  return sql<KeptToken>`
    select key_id as "keyId", sealed
    from source_token
    where source = ${source}`
}

function keepToken(source: string, { keyId, sealed }: KeptToken) {
  return sql`
    insert into source_token (source, key_id, sealed)
    values (${source}, ${keyId}, ${sealed})
    on conflict (source) do update
    set key_id = excluded.key_id, sealed = excluded.sealed, saved_at = now()`
}

function tokensSealedOtherwise(currentKey: string) {
  return sql<KeptToken & { source: string }>`
    select source, key_id as "keyId", sealed
    from source_token
    where key_id <> ${currentKey}
    for update`
}

/** Tokens of one source between runs, sealed in the database. */
export function tokenKeeper(database: Database, ring: KeyRing, source: string): TokenKeeper {
  return {
    async load() {
      const [kept] = (await tokenOf(source).execute(database.db)).rows
      return kept ? opened(ring, kept, source) : null
    },
    async save(text) {
      await keepToken(source, ring.seal(Buffer.from(text), aboutTokens(source))).execute(
        database.db,
      )
    },
  }
}

/** Tokens that no key opens any more are none: the source signs in anew. */
function opened(ring: KeyRing, kept: KeptToken, source: string): string | null {
  try {
    return ring.open(kept, aboutTokens(source)).toString()
  } catch (error) {
    if (isAppError(error, 'keys.unknown') || isAppError(error, 'keys.broken')) return null
    throw error
  }
}

/** Seals with the current key the tokens that another one sealed; gives how many. */
export function resealTokens(database: Database, ring: KeyRing): Promise<number> {
  return database.transaction(async ({ db }) => {
    const { rows } = await tokensSealedOtherwise(ring.currentId).execute(db)
    for (const { source, ...kept } of rows) {
      const about = aboutTokens(source)
      await keepToken(source, ring.seal(ring.open(kept, about), about)).execute(db)
    }
    return rows.length
  })
}

function aboutTokens(source: string): string {
  return `tokens of ${source}`
}
