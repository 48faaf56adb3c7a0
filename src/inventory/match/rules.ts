import { CUT_LENGTH, cutHostname } from '../identity/host-name.ts'
import type { MatchLimits, MatchRecord } from './match-record.ts'
import type { RuleName } from './rule-name.ts'
import type { UsableKeys } from './usable-keys.ts'

/** One kind of evidence that two records speak of one machine. */
export interface Rule {
  readonly name: RuleName
  /** Its place among `RULES`: the lower, the stronger. */
  readonly rank: number
  /** What of a record's keys it goes by, each once. */
  keys(usable: UsableKeys): readonly string[]
  /** What a person is shown as compared; null where the key itself is. */
  readonly shown: ((record: MatchRecord) => string | null) | null
  /** A machine has one of it: two that differ speak against one machine. */
  readonly isSingle: boolean
  /** Equal keys count within one site only. */
  readonly isWithinSite: boolean
  /** Two records of one source may be one machine by it. */
  readonly joinsOneSource: boolean
  /**
   * Nothing is linked by it where more than one candidate is left, of whatever source, nor where so
   * many share a key that the last one left proves nothing either.
   */
  readonly isForLastCandidate: boolean
  /** Which limit says that too many share a key. */
  readonly limit: keyof MatchLimits
  /** Only records of different sides may meet; null where all may. */
  readonly side: ((usable: UsableKeys) => 0 | 1) | null
}

const USUAL = { joinsOneSource: false, isForLastCandidate: false, side: null }
const SINGLE = { ...USUAL, isSingle: true, isWithinSite: false, limit: 'sharedBy' } as const
const NAME = { ...USUAL, isSingle: false, isWithinSite: true, limit: 'nameShare' } as const

/** Best evidence first: a weaker rule speaks only where every stronger one was silent. */
export const RULES: readonly Rule[] = rankedAsListed([
  {
    ...SINGLE,
    name: 'serial',
    keys: ({ serial }) => list(serial),
    shown: ({ serial }) => serial,
    joinsOneSource: true, // a machine that was set up anew is listed twice
  },
  {
    ...SINGLE,
    name: 'inventory-number',
    keys: ({ inventoryNumber }) => list(inventoryNumber),
    shown: ({ inventoryNumber }) => inventoryNumber,
  },
  {
    ...SINGLE,
    name: 'uuid',
    keys: ({ uuid }) => list(uuid),
    shown: ({ uuid }) => uuid,
  },
  {
    ...USUAL,
    name: 'mac',
    keys: ({ macs }) => macs,
    shown: null,
    isSingle: false,
    isWithinSite: false,
    limit: 'macShare',
  },
  {
    ...NAME,
    name: 'hostname',
    keys: ({ hostname }) => list(hostname),
    shown: ({ hostname }) => hostname,
  },
  {
    ...NAME,
    name: 'hostname-15',
    keys: ({ hostname }) => list(hostname && cutHostname(hostname)),
    shown: ({ hostname }) => hostname,
    isForLastCandidate: true,
    // Two names longer than that were not cut: they differ, and are two machines'.
    side: ({ hostname }) => (hostname?.length === CUT_LENGTH ? 0 : 1),
  },
])

function rankedAsListed(rules: readonly Omit<Rule, 'rank'>[]): Rule[] {
  return rules.map((rule, rank) => ({ ...rule, rank }))
}

const NONE: readonly string[] = []

function list(key: string | null): readonly string[] {
  return key === null ? NONE : [key]
}
