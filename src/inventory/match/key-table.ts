/** Who bears which key of one kind. Keys are numbers from 0, records their places. */
export interface KeyTable {
  readonly keyCount: number
  /** The keys of the record at a place are those from `starts[place]` up to the next start. */
  readonly starts: Int32Array
  readonly keys: Int32Array
  /** The places that bear a key, ascending, are those from `bearerStarts[key]` up to the next start. */
  readonly bearerStarts: Int32Array
  readonly bearers: Int32Array
}

/** Stands where there is no key. */
export const NO_KEY = -1

/** What a table is made of. */
export interface KeySource {
  /** How many records there are. */
  readonly count: number
  keysOf(place: number): readonly string[]
  /** Equal keys count within one scope; a record with `NO_KEY` for a scope has none. */
  scopeOf(place: number): number
}

/** The table of who bears which key. */
export function makeKeyTable({ count, keysOf, scopeOf }: KeySource): KeyTable {
  const numbersByScope: Map<string, number>[] = []
  const starts = new Int32Array(count + 1)
  const keys: number[] = []
  let keyCount = 0
  for (let place = 0; place < count; place += 1) {
    const scope = scopeOf(place)
    for (const key of scope === NO_KEY ? [] : keysOf(place)) {
      numbersByScope[scope] ??= new Map()
      const numbers = numbersByScope[scope]
      const known = numbers.get(key)
      keys.push(known ?? keyCount)
      if (known !== undefined) continue
      numbers.set(key, keyCount)
      keyCount += 1
    }
    starts[place + 1] = keys.length
  }
  return keyTable({ keyCount, starts, keys: Int32Array.from(keys) })
}

/** The table of keys that are numbers already: who bears each is worked out. */
export function keyTable(keys: Pick<KeyTable, 'keyCount' | 'starts' | 'keys'>): KeyTable {
  return { ...keys, ...bearersOf(keys) }
}

/** The entry of a list of numbers; `NO_KEY` beyond its ends. */
export function entry(list: Int32Array, at: number): number {
  return list[at] ?? NO_KEY
}

/** The places that bear a key, ascending. */
export function bearersOfKey({ bearerStarts, bearers }: KeyTable, key: number): Int32Array {
  return bearers.subarray(entry(bearerStarts, key), entry(bearerStarts, key + 1))
}

/** How many records bear a key. */
export function bearerCount({ bearerStarts }: KeyTable, key: number): number {
  return entry(bearerStarts, key + 1) - entry(bearerStarts, key)
}

function bearersOf({ keyCount, starts, keys }: Pick<KeyTable, 'keyCount' | 'starts' | 'keys'>) {
  const bearerStarts = new Int32Array(keyCount + 1)
  for (const key of keys) bearerStarts[key + 1] = entry(bearerStarts, key + 1) + 1
  for (let key = 0; key < keyCount; key += 1) {
    bearerStarts[key + 1] = entry(bearerStarts, key + 1) + entry(bearerStarts, key)
  }
  const next = bearerStarts.slice()
  const bearers = new Int32Array(keys.length)
  for (let place = 0; place + 1 < starts.length; place += 1) {
    for (let at = entry(starts, place); at < entry(starts, place + 1); at += 1) {
      const key = entry(keys, at)
      const slot = entry(next, key)
      bearers[slot] = place
      next[key] = slot + 1
    }
  }
  return { bearerStarts, bearers }
}
