import { sql } from 'kysely'
import type { EventFault } from '../accept/event.ts'
import type { FileNature } from '../parse/row-stream.ts'
import type { MappingProfile } from '../profile/mapping-profile.ts'

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
  readonly warnings: readonly unknown[]
  readonly actor: string
  readonly at: Date
}

export interface NewUpload extends Omit<KeptUpload, 'at'> {
  readonly runId: number
  readonly fileHash: Uint8Array
  readonly readingHash: Uint8Array
  readonly profile: MappingProfile
}

export function insertUpload(u: NewUpload) {
  return sql`
    insert into upload (id, run_id, source_id, file_name, file_hash, reading_hash, bytes, nature, profile,
      mode, on_conflict, rows, inserted, duplicates, conflicts, rejected, first_at, last_at, metrics,
      warnings, actor)
    overriding system value
    select ${u.id}, ${u.runId}, s.id, ${u.fileName}, ${u.fileHash}, ${u.readingHash}, ${u.bytes},
      ${JSON.stringify(u.nature)}::jsonb, ${JSON.stringify(u.profile)}::jsonb, ${u.mode},
      ${u.onConflict}, ${u.rows}, ${u.inserted}, ${u.duplicates}, ${u.conflicts}, ${u.rejected},
      ${u.firstAt}, ${u.lastAt}, ${u.metrics}::text[], ${JSON.stringify(u.warnings)}::jsonb, ${u.actor}
    from event_source s
    where s.name = ${u.source}`
}

const columns = sql`
  u.id, s.name as source, u.file_name as "fileName", u.bytes, u.nature, u.mode,
  u.on_conflict as "onConflict", u.rows, u.inserted, u.duplicates, u.conflicts, u.rejected, u.metrics,
  u.first_at as "firstAt", u.last_at as "lastAt", u.warnings, u.actor, u.at`

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

/** Uploads, newest first; of one source or of all. */
export function recentUploads(source: string | null, limit: number | null) {
  return sql<KeptUpload>`
    select ${columns}
    from upload u
    join event_source s on s.id = u.source_id
    where ${source}::text is null or s.name = ${source}
    order by u.id desc
    limit ${limit}`
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

export function rejectionsOf(uploadId: number, limit: number | null) {
  return sql<KeptRejection>`
    select line, faults
    from event_rejection
    where upload_id = ${uploadId}
    order by n
    limit ${limit}`
}
