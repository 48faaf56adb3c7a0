import { isAnythingSealed } from '../collect/payload/store.ts'
import type { Database } from '../db/database.ts'
import { type KeyRing, openKeyRing } from '../db/key-ring.ts'
import { isAnyFileSealed } from '../events/raw/store.ts'

/** The keys that seal what is kept. Throws `keys.unreadable` when they are lost although something is. */
export function openRing(database: Pick<Database, 'db'>, file: string): Promise<KeyRing> {
  return openKeyRing(
    file,
    async () => (await isAnythingSealed(database)) || (await isAnyFileSealed(database)),
  )
}
