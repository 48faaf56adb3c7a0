import { sql } from 'kysely'

/** A kept payload, sealed. */
export interface KeptPayload {
  readonly hash: Uint8Array
  readonly keyId: string
  readonly sealed: Uint8Array
}

/** Keeps what is staged in this session; the same content is kept once. */
export function keepStaged() {
  return sql`
    insert into payload (hash, key_id, sealed)
    select distinct on (payload_hash) payload_hash, key_id, sealed
    from staged
    where key_id is not null
    on conflict (hash) do nothing`
}

export function payloadByHash(hash: Uint8Array) {
  return sql<KeptPayload>`
    select hash, key_id as "keyId", sealed
    from payload
    where hash = ${hash}`
}

/** Whether anything at all is kept sealed. */
export function anySealed() {
  return sql<{ sealed: boolean }>`
    select exists (select from payload) or exists (select from source_token) as sealed`
}

export function countByKey() {
  return sql<{ keyId: string; count: number }>`
    select key_id as "keyId", count(*) as count
    from payload
    group by key_id
    order by key_id`
}

/** Some payloads that another key sealed, kept from other hands until the transaction ends; their index knows no `<>`. */
export function sealedOtherwise(currentKey: string, limit: number) {
  return sql<KeptPayload>`
    select hash, key_id as "keyId", sealed
    from payload
    where (key_id < ${currentKey} or key_id > ${currentKey})
    limit ${limit}
    for update skip locked`
}

export function replaceSealed(payloads: readonly KeptPayload[]) {
  return sql`
    update payload
    set key_id = given.key_id, sealed = given.sealed
    from unnest(${payloads.map(({ hash }) => hash)}::bytea[],
      ${payloads.map(({ keyId }) => keyId)}::text[],
      ${payloads.map(({ sealed }) => sealed)}::bytea[]) as given (hash, key_id, sealed)
    where payload.hash = given.hash`
}

/** Payloads that no version and no held row points at any more. */
export function deleteUnused() {
  return sql`
    delete from payload p
    where not exists (select from record_version v where v.payload_hash = p.hash)
      and not exists (select from held_row h where h.payload_hash = p.hash)`
}
