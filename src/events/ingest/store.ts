import type { Database } from '../../db/database.ts'
import type { Transaction } from '../../db/transaction.ts'
import { AppError } from '../../lib/errors.ts'
import { MappingProfile } from '../profile/mapping-profile.ts'
import type { SealedPiece } from '../raw/store.ts'
import * as q from './queries.ts'

/** Files of events, and the profiles they are read by. */
export function ingestStore({ db }: Database) {
  return {
    /** As it was saved; null where nobody saved one. It is looked at before it is used. */
    async savedProfile(source: string): Promise<unknown> {
      return (await q.profileOf(source).execute(db)).rows[0]?.profile ?? null
    },

    async saveProfile(source: string, profile: MappingProfile, by: string): Promise<void> {
      await q.saveProfile(source, { profile, by }).execute(db)
    },

    /** The same file, read the same way before; null when it is new. */
    async findSame(of: Parameters<typeof q.sameUpload>[0]): Promise<q.KeptUpload | null> {
      return (await q.sameUpload(of).execute(db)).rows[0] ?? null
    },

    /** Uploads, newest first, and how many there are in all. */
    async recent(of: q.ListedUploads): Promise<{ items: q.KeptUpload[]; total: number }> {
      const items = (await q.recentUploads(of).execute(db)).rows
      const total = (await q.countUploads(of.source).execute(db)).rows[0]?.count ?? 0
      return { items, total }
    },

    async find(id: number) {
      return (await q.uploadById(id).execute(db)).rows[0] ?? null
    },

    /** Throws `upload.not-found`. */
    async get(id: number): Promise<q.KeptUpload & { readonly profile: MappingProfile }> {
      const [found] = (await q.uploadById(id).execute(db)).rows
      if (!found) throw new AppError('upload.not-found', { upload: `U${id}` })
      return { ...found, profile: MappingProfile.parse(found.profile) }
    },

    /** Values that came for an event that stood with another, in the order of the file. */
    async conflicts(uploadId: number, limit: number | null): Promise<q.KeptConflict[]> {
      return (await q.conflictsOf(uploadId, limit).execute(db)).rows
    },

    /** Rows it was taken in without, in the order of the file, at most `limit` (null: all) after `offset`. */
    async rejections(
      uploadId: number,
      limit: number | null,
      offset = 0,
    ): Promise<q.KeptRejection[]> {
      return (await q.rejectionsOf(uploadId, { limit, offset }).execute(db)).rows
    },

    async reserveId(): Promise<number> {
      const [reserved] = (await q.reserveUpload().execute(db)).rows
      if (!reserved) throw new Error('no number for an upload')
      return reserved.id
    },
  }
}

export type IngestStore = ReturnType<typeof ingestStore>

/** Begins an upload; what its rows come to is said when it ends. */
export async function beginUpload({ db }: Transaction, upload: q.NewUpload): Promise<void> {
  await q.addSource(upload.source).execute(db)
  await q.insertUpload(upload).execute(db)
}

/** What an upload came to, and its file as received. */
export interface UploadEnd extends q.UploadResult {
  readonly pieces: AsyncIterable<SealedPiece>
}

export async function endUpload(
  { db }: Transaction,
  uploadId: number,
  { pieces, ...result }: UploadEnd,
): Promise<void> {
  await q.endUpload(uploadId, result).execute(db)
  for await (const piece of pieces) await q.insertChunk(uploadId, piece).execute(db)
}
