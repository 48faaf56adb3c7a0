import type { Config } from './config.ts'
import { checkPolicyOf } from './config-checks.ts'
import type { FleetPolicy } from './inventory/classify/fleet-policy.ts'
import type { Rules } from './reconcile/rehearse/rules.ts'

/** The parts of a configuration that hold rules: nothing of where books are, or of who may do what. */
export type RuleSettings = Pick<Config, 'fleet' | 'checks' | 'tags'>

/** The rules among the settings. */
export function rulesOf({ fleet, checks, tags }: RuleSettings): Rules {
  const { sitesFrom, matching } = fleet
  const { rmm, edr, severity, off } = checks
  return {
    fleet: { policy: fleetPolicyOf(fleet), sitesFrom, matching },
    checks: { policy: checkPolicyOf(checks), sources: { rmm, edr }, severities: severity, off },
    tags,
  }
}

/** What was left out of a rule is not said of it. */
function fleetPolicyOf({ billing, ...lists }: Config['fleet']): FleetPolicy {
  const said = (rule: object) => Object.entries(rule).filter(([, value]) => value !== undefined)
  return {
    ...lists,
    billing: billing.map(({ organisation, ...rule }) => ({
      organisation,
      ...Object.fromEntries(said(rule)),
    })),
  }
}
