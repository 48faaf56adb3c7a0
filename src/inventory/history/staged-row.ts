import type { CopyTarget } from '../../db/copy.ts'
import type { DevicePulse } from '../../lib/device-record.ts'
import type { Attributes } from './content.ts'
import { STAGED_COLUMNS } from './queries.ts'

/** One row of a delivery, ready for the history. */
export interface StagedRow {
  readonly key: string
  /** Of the material content. */
  readonly hash: Uint8Array
  /** Null where the record is known to stand just so. */
  readonly attributes: Attributes | null
  /** The row as received; null where nothing changed, or where none is kept. */
  readonly payload: SealedPayload | null
  readonly pulse: DevicePulse
  /** Where a person finds the row in a workbook; null for a service. */
  readonly place: string | null
}

export interface SealedPayload {
  readonly hash: Uint8Array
  readonly keyId: string
  readonly sealed: Uint8Array
}

export const STAGED: CopyTarget = { table: 'staged', columns: STAGED_COLUMNS }

/** The values of a row in the order of `STAGED_COLUMNS`. */
export function stagedValues(row: StagedRow, n: number): unknown[] {
  const { payload, pulse } = row
  return [
    n,
    row.key,
    row.hash,
    row.attributes && { ...row.attributes, payload_hash: payload && bytesText(payload.hash) },
    payload?.hash ?? null,
    payload?.keyId ?? null,
    payload?.sealed ?? null,
    pulse.lastContact,
    pulse.isOnline,
    pulse.addresses,
    pulse.freeBytes,
    pulse.lastUser,
    row.place,
  ]
}

/** Bytes as PostgreSQL writes them inside JSON. */
function bytesText(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`
}
