import type { DeviceClass } from '../../inventory/classify/classification.ts'
import type { MachineRecord } from '../../inventory/machine/machine.ts'
import { trimSpace } from '../../lib/text.ts'
import { isOneOf } from '../../lib/word-list.ts'

/** What an installation decided about disagreements. */
export interface CheckPolicy extends PolicySettings {
  /** What differs at single sites or organisations; of each setting the first rule that has it counts. */
  readonly rules: readonly PlaceRule[]
}

/** What may differ from place to place. */
export interface PolicySettings {
  /** For how many days a machine may be silent at a source before that is odd. */
  readonly staleDays: number
  /** Whether a machine must have the agent of endpoint protection. */
  readonly needsEdr: boolean
  /** Locations whose spares keep their agent on purpose; any case. */
  readonly stockLocations: readonly string[]
}

/** What holds at one site or for one organisation, or for some of the machines there. */
export interface PlaceRule extends Partial<PolicySettings> {
  /** Name of the site, or of the organisation at its vendor, or its key there; any case; `*` for all. */
  readonly at: string
  /** Only machines of these classes. All when left out. */
  readonly classes?: readonly DeviceClass[]
  /** Only machines with one of these tags; any case. */
  readonly tags?: readonly string[]
}

export type PolicySetting = keyof PolicySettings
export const POLICY_SETTINGS: readonly PolicySetting[] = ['staleDays', 'needsEdr', 'stockLocations']

/** Stands for every place. */
export const EVERYWHERE = '*'

export const DEFAULT_CHECK_POLICY: CheckPolicy = {
  staleDays: 14,
  needsEdr: true,
  stockLocations: [],
  rules: [],
}

/** A policy laid out to be asked of very many records. */
export interface ReadyPolicy {
  readonly general: PolicySettings
  /** Of each setting some rule has: the rules that have it, by place, in their order. */
  readonly rules: ReadonlyMap<PolicySetting, RulesByPlace>
}

type RulesByPlace = ReadonlyMap<string, readonly OrderedRule[]>

interface OrderedRule {
  readonly order: number
  readonly rule: PlaceRule
}

/** Lays out a policy, once for all records. */
export function readyPolicy(policy: CheckPolicy): ReadyPolicy {
  const ordered = policy.rules.map((rule, order) => ({ rule, order }))
  const rules = new Map<PolicySetting, RulesByPlace>()
  for (const setting of POLICY_SETTINGS) {
    const having = ordered.filter(({ rule }) => rule[setting] !== undefined)
    if (having.length > 0)
      rules.set(
        setting,
        Map.groupBy(having, ({ rule }) => asPlace(rule.at)),
      )
  }
  return { general: policy, rules }
}

/** What holds for a record: of each setting the first rule that speaks of it, or else the general one. */
export function policyFor<Setting extends PolicySetting>(
  { general, rules }: ReadyPolicy,
  setting: Setting,
  record: MachineRecord,
): PolicySettings[Setting] {
  const byPlace = rules.get(setting)
  const special: Partial<PolicySettings> | undefined = byPlace && firstRule(byPlace, record)
  return special?.[setting] ?? general[setting]
}

/** A place as rules are compared by: in any case, without white space at either end. */
export function asPlace(name: string): string {
  return trimSpace(name).toLowerCase()
}

function firstRule(byPlace: RulesByPlace, record: MachineRecord): PlaceRule | undefined {
  const { site, organisation } = record
  let first: OrderedRule | undefined
  for (const place of [EVERYWHERE, site?.name, organisation?.name, organisation?.key]) {
    if (place == null) continue
    const found = byPlace.get(asPlace(place))?.find(({ rule }) => isMeant(rule, record))
    if (found && found.order < (first?.order ?? Number.POSITIVE_INFINITY)) first = found
  }
  return first?.rule
}

function isMeant({ classes, tags }: PlaceRule, record: MachineRecord): boolean {
  if (classes && !classes.includes(record.class)) return false
  return tags === undefined || record.tags.some((tag) => isOneOf(tags, tag))
}
