import { randomUUID } from 'node:crypto'
import { open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import type { Database } from '../../db/database.ts'
import type { KeyRing } from '../../db/key-ring.ts'
import type { Transaction } from '../../db/transaction.ts'
import * as q from './queries.ts'

const packed = promisify(zstdCompress)
const unpacked = promisify(zstdDecompress)
const PIECE_BYTES = 1_048_576
/** How many pieces are sealed anew in one transaction. */
const BATCH = 16

/** A piece of a file, packed and sealed. */
export interface SealedPiece {
  /** From 1, in the order of the file. */
  readonly n: number
  readonly keyId: string
  readonly sealed: Buffer
}

/** Packs and seals a file while it is read; what was not taken from it again lies sealed on disk. */
export interface RawSpool {
  /** Takes bytes in their order. */
  add(bytes: Uint8Array): Promise<void>
  /** Seals what is left, after the last bytes. */
  end(): Promise<void>
  /** As sealed; again each time. */
  pieces(): AsyncGenerator<SealedPiece>
  /** The bytes themselves; again each time. */
  content(): AsyncGenerator<Buffer>
  /** Leaves nothing on disk. */
  close(): Promise<void>
}

/** A spool for one file; its own on disk has no name as soon as it is open. `labelOf` binds each piece to its place. */
export async function openRawSpool(
  ring: KeyRing,
  labelOf: (n: number) => string,
): Promise<RawSpool> {
  const place = join(tmpdir(), `muster-${randomUUID()}`)
  const file = await open(place, 'wx+', 0o600)
  await unlink(place)
  const sizes: number[] = []
  const waiting: Uint8Array[] = []
  let [held, written] = [0, 0]
  const end = async () => {
    if (held === 0) return
    const piece = Buffer.concat(waiting.splice(0))
    held = 0
    const { sealed } = ring.seal(await packed(piece), labelOf(sizes.length + 1))
    await file.write(sealed, 0, sealed.length, written)
    written += sealed.length
    sizes.push(sealed.length)
  }
  async function* pieces(): AsyncGenerator<SealedPiece> {
    let from = 0
    for (const [index, size] of sizes.entries()) {
      const sealed = Buffer.alloc(size)
      await file.read(sealed, 0, size, from)
      from += size
      yield { n: index + 1, keyId: ring.currentId, sealed }
    }
  }
  return {
    async add(bytes) {
      waiting.push(bytes)
      held += bytes.length
      if (held >= PIECE_BYTES) await end()
    },
    end,
    pieces,
    async *content() {
      for await (const piece of pieces()) yield await unpacked(ring.open(piece, labelOf(piece.n)))
    },
    close: () => file.close(),
  }
}

/** By what a piece of an upload is bound to it. */
export function uploadLabel(uploadId: number): (n: number) => string {
  return (n) => `upload ${uploadId} ${n}`
}

/** Files as they were received. */
export function rawStore(database: Database, ring: KeyRing) {
  return {
    /** The bytes of an upload, piece by piece. Throws `keys.unknown` and `keys.broken`. */
    async *read(uploadId: number): AsyncGenerator<Buffer> {
      for (let n = 1; ; n += 1) {
        const [chunk] = (await q.chunkOf(uploadId, n).execute(database.db)).rows
        if (!chunk) return
        yield unpacked(ring.open(chunk, uploadLabel(uploadId)(n)))
      }
    },

    async countByKey(): Promise<Record<string, number>> {
      const { rows } = await q.chunksByKey().execute(database.db)
      return Object.fromEntries(rows.map(({ keyId, count }) => [keyId, count]))
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

/** Whether any file at all is kept sealed. */
export async function isAnyFileSealed({ db }: Pick<Database, 'db'>): Promise<boolean> {
  return (await q.anyChunk().execute(db)).rows[0]?.sealed ?? false
}

async function resealBatch({ db }: Transaction, ring: KeyRing): Promise<number> {
  const { rows } = await q.chunksSealedOtherwise(ring.currentId, BATCH).execute(db)
  if (rows.length === 0) return 0
  const again = rows.map(({ uploadId, n, ...sealed }) => {
    const about = uploadLabel(uploadId)(n)
    return { uploadId, n, ...ring.seal(ring.open(sealed, about), about) }
  })
  await q.replaceChunks(again).execute(db)
  return again.length
}
