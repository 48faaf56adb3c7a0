import { createHash } from 'node:crypto'

/** SHA-256 of a text: how secrets of full randomness are kept, and what chains the audit trail. */
export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
