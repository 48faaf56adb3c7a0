import type { BillingRule } from '../../inventory/classify/fleet-policy.ts'
import type { KnownPlaces } from '../../inventory/place/known-places.ts'
import { isOneOf } from '../../lib/word-list.ts'
import { type CheckPolicy, EVERYWHERE } from './check-policy.ts'

/** A place that the configuration names. */
export interface NamedPlace {
  readonly kind: 'unknown-place' | 'unknown-organisation' | 'unknown-location'
  /** Where it is named, as `checks.rules.0.at`. */
  readonly setting: string
  readonly name: string
  /** What it may have meant. */
  readonly names: readonly string[]
  /** Whether kept records have it, as it is looked up. */
  readonly isKnown: boolean
}

interface Naming {
  readonly policy: CheckPolicy
  readonly billing: readonly BillingRule[]
}

/** Every single place that rules of checks, billing and stock locations name. */
export function namedPlaces({ policy, billing }: Naming, known: KnownPlaces): NamedPlace[] {
  const stockOf = stockLocations(known)
  return [
    ...policy.rules.flatMap(({ at, stockLocations: stock = [] }, rule) => [
      ...placeOfRule(at, { setting: `checks.rules.${rule}.at`, known }),
      ...stockOf(stock, `checks.rules.${rule}.stockLocations`),
    ]),
    ...stockOf(policy.stockLocations, 'checks.stockLocations'),
    ...billing.flatMap(({ organisation }, at) =>
      billedOrganisation(organisation, { setting: `fleet.billing.${at}.organisation`, known }),
    ),
  ]
}

interface Place {
  readonly setting: string
  readonly known: KnownPlaces
}

function placeOfRule(name: string, { setting, known }: Place): NamedPlace[] {
  if (name === EVERYWHERE) return []
  const names = [...new Set([...known.sites, ...known.organisations])]
  const isKnown = isOneOf(names, name) || isOneOf(known.keys, name)
  return [{ kind: 'unknown-place', setting, name, names, isKnown }]
}

function billedOrganisation(name: string, { setting, known }: Place): NamedPlace[] {
  if (name === EVERYWHERE) return []
  const names = known.organisations
  const isKnown = isOneOf(names, name) || known.keys.includes(name)
  return [{ kind: 'unknown-organisation', setting, name, names, isKnown }]
}

function stockLocations({ locations }: KnownPlaces) {
  return (stock: readonly string[], setting: string): NamedPlace[] =>
    stock.map((name, at) => ({
      ...{ kind: 'unknown-location', setting: `${setting}.${at}`, name },
      ...{ names: locations, isKnown: isOneOf(locations, name) },
    }))
}
