import {
  bearerCount,
  bearersOfKey,
  entry,
  type KeyTable,
  makeKeyTable,
  NO_KEY,
} from './key-table.ts'
import type { MatchLimits, MatchOptions, MatchRecord } from './match-record.ts'
import { RULES, type Rule } from './rules.ts'
import { type UsableKeys, usableKeys } from './usable-keys.ts'

/** All that is known of the records, ready to be compared. A record is its place in `records`. */
export interface Evidence {
  /** By ascending id. */
  readonly records: readonly MatchRecord[]
  /** Of each record. */
  readonly usable: readonly UsableKeys[]
  /** The source of each record, as a number. */
  readonly sources: Int32Array
  /** The site of each record, as a number; `NO_KEY` for one that is unmapped. */
  readonly sites: Int32Array
  /** One for each of `RULES` that is not off, in their order. */
  readonly ruled: readonly RuledKeys[]
}

/** One rule and who bears its keys. */
export interface RuledKeys {
  readonly rule: Rule
  readonly table: KeyTable
  /** 1 for each key that too many bear to prove anything. */
  readonly worn: Uint8Array
  /** The side of each record, where the rule has sides. */
  readonly sides: Uint8Array | null
}

/** What the strongest rule says of two records in which both have a usable key. */
export type Verdict =
  | { readonly kind: 'same'; readonly by: Rule }
  | { readonly kind: 'contradicted'; readonly by: Rule }
  | { readonly kind: 'silent' }

/** Made once: millions are handed out. */
const VERDICTS = RULES.map((by) => ({
  same: { kind: 'same', by } satisfies Verdict,
  contradicted: { kind: 'contradicted', by } satisfies Verdict,
}))
const SILENT: Verdict = { kind: 'silent' }

/** Reads the keys of all records; `records` by ascending id. */
export function makeEvidence(records: readonly MatchRecord[], options: MatchOptions): Evidence {
  const sourceNumber = numbering()
  const siteNumber = numbering()
  const sources = Int32Array.from(records, ({ source }) => sourceNumber(source))
  const sites = Int32Array.from(records, ({ site }) => (site === null ? NO_KEY : siteNumber(site)))
  const usable = records.map(usableKeys)
  const ruled = RULES.filter(({ name }) => !options.off.includes(name)).map((rule) => {
    const table = makeKeyTable({
      count: records.length,
      keysOf: (place) => keysBy(rule, usable[place]),
      scopeOf: (place) => (rule.isWithinSite ? entry(sites, place) : 0),
    })
    const worn = wornKeys(rule.limit, { table, sources, options })
    return { rule, table, worn, sides: sidesOf(rule, usable) }
  })
  return { records, usable, sources, sites, ruled }
}

/** Compares two records by the strongest rule in which both have a usable key. */
export function compare({ ruled }: Evidence, one: number, other: number): Verdict {
  for (const keys of ruled) {
    if (sharedKey(keys, one, other) !== NO_KEY) return VERDICTS[keys.rule.rank]?.same ?? SILENT
    if (!keys.rule.isSingle) continue
    if (hasUsableKey(keys, one) && hasUsableKey(keys, other)) {
      return VERDICTS[keys.rule.rank]?.contradicted ?? SILENT
    }
  }
  return SILENT
}

/** The first usable key that two records which may meet both bear, or `NO_KEY`. */
export function sharedKey({ table, worn, sides }: RuledKeys, one: number, other: number): number {
  if (sides && sides[one] === sides[other]) return NO_KEY
  const { starts, keys } = table
  for (let at = entry(starts, one); at < entry(starts, one + 1); at += 1) {
    const key = entry(keys, at)
    if (worn[key] === 1) continue
    for (let across = entry(starts, other); across < entry(starts, other + 1); across += 1) {
      if (keys[across] === key) return key
    }
  }
  return NO_KEY
}

function hasUsableKey({ table, worn }: RuledKeys, place: number): boolean {
  const at = entry(table.starts, place)
  return at < entry(table.starts, place + 1) && worn[entry(table.keys, at)] === 0
}

function keysBy(rule: Rule, usable: UsableKeys | undefined): readonly string[] {
  return usable ? rule.keys(usable) : []
}

function sidesOf({ side }: Rule, usable: readonly UsableKeys[]): Uint8Array | null {
  return side && Uint8Array.from(usable, (keys) => side(keys))
}

interface Borne {
  readonly table: KeyTable
  readonly sources: Int32Array
  readonly options: MatchOptions
}

function wornKeys(limit: keyof MatchLimits, { table, sources, options }: Borne): Uint8Array {
  const worn = new Uint8Array(table.keyCount)
  if (limit === 'nameShare') return worn // judged by the devices in question, not by records
  const most = options[limit]
  for (let key = 0; key < table.keyCount; key += 1) {
    if (bearerCount(table, key) <= most) continue
    const bearers = bearersOfKey(table, key)
    worn[key] = limit === 'macShare' || mostOfOneSource(bearers, sources) > most ? 1 : 0
  }
  return worn
}

function mostOfOneSource(bearers: Int32Array, sources: Int32Array): number {
  const counts = new Map<number, number>()
  for (const place of bearers) {
    const source = entry(sources, place)
    counts.set(source, (counts.get(source) ?? 0) + 1)
  }
  return Math.max(...counts.values())
}

/** Gives each name a number from 0, equal names the same. */
function numbering(): (name: string | number) => number {
  const numbers = new Map<string | number, number>()
  return (name) => {
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    return number
  }
}
