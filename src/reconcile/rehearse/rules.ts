import type { FleetPolicy } from '../../inventory/classify/fleet-policy.ts'
import type { MatchOptions } from '../../inventory/match/match-record.ts'
import type { FleetRoles } from '../checks/fleet-roles.ts'
import type { WantedChecks } from '../checks/wanted-checks.ts'
import type { TagPolicy } from '../tag-policy.ts'

/** All that decides what is made of records: as it is configured, or as it might be. */
export interface Rules {
  readonly fleet: {
    readonly policy: FleetPolicy
    /** Sources whose organisations become sites by themselves. */
    readonly sitesFrom: readonly string[]
    readonly matching: MatchOptions
  }
  readonly checks: WantedChecks & { readonly sources: FleetRoles }
  readonly tags: TagPolicy
}

/** Whether two sets of rules make sites of the organisations of the same sources, in the same order. */
export function haveSameSites(one: Rules, other: Rules): boolean {
  return one.fleet.sitesFrom.join('\n') === other.fleet.sitesFrom.join('\n')
}
