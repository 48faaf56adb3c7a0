import type { Scope } from '../site/scope.ts'
import {
  type Bridge,
  type BridgeInput,
  bridgeOf,
  countOf,
  MEASURES,
  type Measure,
} from './bridge.ts'
import type { Flow, KindCount, Span } from './queries.ts'

/** The bridge of one measure, in all or at one site. */
export interface PlacedBridge {
  readonly scope: Scope
  readonly measure: Measure
  readonly bridge: Bridge
}

/**
 * The bridge of every measure, in all and then of every site by name, the unmapped last. Throws when
 * one does not come to the count of the last day: then the history contradicts itself.
 */
export function allBridges(comparison: BridgedDays): PlacedBridge[] {
  const { after, span } = comparison
  const everywhere = MEASURES.map((measure) =>
    checked({ kind: 'all' }, measure, { input: comparison, after, span }),
  )
  const bySite = comparisonBySite(comparison)
  const sites = [...bySite.keys()].toSorted(byName)
  return [
    ...everywhere,
    ...sites.flatMap((site) => {
      const input = bySite.get(site)
      return input ? MEASURES.map((measure) => checked({ kind: 'site', site }, measure, input)) : []
    }),
  ]
}

/** True when nothing came, went, moved or turned into something else. */
export function isStill({ start, end, ...terms }: Bridge): boolean {
  return Object.values(terms).every((term) => term === 0)
}

/** What two days are bridged by. */
export interface BridgedDays extends BridgeInput {
  /** Records by kind on the last day: what every bridge must come to. */
  readonly after: readonly KindCount[]
  /** The days, for messages. */
  readonly span: Span
}

interface CheckedInput {
  readonly input: BridgeInput
  readonly after: readonly KindCount[]
  readonly span: Span
}

function checked(
  scope: Scope,
  measure: Measure,
  { input, after, span }: CheckedInput,
): PlacedBridge {
  const site = scope.kind === 'all' ? undefined : scope.site
  const bridge = bridgeOf(measure, site, input)
  const counted = countOf(measure, site, after)
  if (bridge.end !== counted) {
    const where = scope.kind === 'all' ? 'all sites' : (scope.site ?? 'no site')
    const { first, last } = span
    throw new Error(
      `the bridge of ${measure} at ${where} from ${first} to ${last} comes to ${bridge.end}, counted are ${counted}`,
    )
  }
  return { scope, measure, bridge }
}

/** What each site's bridges look at: its own counts, and the machines that begin or end there. */
function comparisonBySite({
  before,
  after,
  flows,
  span,
}: BridgedDays): Map<string | null, CheckedInput> {
  const startAt = Map.groupBy(before, ({ site }) => site)
  const endAt = Map.groupBy(after, ({ site }) => site)
  const flowsAt = new Map<string | null, Flow[]>()
  for (const flow of flows) {
    const sites = [flow.start, flow.end].flatMap((kind) => (kind === null ? [] : [kind.site]))
    for (const site of new Set(sites)) {
      const there = flowsAt.get(site)
      if (there) there.push(flow)
      else flowsAt.set(site, [flow])
    }
  }
  const sites = new Set([...startAt.keys(), ...endAt.keys(), ...flowsAt.keys()])
  return new Map(
    [...sites].map((site) => {
      const input = { before: startAt.get(site) ?? [], flows: flowsAt.get(site) ?? [] }
      return [site, { input, after: endAt.get(site) ?? [], span }]
    }),
  )
}

function byName(one: string | null, other: string | null): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1
  return one.localeCompare(other, 'en')
}
