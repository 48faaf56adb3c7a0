import type { Caller } from './caller.ts'

/** How long a caller is not looked up again: what another server takes away counts here after it. */
const REMEMBERED_MS = 2000
const MOST_REMEMBERED = 10_000

/** Callers that were looked up a moment ago. */
export function rememberedCallers(now: () => Date) {
  const callers = new Map<string, { readonly caller: Caller; readonly until: number }>()
  /** How often rights were given or taken: what was looked up before is not kept after it. */
  let generation = 0
  return {
    /** Looks a caller up unless that was just done. */
    async remembered(key: string, find: () => Promise<Caller | null>): Promise<Caller | null> {
      const known = callers.get(key)
      if (known && known.until > now().getTime()) return known.caller
      const begun = generation
      const caller = await find()
      if (begun !== generation) return caller
      if (callers.size >= MOST_REMEMBERED) callers.clear()
      if (caller) callers.set(key, { caller, until: now().getTime() + REMEMBERED_MS })
      else callers.delete(key)
      return caller
    },

    /** Looks everybody up anew: to be called after whatever gives or takes rights. */
    forget(): void {
      generation += 1
      callers.clear()
    },
  }
}
