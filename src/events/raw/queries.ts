import { sql } from 'kysely'

/** A piece of a file as it was received, sealed. */
export interface KeptChunk {
  readonly uploadId: number
  readonly n: number
  readonly keyId: string
  readonly sealed: Uint8Array
}

export function chunkOf(uploadId: number, n: number) {
  return sql<KeptChunk>`
    select upload_id as "uploadId", n, key_id as "keyId", sealed
    from upload_chunk
    where upload_id = ${uploadId} and n = ${n}`
}

/** Whether any file at all is kept sealed. */
export function anyChunk() {
  return sql<{ sealed: boolean }>`select exists (select from upload_chunk) as sealed`
}

export function chunksByKey() {
  return sql<{ keyId: string; count: number }>`
    select key_id as "keyId", count(*) as count
    from upload_chunk
    group by key_id
    order by key_id`
}

/** Some pieces that another key sealed, kept from other hands until the transaction ends; their index knows no `<>`. */
export function chunksSealedOtherwise(currentKey: string, limit: number) {
  return sql<KeptChunk>`
    select upload_id as "uploadId", n, key_id as "keyId", sealed
    from upload_chunk
    where (key_id < ${currentKey} or key_id > ${currentKey})
    limit ${limit}
    for update skip locked`
}

export function replaceChunks(chunks: readonly KeptChunk[]) {
  return sql`
    update upload_chunk c
    set key_id = given.key_id, sealed = given.sealed
    from unnest(${chunks.map(({ uploadId }) => uploadId)}::bigint[], ${chunks.map(({ n }) => n)}::integer[],
      ${chunks.map(({ keyId }) => keyId)}::text[], ${chunks.map(({ sealed }) => sealed)}::bytea[])
      as given (upload_id, n, key_id, sealed)
    where c.upload_id = given.upload_id and c.n = given.n`
}
