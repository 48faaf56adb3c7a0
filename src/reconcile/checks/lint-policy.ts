import type { BillingRule } from '../../inventory/classify/fleet-policy.ts'
import type { KnownPlaces } from '../../inventory/place/known-places.ts'
import { foldOrganisation } from '../../inventory/site/fold-organisation.ts'
import { nameSimilarity } from '../../inventory/site/name-similarity.ts'
import type { CheckPolicy, PolicySetting } from './check-policy.ts'
import { DEFAULT_ROLES, type FleetRoles } from './fleet-roles.ts'
import { type NamedPlace, namedPlaces } from './named-places.ts'
import { shadowedSettings } from './shadowed-rules.ts'

/** Something in the configuration that does nothing; `setting` says where, as `checks.rules.0.at`. */
export type Remark =
  | {
      readonly kind: 'shadowed'
      readonly setting: string
      /** The rule that comes first. */
      readonly by: string
    }
  | {
      readonly kind: NamedPlace['kind']
      readonly setting: string
      readonly name: string
      /** The names most like it, the most alike first. */
      readonly nearest: readonly string[]
    }
  | {
      readonly kind: 'source-not-configured'
      readonly setting: string
      readonly source: string
      readonly configured: readonly string[]
    }
  | { readonly kind: 'source-in-both'; readonly setting: string; readonly source: string }
  | { readonly kind: 'off-with-severity'; readonly setting: string; readonly check: string }

/** What is looked through. */
export interface LintedSettings {
  readonly policy: CheckPolicy
  readonly sources: FleetRoles
  readonly severities: Readonly<Record<string, unknown>>
  readonly off: readonly string[]
  readonly billing: readonly BillingRule[]
  /** The configured sources that list machines. */
  readonly configured: readonly string[]
}

/** What was found. */
export interface Lint {
  readonly remarks: readonly Remark[]
  /** Names that could not be judged, since no machine is kept yet. */
  readonly unjudged: readonly string[]
}

/** How alike a name must be to be offered, from 0 to 1, and how many are. */
const LIKENESS = 0.4
const OFFERED = 3

/** Says what in the configuration of checks and billing can have no effect. */
export function lintPolicy(settings: LintedSettings, known: KnownPlaces): Lint {
  const named = namedPlaces(settings, known)
  const isNothingKept = Object.values(known).every((names) => names.length === 0)
  return {
    remarks: [
      ...shadowed(settings.policy),
      ...(isNothingKept ? [] : named.filter(({ isKnown }) => !isKnown).map(unknownName)),
      ...unconfigured(settings),
      ...inBoth(settings.sources),
      ...offWithSeverity(settings),
    ],
    unjudged: isNothingKept ? named.map(({ setting }) => setting) : [],
  }
}

function shadowed({ rules }: CheckPolicy): Remark[] {
  const ruleAt = (at: number, setting?: PolicySetting) =>
    ['checks.rules', at, ...(setting ? [setting] : [])].join('.')
  return shadowedSettings(rules).map(({ rule, by, setting }) => ({
    ...{ kind: 'shadowed', setting: ruleAt(rule, setting), by: ruleAt(by) },
  }))
}

function unknownName({ kind, setting, name, names }: NamedPlace): Remark {
  return { kind, setting, name, nearest: nearestTo(names, name) }
}

function nearestTo(names: readonly string[], named: string): string[] {
  const folded = foldOrganisation(named)
  return names
    .map((name) => ({ name, likeness: nameSimilarity(foldOrganisation(name), folded) }))
    .filter(({ likeness }) => likeness >= LIKENESS)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, OFFERED)
    .map(({ name }) => name)
}

/** A role that is as it comes names what an installation need not have. */
function unconfigured({ sources, configured }: LintedSettings): Remark[] {
  return (['rmm', 'edr'] as const).flatMap((role) => {
    if (sources[role].join() === DEFAULT_ROLES[role].join()) return []
    return sources[role].flatMap((source, at): Remark[] =>
      configured.includes(source)
        ? []
        : [
            {
              kind: 'source-not-configured',
              setting: `checks.${role}.${at}`,
              source,
              configured,
            },
          ],
    )
  })
}

function inBoth({ rmm, edr }: FleetRoles): Remark[] {
  return edr.flatMap((source, at): Remark[] =>
    rmm.includes(source) ? [{ kind: 'source-in-both', setting: `checks.edr.${at}`, source }] : [],
  )
}

function offWithSeverity({ severities, off }: LintedSettings): Remark[] {
  return Object.keys(severities)
    .filter((check) => off.includes(check))
    .map((check) => ({ kind: 'off-with-severity', setting: `checks.severity.${check}`, check }))
}
