import { access } from 'node:fs/promises'
import { isAnythingSealed, payloadStore } from '../../collect/payload/store.ts'
import type { Database } from '../../db/database.ts'
import { openKeyRing } from '../../db/key-ring.ts'
import { isAnyFileSealed, rawStore } from '../../events/raw/store.ts'

/** Whether what is sealed can be opened: nothing is sealed, the ring has every key, or it is or they are missing. */
export type KeyState =
  | { readonly kind: 'nothing-sealed' }
  | { readonly kind: 'opens' }
  | { readonly kind: 'no-ring'; readonly file: string }
  | { readonly kind: 'lacks-keys'; readonly file: string; readonly keys: readonly string[] }

/** Compares the keys a database needs with those of the ring; makes no ring. */
export async function keyStateOf(database: Database, file: string): Promise<KeyState> {
  if (!(await isAnythingSealed(database)) && !(await isAnyFileSealed(database))) {
    return { kind: 'nothing-sealed' }
  }
  const isThere = await access(file).then(
    () => true,
    () => false,
  )
  if (!isThere) return { kind: 'no-ring', file }
  const ring = await openKeyRing(file)
  const used = [
    ...Object.keys(await payloadStore(database, ring).countByKey()),
    ...Object.keys(await rawStore(database, ring).countByKey()),
  ]
  const keys = [...new Set(used)].filter((id) => !ring.ids.includes(id))
  return keys.length === 0 ? { kind: 'opens' } : { kind: 'lacks-keys', file, keys }
}
