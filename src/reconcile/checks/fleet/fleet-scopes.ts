import type { FleetSources } from '../check.ts'
import { pairsOf, type Scope } from '../scope.ts'

/** Remote management and endpoint protection as a whole; none where either is missing. */
export function rolesScope({ rmm, edr }: FleetSources): Scope[] {
  return rmm.length === 0 || edr.length === 0 ? [] : [unique([...rmm, ...edr])]
}

/** Every source by itself. */
export function singleScopes(sources: FleetSources): Scope[] {
  return inOrder(sources).map((source) => [source])
}

/** Every two sources that list machines; remote management before others, so that it is told first. */
export function pairScopes(sources: FleetSources): Scope[] {
  return pairsOf(inOrder(sources))
}

/** Whatever the order in the configuration. */
function inOrder({ machines, rmm, edr }: FleetSources): string[] {
  const rank = (source: string) => (rmm.includes(source) ? 0 : edr.includes(source) ? 1 : 2)
  return unique(machines).sort(
    (one, other) => rank(one) - rank(other) || (one < other ? -1 : one > other ? 1 : 0),
  )
}

function unique(sources: readonly string[]): string[] {
  return [...new Set(sources)]
}
