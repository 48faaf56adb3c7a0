import { sql } from 'kysely'
import type { EventFault } from '../accept/event.ts'
import type { FileNature } from '../parse/row-stream.ts'
import type { MappingProfile } from '../profile/mapping-profile.ts'
import type { SealedPiece } from '../raw/store.ts'
import type { UploadWarning } from './upload-warnings.ts'

export type IngestMode = 'strict' | 'lenient'
export type OnConflict = 'keep' | 'replace'

/** The saved profile of a source; none where nobody saved one. */
export function profileOf(source: string) {
  return sql<{ profile: unknown }>`
    select profile
    from event_source
    where name = ${source} and saved_at is not null`
}

export function saveProfile(
  source: string,
  { profile, by }: { readonly profile: MappingProfile; readonly by: string },
) {
  return sql`
    insert into event_source (name, profile, saved_by, saved_at)
    values (${source}, ${JSON.stringify(profile)}::jsonb, ${by}, now())
    on conflict (name) do update
    set profile = excluded.profile, saved_by = excluded.saved_by, saved_at = excluded.saved_at`
}

/** A number for an upload that may come to nothing. */
export function reserveUpload() {
  return sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('upload', 'id'))::bigint as id`
}

export function addSource(name: string) {
  return sql`insert into event_source (name) values (${name}) on conflict (name) do nothing`
}

/** What a file came to. */
export interface UploadCounts {
  readonly rows: number
  readonly inserted: number
  readonly duplicates: number
  readonly conflicts: number
  readonly rejected: number
}

/** A file that was taken in, as kept. */
export interface KeptUpload extends UploadCounts {
  readonly id: number
  readonly source: string
  readonly fileName: string
  readonly bytes: number
  readonly nature: FileNature
  readonly mode: IngestMode
  readonly onConflict: OnConflict
  readonly metrics: readonly string[]
  readonly firstAt: Date | null
  readonly lastAt: Date | null
  readonly warnings: readonly UploadWarning[]
  readonly actor: string
  readonly at: Date
}

/** A file of which nothing is known yet but how it is to be read. */
export interface NewUpload
  extends Pick<
    KeptUpload,
    'id' | 'source' | 'fileName' | 'bytes' | 'nature' | 'mode' | 'onConflict' | 'actor'
  > {
  readonly runId: number
  readonly fileHash: Uint8Array
  readonly readingHash: Uint8Array
  readonly profile: MappingProfile
}

export function insertUpload(u: NewUpload) {
  return sql`
    insert into upload (id, run_id, source_id, file_name, file_hash, reading_hash, bytes, nature, profile,
      mode, on_conflict, rows, inserted, duplicates, conflicts, rejected, metrics, actor)
    overriding system value
    select ${u.id}, ${u.runId}, s.id, ${u.fileName}, ${u.fileHash}, ${u.readingHash}, ${u.bytes},
      ${JSON.stringify(u.nature)}::jsonb, ${JSON.stringify(u.profile)}::jsonb, ${u.mode},
      ${u.onConflict}, 0, 0, 0, 0, 0, '{}', ${u.actor}
    from event_source s
    where s.name = ${u.source}`
}

/** What the rows of a file came to, and what the file turned out to be. */
export interface UploadResult
  extends UploadCounts,
    Pick<KeptUpload, 'nature' | 'metrics' | 'firstAt' | 'lastAt' | 'warnings'> {}

export function endUpload(id: number, u: UploadResult) {
  return sql`
    update upload
    set rows = ${u.rows}, inserted = ${u.inserted}, duplicates = ${u.duplicates},
      conflicts = ${u.conflicts}, rejected = ${u.rejected}, first_at = ${u.firstAt}, last_at = ${u.lastAt},
      metrics = ${u.metrics}::text[], nature = ${JSON.stringify(u.nature)}::jsonb,
      warnings = ${JSON.stringify(u.warnings)}::jsonb
    where id = ${id}`
}

const columns = sql`
  u.id, s.name as source, u.file_name as "fileName", u.bytes, u.nature, u.mode,
  u.on_conflict as "onConflict", u.rows, u.inserted, u.duplicates, u.conflicts, u.rejected, u.metrics,
  u.first_at as "firstAt", u.last_at as "lastAt", u.warnings, u.actor, u.at`

/** One piece at a time: it travels as bytes, where COPY would make text of twice its size of it. */
export function insertChunk(uploadId: number, { n, keyId, sealed }: SealedPiece) {
  return sql`
    insert into upload_chunk (upload_id, n, key_id, sealed)
    values (${uploadId}, ${n}, ${keyId}, ${sealed})`
}

/** The same file of the same source, read the same way: what it came to then. */
export function sameUpload(of: {
  readonly source: string
  readonly fileHash: Uint8Array
  readonly readingHash: Uint8Array
}) {
  return sql<KeptUpload>`
    select ${columns}
    from upload u
    join event_source s on s.id = u.source_id
    where s.name = ${of.source} and u.file_hash = ${of.fileHash} and u.reading_hash = ${of.readingHash}`
}

/** A part of a list: at most so many (null: all), after leaving out the first ones. */
export interface ListedPart {
  readonly limit: number | null
  readonly offset?: number
}

/** Which uploads are listed: of one source (null: of all). */
export interface ListedUploads extends ListedPart {
  readonly source: string | null
}

export function countUploads(source: string | null) {
  return sql<{ count: number }>`
    select count(*) as count
    from upload u
    join event_source s on s.id = u.source_id
    where ${source}::text is null or s.name = ${source}`
}

/** Uploads, newest first. */
export function recentUploads({ source, limit, offset = 0 }: ListedUploads) {
  return sql<KeptUpload>`
    select ${columns}
    from upload u
    join event_source s on s.id = u.source_id
    where ${source}::text is null or s.name = ${source}
    order by u.id desc
    limit ${limit}
    offset ${offset}`
}

export function uploadById(id: number) {
  return sql<KeptUpload & { readonly profile: unknown }>`
    select ${columns}, u.profile
    from upload u
    join event_source s on s.id = u.source_id
    where u.id = ${id}`
}

/** Rows that an upload was taken in without. */
export interface KeptRejection {
  readonly line: number
  readonly faults: readonly EventFault[]
}

export function rejectionsOf(uploadId: number, { limit, offset = 0 }: ListedPart) {
  return sql<KeptRejection>`
    select line, faults
    from event_rejection
    where upload_id = ${uploadId}
    order by n
    limit ${limit}
    offset ${offset}`
}

/** An event that came again with another value. */
export interface KeptConflict {
  readonly line: number
  readonly metric: string
  readonly at: Date
  readonly subject: string | null
  /** Exact decimals, as text: what stood, and what came. */
  readonly stood: string
  readonly came: string
  /** Whether what came stands since. */
  readonly isReplaced: boolean
}

export function conflictsOf(uploadId: number, limit: number | null) {
  return sql<KeptConflict>`
    select c.line, m.name as metric, e.at, e.subject, c.stood::text as stood, c.came::text as came,
      c.is_replaced as "isReplaced"
    from event_conflict c
    join event e on e.key = c.key
    join metric m on m.id = e.metric_id
    where c.upload_id = ${uploadId}
    order by c.id
    limit ${limit}`
}
