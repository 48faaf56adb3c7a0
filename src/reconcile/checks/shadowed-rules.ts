import { DEVICE_CLASSES } from '../../inventory/classify/classification.ts'
import { isOneOf } from '../../lib/word-list.ts'
import {
  asPlace,
  EVERYWHERE,
  type PlaceRule,
  POLICY_SETTINGS,
  type PolicySetting,
} from './check-policy.ts'

/** A setting of a rule that can never apply: an earlier rule says it of all the same machines. */
export interface ShadowedSetting {
  /** Place of the rule among the rules, from 0. */
  readonly rule: number
  readonly by: number
  readonly setting: PolicySetting
}

/** Settings of rules that no machine can ever get. */
export function shadowedSettings(rules: readonly PlaceRule[]): ShadowedSetting[] {
  return rules.flatMap((rule, at) =>
    POLICY_SETTINGS.flatMap((setting) => {
      if (rule[setting] === undefined) return []
      const by = rules
        .slice(0, at)
        .findIndex((earlier) => earlier[setting] !== undefined && covers(earlier, rule))
      return by < 0 ? [] : [{ rule: at, by, setting }]
    }),
  )
}

/** Whether every machine that one rule speaks of is one that another speaks of as well. */
function covers(wide: PlaceRule, narrow: PlaceRule): boolean {
  const isThere = wide.at === EVERYWHERE || asPlace(wide.at) === asPlace(narrow.at)
  const classes = narrow.classes ?? DEVICE_CLASSES
  const hasClasses = classes.every((each) => wide.classes?.includes(each) ?? true)
  const { tags } = wide
  const hasTags = tags === undefined || (narrow.tags?.every((tag) => isOneOf(tags, tag)) ?? false)
  return isThere && hasClasses && hasTags
}
