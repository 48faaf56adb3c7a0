import { createHash } from 'node:crypto'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { Database } from '../../db/database.ts'
import type { KeyRing } from '../../db/key-ring.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { SealedPayload } from '../../inventory/history/staged-row.ts'
import * as q from './queries.ts'

/** How many payloads are sealed anew in one transaction. */
const BATCH = 1_000

/** A row as received, ready to be kept: its hash names it, its text is sealed. */
export function sealPayload(ring: KeyRing, row: unknown): SealedPayload {
  const text = Buffer.from(JSON.stringify(row))
  const hash = createHash('sha256').update(text).digest()
  return { hash, ...ring.seal(zstdCompressSync(text), aboutPayload(hash)) }
}

/** Whether any row or token at all is kept sealed. */
export async function isAnythingSealed({ db }: Pick<Database, 'db'>): Promise<boolean> {
  return (await q.anySealed().execute(db)).rows[0]?.sealed ?? false
}

/** Rows as received, once for each content. */
export function payloadStore(database: Database, ring: KeyRing) {
  return {
    /** The row a version was opened with, or null when none is kept. */
    async find(hash: Uint8Array): Promise<unknown> {
      const [found] = (await q.payloadByHash(hash).execute(database.db)).rows
      if (!found) return null
      return JSON.parse(zstdDecompressSync(ring.open(found, aboutPayload(hash))).toString())
    },

    /** Payloads by the key they are sealed with. */
    async countByKey(): Promise<Record<string, number>> {
      const { rows } = await q.countByKey().execute(database.db)
      return Object.fromEntries(rows.map(({ keyId, count }) => [keyId, count]))
    },

    /** Deletes those that nothing points at any more; gives how many. */
    async deleteUnused(): Promise<number> {
      return Number((await q.deleteUnused().execute(database.db)).numAffectedRows ?? 0)
    },

    /** Seals with the current key what another one sealed; gives how many. What `tell` throws stops it between two batches. */
    async resealAll(tell: (count: number) => void): Promise<number> {
      let count = 0
      for (;;) {
        const done = await database.transaction((transaction) => resealBatch(transaction, ring))
        if (done === 0) return count
        count += done
        tell(count)
      }
    },
  }
}

/** Keeps the staged payloads; those whose content is kept already stay as they are. */
export async function keepStagedPayloads({ db }: Transaction): Promise<void> {
  await q.keepStaged().execute(db)
}

async function resealBatch({ db }: Transaction, ring: KeyRing): Promise<number> {
  const { rows } = await q.sealedOtherwise(ring.currentId, BATCH).execute(db)
  if (rows.length === 0) return 0
  const again = rows.map(({ hash, ...sealed }) => {
    const about = aboutPayload(hash)
    return { hash, ...ring.seal(ring.open(sealed, about), about) }
  })
  await q.replaceSealed(again).execute(db)
  return again.length
}

function aboutPayload(hash: Uint8Array): string {
  return `payload ${Buffer.from(hash).toString('hex')}`
}
