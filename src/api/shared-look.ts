/** How long what one listener was told is told to the others that ask the same. */
export const LOOK_AGAIN_MS = 500

/** Has listeners that ask the same at about the same time share one look into the database. */
export function sharedLooks(keptMs = LOOK_AGAIN_MS) {
  const looks = new Map<string, Promise<unknown>>()
  return function share<T>(key: string, look: () => Promise<T>): Promise<T> {
    const known = looks.get(key)
    if (known) return known as Promise<T> // a key is always of one look
    const begun = look()
    looks.set(key, begun)
    const forget = () => looks.delete(key)
    begun.then(() => setTimeout(forget, keptMs).unref(), forget)
    return begun
  }
}
